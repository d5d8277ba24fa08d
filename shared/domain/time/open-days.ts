import { DAY_MS, MINUTE_MS } from './durations.ts';
import { type Interval, merged, without } from './interval.ts';
import { DAY_MINUTES, type Opening, type Schedule } from './schedule.ts';
import { dateOf, instantOf, weekdayOf, type Zone } from './zone.ts';

interface OpenDays {
  readonly holidays: ReadonlySet<string>;
  readonly never: boolean;
  /** Whether any opening runs past midnight. */
  readonly nights: boolean;
  readonly days: Map<number, readonly Interval[]>;
}

/** More than the days that a search may cross without an opening, so that it never empties its own cache. */
const MAX_DAYS = 1_024;
const CLOSED: readonly Interval[] = [];
/** What is not of a day, in its minutes. */
const BEFORE: Interval = { from: -DAY_MINUTES, to: 0 };
const AFTER: Interval = { from: DAY_MINUTES, to: 2 * DAY_MINUTES };
const openDays = new WeakMap<Schedule, OpenDays>();

/** The intervals, in epoch milliseconds and in order, at which `schedule` is open on a day counted from 1970-01-01. */
export function opensOn(schedule: Schedule, day: number): readonly Interval[] {
  const known = compiled(schedule);
  const { days } = known;
  const before = days.get(day);
  if (before !== undefined) return before;
  const hours = hoursOf(schedule, known, day);
  const open = hours.length === 0 ? CLOSED : merged(hours.map((opening) => instantsOf(schedule.zone, day, opening)));
  if (days.size >= MAX_DAYS) days.clear();
  days.set(day, open);
  return open;
}

/** True where neither the week nor any date has hours: no search is needed. */
export function neverOpens(schedule: Schedule): boolean {
  return compiled(schedule).never;
}

/** From midnight to midnight: what is left of the shifts that began the day before, and what begins on this one. */
function hoursOf(schedule: Schedule, known: OpenDays, day: number): readonly Opening[] {
  const hours = beginningOn(schedule, known, day);
  const breaks = schedule.breaks[dateOf(day)] ?? CLOSED;
  if (!known.nights) return without(merged(hours), breaks);
  const yesterday = beginningOn(schedule, known, day - 1);
  const all = [...yesterday.map(({ from, to }) => ({ from: from - DAY_MINUTES, to: to - DAY_MINUTES })), ...hours];
  return without(merged(all), [BEFORE, ...breaks, AFTER]);
}

/** A shift belongs to the day on which it begins: whoever is off on that day does not work after its midnight either. */
function beginningOn(schedule: Schedule, { holidays }: OpenDays, day: number): readonly Opening[] {
  const date = dateOf(day);
  if (holidays.has(date) || holidays.has(`*${date.slice(-6)}`)) return CLOSED;
  if (schedule.away.some(({ from, to }) => from <= date && date <= to)) return CLOSED;
  return schedule.dateHours[date] ?? schedule.week[weekdayOf(day)] ?? CLOSED;
}

const instantsOf = (zone: Zone, day: number, opening: Opening): Interval => ({
  from: instantOf(zone, day * DAY_MS + Math.round(opening.from * MINUTE_MS)),
  to: instantOf(zone, day * DAY_MS + Math.round(opening.to * MINUTE_MS)),
});

function compiled(schedule: Schedule): OpenDays {
  const known = openDays.get(schedule);
  if (known !== undefined) return known;
  const hours = [...schedule.week, ...Object.values(schedule.dateHours)];
  const made: OpenDays = {
    holidays: new Set(schedule.holidays),
    never: hours.every((openings) => openings.length === 0),
    nights: hours.flat().some(({ to }) => to > DAY_MINUTES),
    days: new Map(),
  };
  openDays.set(schedule, made);
  return made;
}
