import { DAY_MS } from '../../../domain/time/durations.ts';
import type { Interval } from '../../../domain/time/interval.ts';
import type { Schedule } from '../../../domain/time/schedule.ts';
import { dateOf, instantOf, localDay, offsetAt, type Zone } from '../../../domain/time/zone.ts';

/*
 * Weeks are told by the Monday that they begin on, in local days since 1970-01-01.
 */

const WEEKS_OF_YEAR = 53;
/** So many weeks from this one on, dates that people have written count. */
const WEEKS_WITH_DATES = 13;

export const weekFrom = (monday: number, zone: Zone): Interval => ({
  from: instantOf(zone, monday * DAY_MS),
  to: instantOf(zone, (monday + 7) * DAY_MS),
});

/** How the clocks of the zones stand in a week, and how they change within it or close to it. */
const clocksIn = (monday: number, zones: readonly Zone[]): string =>
  zones
    .map((zone) => {
      const { from, to } = weekFrom(monday, zone);
      const changes = zone.changes.filter((at) => at > from - DAY_MS && at < to + DAY_MS);
      return [offsetAt(zone, from), offsetAt(zone, to), ...changes.map((at) => at - from)].join();
    })
    .join(';');

/** The weeks of the year from `monday` on: those in which clocks stand, or change, the same way are together. */
export const weeksByClocks = (monday: number, zones: readonly Zone[]): readonly (readonly number[])[] => {
  const alike = new Map<string, number[]>();
  for (let week = monday; week < monday + 7 * WEEKS_OF_YEAR; week += 7) {
    const clocks = clocksIn(week, zones);
    const weeks = alike.get(clocks) ?? [];
    weeks.push(week);
    alike.set(clocks, weeks);
  }
  return [...alike.values()];
};

/** Somebody with hours, or a duty. */
interface Scheduled {
  readonly schedule: Schedule;
  readonly shifts?: readonly Interval[];
}

const hasDates = ({ schedule, shifts = [] }: Scheduled, monday: number): boolean => {
  const { zone, away, dateHours, breaks } = schedule;
  // A shift of the day before reaches into the week, and who is asked may be at work only after it.
  const [first, last] = [dateOf(monday - 1), dateOf(monday + 8)];
  const within = (date: string): boolean => first <= date && date <= last;
  return (
    away.some(({ from, to }) => from <= last && first <= to) ||
    shifts.some(({ from, to }) => dateOf(localDay(zone, from)) <= last && first <= dateOf(localDay(zone, to))) ||
    [dateHours, breaks].some((dates) => Object.keys(dates).some(within))
  );
};

/** Those of the coming weeks in which somebody is away or has other hours, or stands in on duty. */
export const weeksWithDates = (monday: number, all: readonly Scheduled[]): readonly number[] =>
  Array.from({ length: WEEKS_WITH_DATES }, (_, i) => monday + 7 * i).filter((week) =>
    all.some((one) => hasDates(one, week)),
  );
