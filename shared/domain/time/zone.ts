import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './durations.ts';
import type { Instant } from './instant.ts';

/**
 * Local clocks of IANA zones, from the platform's `Intl` alone. A local time is a number of milliseconds too: what the
 * local clock shows, read as if it were UTC. So `local / DAY_MS` counts local days since 1970-01-01.
 *
 * Every function throws a RangeError for a zone that `Intl` does not know and an instant that `Date` cannot hold.
 */

/** One day of UTC: `before` holds up to `change`, `after` from there on; `change` is `end` where nothing changes. */
interface UtcDay {
  readonly start: number;
  readonly end: number;
  readonly change: number;
  readonly before: number;
  readonly after: number;
}

interface Zone {
  readonly format: Intl.DateTimeFormat;
  readonly days: Map<number, UtcDay>;
}

// Some 600 names exist; 4,096 days are eleven years. A full cache starts afresh.
const MAX_ZONES = 600;
const MAX_DAYS = 4_096;
const LAST_INSTANT = 8_640_000_000_000_000;
const zones = new Map<string, Zone>();
const dates = new Map<number, string>();

/** Milliseconds the zone's clock is ahead of UTC. */
export function offsetAt(timeZone: string, at: Instant): number {
  const day = utcDay(zoneOf(timeZone), Math.floor(at / DAY_MS));
  return at < day.change ? day.before : day.after;
}

function localTime(timeZone: string, at: Instant): number {
  return at + offsetAt(timeZone, at);
}

/**
 * The first instant at which the zone's clock has reached `local`. A local time that the clocks skip is the instant of
 * the skip; one that they show twice is its first showing. The days, and the intervals of a day, therefore follow each
 * other without gap or overlap, and a whole day is as long as it really is: 23, 24 or 25 hours.
 */
export function instantOf(timeZone: string, local: number): Instant {
  const zone = zoneOf(timeZone);
  const nearest = Math.floor(local / DAY_MS);
  // No clock is a day ahead or behind, so the instant lies within a day of `local`.
  for (let index = nearest - 1; ; index++) {
    const day = utcDay(zone, index);
    const early = Math.max(day.start, local - day.before);
    const reached = early < day.change ? early : Math.max(day.change, local - day.after);
    if (reached < day.end || index > nearest) return reached;
  }
}

/** As `instantOf`, but always after `at`: the second showing where the clocks were put back and the first has passed. */
export function nextInstantOf(timeZone: string, local: number, at: Instant): Instant {
  const first = instantOf(timeZone, local);
  return first > at ? first : local - offsetAt(timeZone, at);
}

/** The instant, after `at`, at which the next local day begins. */
export function nextLocalMidnight(timeZone: string, at: Instant): Instant {
  return nextInstantOf(timeZone, (localDay(timeZone, at) + 1) * DAY_MS, at);
}

/** Local days since 1970-01-01. */
export function localDay(timeZone: string, at: Instant): number {
  return Math.floor(localTime(timeZone, at) / DAY_MS);
}

/** `YYYY-MM-DD`. */
export function localDate(timeZone: string, at: Instant): string {
  return dateOf(localDay(timeZone, at));
}

/** Whole minutes that the local clock shows since its midnight: 0 to 1439. */
export function minuteOfDay(timeZone: string, at: Instant): number {
  const local = localTime(timeZone, at);
  return Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / MINUTE_MS);
}

/** `YYYY-MM-DD` of a day counted from 1970-01-01. */
export function dateOf(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * DAY_MS).toISOString().slice(0, -14);
  if (dates.size >= MAX_DAYS) dates.clear();
  dates.set(day, date);
  return date;
}

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  if (zones.size >= MAX_ZONES) zones.clear();
  const zone: Zone = { format, days: new Map() };
  zones.set(timeZone, zone);
  return zone;
}

function utcDay(zone: Zone, index: number): UtcDay {
  const known = zone.days.get(index);
  if (known !== undefined) return known;
  const start = index * DAY_MS;
  const end = start + DAY_MS;
  const before = zone.days.get(index - 1)?.after ?? readOffset(zone, start);
  const after = zone.days.get(index + 1)?.before ?? readOffset(zone, end);
  const day: UtcDay = {
    start,
    end,
    before,
    after,
    change: before === after ? end : changeIn(zone, start, end, before),
  };
  if (zone.days.size >= MAX_DAYS) zone.days.clear();
  zone.days.set(index, day);
  return day;
}

/** The first instant of a day at which `before` no longer holds. No zone has changed twice within one day of UTC. */
function changeIn(zone: Zone, start: number, end: number, before: number): number {
  let [held, changed] = [start, end];
  while (changed - held > 1) {
    const middle = Math.floor((held + changed) / 2);
    if (readOffset(zone, middle) === before) held = middle;
    else changed = middle;
  }
  return changed;
}

/** From `GMT`, `GMT+05:30` or, before time was standardised, `GMT-00:01:15` at the end of the text. */
function readOffset(zone: Zone, at: Instant): number {
  const text = zone.format.format(Math.min(Math.max(at, -LAST_INSTANT), LAST_INSTANT));
  const [, sign, hours = 0, minutes = 0, seconds = 0] = /GMT([+-])(\d+):(\d+)(?::(\d+))?$/.exec(text) ?? [];
  const size = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS;
  return sign === '-' ? -size : size;
}
