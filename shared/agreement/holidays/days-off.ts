import type { WrittenRep } from '../files/reps.ts';
import type { Calendars } from './read-calendars.ts';

/** A holiday on which somebody does not work. */
export interface DayOff {
  /** The rep's id. */
  readonly rep: string;
  readonly name: string;
  /** Local, `YYYY-MM-DD`. */
  readonly date: string;
  /** What is kept, and by which calendar; absent for a date of the rep's own `holidays`. */
  readonly holiday?: { readonly name: string; readonly calendar: string };
}

/** Dates, both included. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

const ofRep = (rep: WrittenRep, calendars: Calendars): readonly DayOff[] => {
  const { id, name, calendar } = rep;
  // Whoever gives hours for a holiday works on it.
  const works = new Set(rep.overrides.flatMap(({ date, hours }) => (hours.length === 0 ? [] : [date])));
  const days = new Map<string, DayOff>(rep.holidays.map((date) => [date, { rep: id, name, date }]));
  if (calendar !== undefined) {
    for (const { date, name: holiday } of calendars.get(calendar) ?? []) {
      days.set(date, { rep: id, name, date, holiday: { name: holiday, calendar } });
    }
  }
  return [...days.values()].filter(({ date }) => !works.has(date));
};

/** Whose day off is when, by date and in the order of the reps. Absences are no holidays. */
export const daysOff = (
  reps: readonly WrittenRep[],
  calendars: Calendars,
  { from, to }: DateRange,
): readonly DayOff[] =>
  reps
    .flatMap((rep) => ofRep(rep, calendars))
    .filter(({ date }) => from <= date && date <= to)
    .sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
