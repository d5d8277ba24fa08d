import type { Rep } from '../agreement/agreement.ts';
import type { Lead } from '../lead/lead.ts';
import type { Instant } from '../time/instant.ts';
import { nextOpening } from '../time/working-time.ts';
import { localDate, minuteOfDay, nextLocalMidnight } from '../time/zone.ts';
import type { Exclusion } from '../vocabulary/exclusions.ts';
import { type Absence, absenceAhead, absenceAt } from './absence.ts';
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

/** Whether the agreement has the rep away: by whole days, or by hours of a day. No holidays. */
const isAway = ({ schedule: { zone, away, breaks } }: Rep, at: Instant): boolean => {
  const today = localDate(zone, at);
  const minute = minuteOfDay(zone, at);
  return (
    away.some(({ from, to }) => from <= today && today <= to) ||
    (breaks[today] ?? []).some(({ from, to }) => from <= minute && minute < to)
  );
};

/** When a rep is next at work: at an instant, when they come back, or never by the agreement. */
export type NextAtWork = { readonly at: Instant } | { readonly why: Absence['why'] | 'never-at-work' };

/**
 * The first instant from `from` on at which the rep works and has not said that they are away, nor is paused. Absences
 * come from two places: from the agreement, in days or hours, and from the rep or the clock, in the document.
 */
export const nextAtWork = ({ schedule }: Rep, { absence }: RepLoad, from: Instant): NextAtWork => {
  const ahead = absenceAhead(absence, from);
  const opening = nextOpening(schedule, from);
  if (opening === undefined) return { why: 'never-at-work' };
  if (ahead === undefined || opening < ahead.from) return { at: opening };
  if (ahead.why === 'paused' || ahead.to === undefined) return { why: ahead.why };
  const after = nextOpening(schedule, ahead.to);
  return after === undefined ? { why: 'away' } : { at: after };
};

/** Why a rep is off at this instant, whatever their hours are; undefined where they are not. */
export const offAt = (rep: Rep, { absence }: RepLoad, at: Instant): Absence['why'] | undefined =>
  absenceAt(absence, at)?.why ?? (isAway(rep, at) ? 'away' : undefined);

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
  const next = nextAtWork(rep, load, from);
  if ('why' in next) return { can: next.why === 'never-at-work' ? 'never' : 'later', why: next.why };
  const opening = next.at;
  if (full === 'full-today') return { can: 'later', why: 'full-today', until: opening };
  if (opening <= now) return { can: 'now' };
  if (opening < horizon) return { can: 'soon', startsAt: opening };
  return { can: 'later', why: offAt(rep, load, now) ?? 'off-hours', until: opening };
};
