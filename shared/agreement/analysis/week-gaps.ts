import { DAY_MS, MINUTE_MS } from '../../domain/time/durations.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { type Interval, merged, without } from '../../domain/time/interval.ts';
import { opensOn } from '../../domain/time/open-days.ts';
import { DAY_MINUTES, type Opening, type Schedule } from '../../domain/time/schedule.ts';
import { instantOf, localDay, minuteOfDay, type Zone } from '../../domain/time/zone.ts';

/** Seven days, Monday first; of each the stretches, in minutes of the local day. */
export type Week = readonly (readonly Opening[])[];

/** The same hours every week: no holidays, no absences, no other dates. */
export const ordinary = (schedule: Schedule): Schedule => ({
  zone: schedule.zone,
  week: schedule.week,
  holidays: [],
  dateHours: {},
  breaks: {},
  away: [],
});

/** Local days since 1970-01-01 up to the Monday of the week that holds `at`. */
export const mondayOf = (zone: Zone, at: Instant): Instant => {
  const day = localDay(zone, at);
  return day - ((((day + 3) % 7) + 7) % 7);
};

/** When at least one of the ordinary schedules is open around the week that begins on `monday`, in epoch milliseconds. */
export const openAround = (schedules: readonly Schedule[], monday: number): readonly Interval[] =>
  merged(
    // Zones lie up to a day apart on either side.
    schedules.flatMap((schedule) => Array.from({ length: 11 }, (_, i) => opensOn(schedule, monday - 2 + i)).flat()),
  );

/** What of a zone's week, from `monday` on, is in none of the stretches. */
export const gapsOf = (open: readonly Interval[], monday: number, zone: Zone): Week =>
  Array.from({ length: 7 }, (_, i) => {
    const day: Interval = {
      from: instantOf(zone, (monday + i) * DAY_MS),
      to: instantOf(zone, (monday + i + 1) * DAY_MS),
    };
    const around = open.filter(({ from, to }) => from < day.to && to > day.from);
    return without([day], around).map(({ from, to }) => ({
      from: minuteOfDay(zone, from),
      to: to === day.to ? DAY_MINUTES : minuteOfDay(zone, to),
    }));
  });

export const hoursIn = (week: Week): number =>
  week.flat().reduce((sum, { from, to }) => sum + (to - from) * MINUTE_MS, 0) / (60 * MINUTE_MS);
