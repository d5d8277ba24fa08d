import { DAY_MS } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import { mondayOf, WEEK_DAYS, weekNamed } from '../time/iso-week.ts';
import { dateOf, instantOf, localDay, type Zone } from '../time/zone.ts';

/** Days, as local days from 1970-01-01, both included. */
export interface Period {
  readonly from: number;
  readonly to: number;
  readonly zone: Zone;
  /** Nothing after it counts. */
  readonly asOf: Instant;
  /** The first instant of it, and the first after it. */
  readonly begin: Instant;
  readonly end: Instant;
}

export interface Week {
  readonly name: string;
  /** `YYYY-MM-DD`, its Monday. */
  readonly from: string;
  /** Whether the whole week lies in the period, and has been. */
  readonly isWhole: boolean;
  /** The first instant of its part in the period. */
  readonly begin: Instant;
}

const beginOf = (zone: Zone, day: number): Instant => instantOf(zone, day * DAY_MS);

export const periodOf = (days: Pick<Period, 'from' | 'to' | 'zone' | 'asOf'>): Period => ({
  ...days,
  begin: beginOf(days.zone, days.from),
  end: beginOf(days.zone, days.to + 1),
});

export const isIn = ({ begin, end }: Period, at: Instant): boolean => begin <= at && at < end;

/** Of something that may not have been done. */
export const wasIn = (period: Period, deed: { readonly at: Instant } | undefined): boolean =>
  deed !== undefined && isIn(period, deed.at);

/** The ISO weeks that the period touches. */
export const weeksOf = ({ from, to, zone, asOf }: Period): readonly Week[] => {
  const last = Math.min(to, localDay(zone, asOf));
  const weeks: Week[] = [];
  for (let monday = mondayOf(from); monday <= to; monday += WEEK_DAYS) {
    weeks.push({
      name: weekNamed(monday),
      from: dateOf(monday),
      isWhole: monday >= from && monday + WEEK_DAYS - 1 <= last,
      begin: beginOf(zone, Math.max(monday, from)),
    });
  }
  return weeks;
};

/** How many instants fall in each of the weeks of a period, in the order of the weeks. */
export const countByWeek = (
  weeks: readonly Week[],
  period: Period,
  instants: readonly Instant[],
): readonly number[] => {
  const counts = weeks.map(() => 0);
  for (const at of instants) {
    if (!isIn(period, at)) continue;
    let [low, high] = [0, weeks.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((weeks[middle]?.begin ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    counts[low] = (counts[low] ?? 0) + 1;
  }
  return counts;
};
