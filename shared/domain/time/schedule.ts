import type { Interval } from './interval.ts';
import type { Zone } from './zone.ts';

export const DAY_MINUTES = 1_440;

/**
 * An interval of the local day in minutes from midnight, half open. 1440 is the end of the day; a shift that runs past
 * midnight goes on from there, to 2880 at most.
 */
export type Opening = Interval;

/**
 * When somebody works. Dates are local (`YYYY-MM-DD`). For what begins on a day the first that applies decides:
 * an absence or a holiday closes it, then `dateHours` is read, then `week`. A shift that runs past midnight belongs to
 * the day on which it begins. `breaks` are taken out of what remains, on their own date.
 * Openings of one day may touch or overlap, they count once; one that ends before it begins is ignored.
 * Results are remembered per object: a changed schedule is a new object.
 */
export interface Schedule {
  readonly zone: Zone;
  /** Seven days, Monday first. */
  readonly week: readonly (readonly Opening[])[];
  /** `*-MM-DD` closes the day in every year. */
  readonly holidays: readonly string[];
  readonly dateHours: Readonly<Record<string, readonly Opening[]>>;
  readonly breaks: Readonly<Record<string, readonly Opening[]>>;
  /** Both dates included. */
  readonly away: readonly { readonly from: string; readonly to: string }[];
}
