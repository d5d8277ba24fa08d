import type { Agreement, Rep } from '../../../shared/domain/agreement/agreement.ts';
import type { ExcludedRep } from '../../../shared/domain/lead/decision-record.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { DAY_MINUTES, type Opening, type Schedule } from '../../../shared/domain/time/schedule.ts';
import { localDate, minuteOfDay } from '../../../shared/domain/time/zone.ts';

/** Something else in reps.yaml; `path` is there, by the rep's id, such as `reps.ana.away`. */
export type RepInput = { readonly rep: string; readonly path: string } & (
  | { readonly kind: 'away'; readonly from: Schedule['away']; readonly to: Schedule['away'] }
  | { readonly kind: 'hours' /** An entry of `overrides`. */; readonly from: DayHours | null; readonly to: DayHours }
  | { readonly kind: 'capacity'; readonly from: number /** Null for no limit. */; readonly to: number | null }
  | { readonly kind: 'language'; readonly from: readonly string[]; readonly to: readonly string[] }
);

export interface DayHours {
  readonly date: string;
  /** As `09:00-17:00`. */
  readonly hours: readonly string[];
}

/** What would let an excluded rep take a lead, with the agreement that says so. */
export interface RepChange {
  readonly input: RepInput;
  readonly agreement: Agreement;
}

const HOUR_MINUTES = 60;

const withRep = (agreement: Agreement, rep: Rep): Agreement => ({
  ...agreement,
  reps: { ...agreement.reps, [rep.id]: rep },
});

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const span = ({ from, to }: Opening): string => `${clock(from)}-${clock(to > DAY_MINUTES ? to - DAY_MINUTES : to)}`;

const notAway = (rep: Rep, agreement: Agreement, at: Instant): readonly RepChange[] => {
  const today = localDate(rep.schedule.zone, at);
  const to = rep.schedule.away.filter((spell) => today < spell.from || spell.to < today);
  const changed = withRep(agreement, { ...rep, schedule: { ...rep.schedule, away: to } });
  const input = { kind: 'away' as const, rep: rep.id, path: `reps.${rep.id}.away`, from: rep.schedule.away, to };
  return [{ input, agreement: changed }];
};

/** At work for an hour from then on, or up to the day's next opening, beside what the day has already. */
const atWork = (rep: Rep, agreement: Agreement, at: Instant): readonly RepChange[] => {
  const { zone, holidays, dateHours, week } = rep.schedule;
  const date = localDate(zone, at);
  const closed = holidays.includes(date);
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  const usual = closed ? [] : (dateHours[date] ?? week[weekday] ?? []);
  const from = minuteOfDay(zone, at);
  const next = Math.min(DAY_MINUTES, ...usual.map((opening) => opening.from).filter((opens) => opens > from));
  const hours = [...usual, { from, to: Math.min(next, from + HOUR_MINUTES) }].sort((a, b) => a.from - b.from);
  const schedule = {
    ...rep.schedule,
    holidays: holidays.filter((day) => day !== date),
    dateHours: { ...dateHours, [date]: hours },
  };
  const to = { date, hours: hours.map(span) };
  const known = dateHours[date] === undefined ? null : { date, hours: usual.map(span) };
  const changed = withRep(agreement, { ...rep, schedule });
  const input = { kind: 'hours' as const, rep: rep.id, path: `reps.${rep.id}.overrides`, from: known, to };
  return [{ input, agreement: changed }];
};

const roomier = (rep: Rep, agreement: Agreement, limit: 'open' | 'perDay'): readonly RepChange[] => {
  const from = rep.capacity[limit];
  if (from === undefined) return [];
  const { [limit]: _, ...unlimited } = rep.capacity;
  const change = (to: number | null): RepChange => ({
    input: { kind: 'capacity', rep: rep.id, path: `reps.${rep.id}.capacity.${limit}`, from, to },
    agreement: withRep(agreement, { ...rep, capacity: to === null ? unlimited : { ...unlimited, [limit]: to } }),
  });
  return [change(from + 1), change(null)];
};

const speaking = (rep: Rep, agreement: Agreement, language: unknown): readonly RepChange[] => {
  if (typeof language !== 'string') return [];
  const to = [...rep.languages, language.toLowerCase()];
  const changed = withRep(agreement, { ...rep, languages: to });
  const input = { kind: 'language' as const, rep: rep.id, path: `reps.${rep.id}.languages`, from: rep.languages, to };
  return [{ input, agreement: changed }];
};

/** What would let an excluded rep take a lead of this language at this instant, the smallest first. */
export const repChanges = (
  { rep: id, excluded }: ExcludedRep,
  agreement: Agreement,
  at: Instant,
  language: unknown,
): readonly RepChange[] => {
  const rep = agreement.reps[id];
  if (rep === undefined) return [];
  switch (excluded) {
    case 'away':
      return notAway(rep, agreement, at);
    case 'off-hours':
    case 'starts-later':
      return atWork(rep, agreement, at);
    case 'full':
      return roomier(rep, agreement, 'open');
    case 'full-today':
      return roomier(rep, agreement, 'perDay');
    case 'language':
      return speaking(rep, agreement, language);
    case 'paused':
    case 'past-owner':
    case 'left':
    case 'never-at-work':
    case 'no-channel':
      return [];
  }
};
