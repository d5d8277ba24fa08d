import type { Instant } from '../time/instant.ts';
import { MOST_WEEKS, mondayOf, WEEK_DAYS } from '../time/iso-week.ts';
import { localDay, type Zone } from '../time/zone.ts';

/** A history of facts, of which some are counted. */
export interface History {
  /** The first fact of all, whatever it is, and the last that counts. */
  readonly from: Instant;
  readonly asOf: Instant;
  /** Where weeks begin and end. */
  readonly zone: Zone;
}

export interface WeeklyCounts {
  /** The Monday of the first whole week, in local days from 1970-01-01. */
  readonly firstMonday: number;
  /** How many fell in each whole week, one after the other. */
  readonly counts: readonly number[];
}

/** Whole ISO weeks only: both their first and their last day lie in the history. Of a long one, the last `MOST_WEEKS`. */
export const weeklyCounts = (happened: readonly Instant[], { from, asOf, zone }: History): WeeklyCounts => {
  const first = mondayOf(localDay(zone, from) + WEEK_DAYS - 1);
  const all = Math.max(0, Math.floor((localDay(zone, asOf) + 1 - first) / WEEK_DAYS));
  const weeks = Math.min(all, MOST_WEEKS);
  const firstMonday = first + (all - weeks) * WEEK_DAYS;
  const counts = Array.from({ length: weeks }, () => 0);
  for (const at of happened) {
    const week = at > asOf ? -1 : Math.floor((localDay(zone, at) - firstMonday) / WEEK_DAYS);
    const count = counts[week];
    if (count !== undefined) counts[week] = count + 1;
  }
  return { firstMonday, counts };
};
