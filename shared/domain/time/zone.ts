import { DAY_MS, MINUTE_MS } from './durations.ts';
import type { Instant } from './instant.ts';

/**
 * The clock of a place as data, so that what a rep's hours mean does not depend on the machine that reads them. The
 * offsets say how many milliseconds it is ahead of UTC: the first before the first change, each other from the change
 * of its place on. Before the first and after the last change that it knows, nothing changes.
 */
export interface Zone {
  /** IANA. */
  readonly name: string;
  /** Rising. */
  readonly changes: readonly Instant[];
  /** One more than changes. */
  readonly offsets: readonly number[];
}

/*
 * A local time is a number of milliseconds too: what the local clock shows, read as if it were UTC. So `local / DAY_MS`
 * counts local days since 1970-01-01.
 */

export const UTC: Zone = { name: 'UTC', changes: [], offsets: [0] };

// 4,096 days are eleven years. A full cache starts afresh.
const MAX_DATES = 4_096;
const dates = new Map<number, string>();

/** How many of the zone's changes have come by `at`. */
function changesBy({ changes }: Zone, at: Instant): number {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((changes[middle] ?? Number.POSITIVE_INFINITY) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Milliseconds the zone's clock is ahead of UTC. */
export function offsetAt(zone: Zone, at: Instant): number {
  return zone.offsets[changesBy(zone, at)] ?? 0;
}

function localTime(zone: Zone, at: Instant): number {
  return at + offsetAt(zone, at);
}

/**
 * The first instant at which the zone's clock has reached `local`. A local time that the clocks skip is the instant of
 * the skip; one that they show twice is its first showing. The days, and the intervals of a day, therefore follow each
 * other without gap or overlap, and a whole day is as long as it really is: 23, 24 or 25 hours.
 */
export function instantOf(zone: Zone, local: number): Instant {
  const { changes, offsets } = zone;
  // No clock is a day ahead or behind, so no earlier one has shown it.
  for (let index = changesBy(zone, local - DAY_MS); ; index++) {
    const begin = changes[index - 1] ?? Number.NEGATIVE_INFINITY;
    const reached = Math.max(begin, local - (offsets[index] ?? 0));
    const end = changes[index];
    if (end === undefined || reached < end) return reached;
  }
}

/** As `instantOf`, but always after `at`: the second showing where the clocks were put back and the first has passed. */
export function nextInstantOf(zone: Zone, local: number, at: Instant): Instant {
  const first = instantOf(zone, local);
  return first > at ? first : local - offsetAt(zone, at);
}

/** The instant, after `at`, at which the next local day begins. */
export function nextLocalMidnight(zone: Zone, at: Instant): Instant {
  return nextInstantOf(zone, (localDay(zone, at) + 1) * DAY_MS, at);
}

/** Local days since 1970-01-01. */
export function localDay(zone: Zone, at: Instant): number {
  return Math.floor(localTime(zone, at) / DAY_MS);
}

/** `YYYY-MM-DD`. */
export function localDate(zone: Zone, at: Instant): string {
  return dateOf(localDay(zone, at));
}

/** Whole minutes that the local clock shows since its midnight: 0 to 1439. */
export function minuteOfDay(zone: Zone, at: Instant): number {
  const local = localTime(zone, at);
  return Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / MINUTE_MS);
}

/** Of a day counted from 1970-01-01, which was a Thursday. Monday is 0. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** `YYYY-MM-DD` of a day counted from 1970-01-01. Throws a RangeError for one that `Date` cannot hold. */
export function dateOf(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * DAY_MS).toISOString().slice(0, -14);
  if (dates.size >= MAX_DATES) dates.clear();
  dates.set(day, date);
  return date;
}
