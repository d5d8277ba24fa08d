import { DAY_MS, MINUTE_MS } from './durations.ts';
import { type Interval, merged, without } from './interval.ts';
import type { Opening, Schedule } from './schedule.ts';
import { dateOf, instantOf } from './zone.ts';

interface OpenDays {
  readonly holidays: ReadonlySet<string>;
  readonly never: boolean;
  readonly days: Map<number, readonly Interval[]>;
}

/** More than the days that a search may cross without an opening, so that it never empties its own cache. */
const MAX_DAYS = 1_024;
const CLOSED: readonly Interval[] = [];
const openDays = new WeakMap<Schedule, OpenDays>();

/** The intervals, in epoch milliseconds and in order, at which `schedule` is open on a day counted from 1970-01-01. */
export function opensOn(schedule: Schedule, day: number): readonly Interval[] {
  const { days, holidays } = compiled(schedule);
  const known = days.get(day);
  if (known !== undefined) return known;
  const hours = hoursOf(schedule, holidays, day);
  const open =
    hours.length === 0 ? CLOSED : merged(hours.map((opening) => instantsOf(schedule.timeZone, day, opening)));
  if (days.size >= MAX_DAYS) days.clear();
  days.set(day, open);
  return open;
}

/** True where neither the week nor any date has hours: no search is needed. */
export function neverOpens(schedule: Schedule): boolean {
  return compiled(schedule).never;
}

function hoursOf(schedule: Schedule, holidays: ReadonlySet<string>, day: number): readonly Opening[] {
  const date = dateOf(day);
  if (holidays.has(date) || holidays.has(`*${date.slice(-6)}`)) return CLOSED;
  if (schedule.away.some(({ from, to }) => from <= date && date <= to)) return CLOSED;
  const hours = schedule.dateHours[date] ?? schedule.week[weekday(day)] ?? CLOSED;
  return without(merged(hours), schedule.breaks[date] ?? CLOSED);
}

const instantsOf = (timeZone: string, day: number, opening: Opening): Interval => ({
  from: instantOf(timeZone, day * DAY_MS + Math.round(opening.from * MINUTE_MS)),
  to: instantOf(timeZone, day * DAY_MS + Math.round(opening.to * MINUTE_MS)),
});

/** Monday is 0; 1970-01-01 was a Thursday. */
const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;

function compiled(schedule: Schedule): OpenDays {
  const known = openDays.get(schedule);
  if (known !== undefined) return known;
  const hours = [...schedule.week, ...Object.values(schedule.dateHours)];
  const made: OpenDays = {
    holidays: new Set(schedule.holidays),
    never: hours.every((openings) => openings.length === 0),
    days: new Map(),
  };
  openDays.set(schedule, made);
  return made;
}
