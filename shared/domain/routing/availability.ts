import type { Rep } from '../agreement/agreement.ts';
import type { Lead } from '../lead/lead.ts';
import type { Instant } from '../time/instant.ts';
import { nextOpening } from '../time/working-time.ts';
import { localDate, minuteOfDay, nextLocalMidnight } from '../time/zone.ts';
import type { Exclusion } from '../vocabulary/exclusions.ts';
import { fullness, type RepLoad, takesNone } from './rep-load.ts';

/** Whether a rep can take a lead: now, from an instant on, not before an instant, or not in this cycle. */
export type Availability =
  | { readonly can: 'now' }
  | { readonly can: 'soon'; readonly startsAt: Instant }
  | { readonly can: 'later'; readonly why: Exclusion; readonly until?: Instant }
  | { readonly can: 'never'; readonly why: Exclusion };

const speaks = (rep: Rep, language: string | undefined): boolean => {
  if (language === undefined) return true;
  const primary = (tag: string) => tag.toLowerCase().split(/[-_]/)[0];
  return rep.languages.some((spoken) => primary(spoken) === primary(language));
};

/** Whether the rep has said to be away: by whole days, or by hours of a day. No holidays. */
export const isAway = ({ schedule: { zone, away, breaks } }: Rep, now: Instant): boolean => {
  const today = localDate(zone, now);
  const minute = minuteOfDay(zone, now);
  return (
    away.some(({ from, to }) => from <= today && today <= to) ||
    (breaks[today] ?? []).some(({ from, to }) => from <= minute && minute < to)
  );
};

/** For which lead, and by when whoever takes it must be at work. */
export interface AvailabilityQuestion {
  readonly lead: Lead;
  /** What whoever takes it must speak; absent where any language will do. */
  readonly language?: string | undefined;
  readonly now: Instant;
  /** When the promise would break. */
  readonly horizon: Instant;
}

/**
 * At work now, or at work before `horizon`, when the clause would break, be it after a night or an absence; under
 * capacity, not a past owner of this cycle. `until` is the instant at which it is worth asking again, where one is known:
 * open capacity frees by events alone.
 */
export const availability = (
  rep: Rep | undefined,
  load: RepLoad,
  { lead, language, now, horizon }: AvailabilityQuestion,
): Availability => {
  if (rep === undefined) return { can: 'never', why: 'left' };
  if (lead.pastOwners.includes(rep.id)) return { can: 'never', why: 'past-owner' };
  if (!speaks(rep, language)) return { can: 'never', why: 'language' };
  if (rep.channels.length === 0) return { can: 'never', why: 'no-channel' };
  if (takesNone(rep)) return { can: 'never', why: 'full' };
  const full = fullness(load, rep, now);
  if (full === 'full') return { can: 'later', why: 'full' };
  const from = full === 'full-today' ? nextLocalMidnight(rep.schedule.zone, now) : now;
  const opening = nextOpening(rep.schedule, from);
  if (opening === undefined) return { can: 'never', why: 'never-at-work' };
  if (full === 'full-today') return { can: 'later', why: 'full-today', until: opening };
  if (opening <= now) return { can: 'now' };
  if (opening < horizon) return { can: 'soon', startsAt: opening };
  return { can: 'later', why: isAway(rep, now) ? 'away' : 'off-hours', until: opening };
};
