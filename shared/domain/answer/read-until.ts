import { DAY_MS, MINUTE_MS } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import { instantOf, localDay, nextInstantOf, type Zone } from '../time/zone.ts';

/* Days and times as people write them in English, in lower case and in the writer's zone. */

const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

/** 1970-01-01 was a Thursday. */
const WEEKDAYS = ['thursday', 'friday', 'saturday', 'sunday', 'monday', 'tuesday', 'wednesday'];

/** The place of a name that is written in full or cut after three letters or more; -1 for none. */
const placeOf = (names: readonly string[], word: string): number =>
  names.findIndex((name) => word.length >= 3 && name.startsWith(word));

/** A date without a year that has passed by so many days is of next year; a nearer one is a mistake. */
const LONG_AGO = 183;

/** Minutes of the day that `9:30`, `17.00`, `5pm` or `5:30 pm` say; undefined for any other text. */
const minutesOf = (text: string): number | undefined => {
  const [, hours, written = '0', half] = /^(\d{1,2})(?:[:.](\d\d))? ?(am|pm)?$/.exec(text) ?? [];
  if (hours === undefined || /^\d+$/.test(text)) return undefined;
  const [hour, minutes] = [Number(hours), Number(written)];
  if (minutes > 59) return undefined;
  if (half === undefined) return hour > 23 ? undefined : hour * 60 + minutes;
  return hour < 1 || hour > 12 ? undefined : ((hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minutes;
};

/** A day counted from 1970-01-01; undefined for one that no calendar has. */
const dayOf = (year: number, month: number, date: number): number | undefined => {
  const at = new Date(Date.UTC(year, month, date));
  return at.getUTCMonth() === month && at.getUTCDate() === date ? at.getTime() / DAY_MS : undefined;
};

const DATE_FIRST = /^(?<date>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<month>[a-z]+)(?: (?<year>\d{4}))?$/;
const MONTH_FIRST = /^(?<month>[a-z]+) (?<date>\d{1,2})(?:st|nd|rd|th)?(?: (?<year>\d{4}))?$/;
const ISO = /^(\d{4})-(\d\d)-(\d\d)$/;

const namedDate = (text: string, today: number): number | undefined => {
  const { date, month = '', year } = (DATE_FIRST.exec(text) ?? MONTH_FIRST.exec(text))?.groups ?? {};
  const place = placeOf(MONTHS, month);
  if (date === undefined || place < 0) return undefined;
  if (year !== undefined) return dayOf(Number(year), place, Number(date));
  const thisYear = new Date(today * DAY_MS).getUTCFullYear();
  const day = dayOf(thisYear, place, Number(date));
  return day !== undefined && today - day < LONG_AGO ? day : dayOf(thisYear + 1, place, Number(date));
};

/** The day that a text names, as one who writes it today means it: on a Friday, Friday is that of next week. */
const namedDay = (text: string, today: number): number | undefined => {
  if (text === 'tomorrow') return today + 1;
  const weekday = placeOf(WEEKDAYS, text);
  if (weekday >= 0) return today + 1 + ((weekday - today - 1 + 7 * today) % 7);
  const [, year, month, date] = ISO.exec(text) ?? [];
  return year === undefined ? namedDate(text, today) : dayOf(Number(year), Number(month) - 1, Number(date));
};

const TIME_OF_DAY = /^(?<day>.+?) (?:at )?(?<time>\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?)$/;

/** The instant at which a day begins, a time of it, or the next time that the clock shows; undefined for any other text. */
export const readUntil = (text: string, zone: Zone, now: Instant): Instant | undefined => {
  const today = localDay(zone, now);
  const at = (day: number, minutes: number): number => day * DAY_MS + minutes * MINUTE_MS;
  const next = minutesOf(text);
  if (next !== undefined) {
    const first = instantOf(zone, at(today, next));
    return first > now ? first : nextInstantOf(zone, at(today + 1, next), now);
  }
  const whole = namedDay(text, today);
  if (whole !== undefined) return instantOf(zone, at(whole, 0));
  const { day = '', time = '' } = TIME_OF_DAY.exec(text)?.groups ?? {};
  const named = day === 'today' ? today : namedDay(day, today);
  const minutes = minutesOf(time);
  return named === undefined || minutes === undefined ? undefined : instantOf(zone, at(named, minutes));
};
