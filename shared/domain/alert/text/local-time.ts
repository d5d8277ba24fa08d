import { DAY_MS } from '../../time/durations.ts';
import type { Instant } from '../../time/instant.ts';
import { localDay, minuteOfDay, type Zone } from '../../time/zone.ts';

/** Instants in the reader's zone, 24 h; seconds are cut off, so a deadline never shows later than it is. */

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const weekday = (at: Instant, zone: Zone): string => WEEKDAYS[new Date(localDay(zone, at) * DAY_MS).getUTCDay()] ?? '';

const clock = (at: Instant, zone: Zone): string => {
  const minute = minuteOfDay(zone, at);
  const digits = (value: number): string => String(value).padStart(2, '0');
  return `${digits(Math.floor(minute / 60))}:${digits(minute % 60)}`;
};

/** Such as `Tue 14:30`. */
export function shortTime(at: Instant, zone: Zone): string {
  return `${weekday(at, zone).slice(0, 3)} ${clock(at, zone)}`;
}

/** Such as `3 March 2026, 14:30`. */
export function dateAndTime(at: Instant, zone: Zone): string {
  const day = new Date(localDay(zone, at) * DAY_MS);
  return `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}, ${clock(at, zone)}`;
}

/** Such as `Tuesday 3 March 2026, 14:30 (Europe/Berlin)`. */
export function fullTime(at: Instant, zone: Zone): string {
  return `${weekday(at, zone)} ${dateAndTime(at, zone)} (${zone.name})`;
}
