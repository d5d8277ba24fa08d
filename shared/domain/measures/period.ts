import type { Instant } from '../time/instant.ts';
import { mondayOf, WEEK_DAYS, weekNamed } from '../time/iso-week.ts';
import { dateOf, localDay, type Zone } from '../time/zone.ts';

/** Days, as local days from 1970-01-01, both included. */
export interface Period {
  readonly from: number;
  readonly to: number;
  readonly zone: Zone;
  /** Nothing after it counts. */
  readonly asOf: Instant;
}

export interface Week {
  readonly name: string;
  /** `YYYY-MM-DD`, its Monday. */
  readonly from: string;
  /** Whether the whole week lies in the period, and has been. */
  readonly isWhole: boolean;
  readonly has: (at: Instant) => boolean;
}

export const isIn = ({ from, to, zone }: Period, at: Instant): boolean => {
  const day = localDay(zone, at);
  return from <= day && day <= to;
};

/** Of something that may not have been done. */
export const wasIn = (period: Period, deed: { readonly at: Instant } | undefined): boolean =>
  deed !== undefined && isIn(period, deed.at);

/** The ISO weeks that the period touches. */
export const weeksOf = (period: Period): readonly Week[] => {
  const { from, to, zone, asOf } = period;
  const last = Math.min(to, localDay(zone, asOf));
  const weeks: Week[] = [];
  for (let monday = mondayOf(from); monday <= to; monday += WEEK_DAYS) {
    weeks.push({
      name: weekNamed(monday),
      from: dateOf(monday),
      isWhole: monday >= from && monday + WEEK_DAYS - 1 <= last,
      has: (at) => isIn(period, at) && mondayOf(localDay(zone, at)) === monday,
    });
  }
  return weeks;
};
