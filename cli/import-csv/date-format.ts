import { DAY_MS, MINUTE_MS } from '../../shared/domain/time/durations.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { instantOf, type Zone } from '../../shared/domain/time/zone.ts';
import { readInstant } from '../../shared/fields/instant.ts';

/** What a cell says: an instant, or what the local clock showed in milliseconds as if it were UTC. */
export type ReadDate =
  | { readonly at: Instant }
  | { readonly local: number /** Whether a time of day was given. */; readonly timed: boolean };

type Part = 'year' | 'shortYear' | 'month' | 'monthName' | 'day' | 'hour' | 'minute' | 'second' | 'half';

interface Format {
  readonly pattern: RegExp;
  readonly parts: readonly Part[];
}

/** English alone: a word of another language may begin as another month does here (Finnish marraskuu is November). */
const MONTH_NAMES = 'january february march april may june july august september october november december'.split(' ');

/** Three letters of a name, or all of it, or Sept; the three are captured. */
const MONTH_PATTERN = `((?:${MONTH_NAMES.map((name) => name.slice(0, 3)).join('|')}))(?:${MONTH_NAMES.filter(
  (name) => name.length > 3,
)
  .map((name) => `(?<=${name.slice(0, 3)})${name.slice(3)}`)
  .join('|')}|(?<=sep)t)?(?![a-z])`;

const DIGITS: Readonly<Record<Part, string>> = {
  year: '(\\d{4})',
  shortYear: '(\\d{2})',
  month: '(\\d{1,2})',
  monthName: MONTH_PATTERN,
  day: '(\\d{1,2})',
  hour: '(\\d{1,2})',
  minute: '(\\d{2})',
  second: '(\\d{2}(?:[.,]\\d+)?)',
  half: '([AaPp])\\.?[Mm]\\.?',
};

const TOKEN = /yyyy|yy|m{1,3}|d{1,2}|h{1,2}|s{1,2}|am\/pm|'[^']*'|[^a-z]|./gi;

const partOf = (token: string, hasHour: boolean): Part | undefined => {
  switch (token.toLowerCase()) {
    case 'yyyy':
      return 'year';
    case 'yy':
      return 'shortYear';
    case 'mmm':
      return 'monthName';
    case 'm':
    case 'mm':
      return hasHour ? 'minute' : 'month';
    case 'd':
    case 'dd':
      return 'day';
    case 'h':
    case 'hh':
      return 'hour';
    case 's':
    case 'ss':
      return 'second';
    case 'am/pm':
      return 'half';
    default:
      return undefined;
  }
};

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

/** As spreadsheets write them: `m` is the month, and the minute once an hour came before it. */
const compile = (format: string): Format | undefined => {
  const parts: Part[] = [];
  let pattern = '';
  for (const [token] of format.matchAll(TOKEN)) {
    const part = partOf(token, parts.includes('hour'));
    if (part === undefined && /^[a-z]$/i.test(token) && token !== 'T') return undefined;
    if (part === undefined) pattern += literally(token.replace(/^'(.*)'$/, '$1'));
    else {
      if (parts.includes(part)) return undefined;
      parts.push(part);
      // Without separators each part has the width that it is written with: yyyymmdd.
      pattern += token.length === 2 && DIGITS[part] === '(\\d{1,2})' ? '(\\d{2})' : DIGITS[part];
    }
  }
  const has = (part: Part): boolean => parts.includes(part);
  const dated = (has('year') || has('shortYear')) && (has('month') || has('monthName')) && has('day');
  return dated ? { pattern: new RegExp(`^${pattern}$`, 'i'), parts } : undefined;
};

const formats = new Map<string, Format | undefined>();

const formatOf = (format: string): Format | undefined => {
  if (!formats.has(format)) formats.set(format, compile(format));
  return formats.get(format);
};

/** Milliseconds of one, and the numbers that are none of it: the other's, of our time. */
const NUMERIC: Readonly<Record<string, { readonly ms: number; readonly isOther: (number: number) => boolean }>> = {
  'epoch-seconds': { ms: 1_000, isOther: (number) => number >= 1e11 },
  'epoch-milliseconds': { ms: 1, isOther: (number) => number >= 1e9 && number < 1e11 },
};

const readEpoch = (text: string, { ms, isOther }: (typeof NUMERIC)[string]): ReadDate | undefined =>
  !/^\d{1,15}(\.\d+)?$/.test(text) || isOther(Number(text)) ? undefined : { at: Math.round(Number(text) * ms) };

/** Whether dates can be read by it. */
export const isDateFormat = (format: string): boolean =>
  format === 'iso' || format === 'excel' || Object.hasOwn(NUMERIC, format) || formatOf(format) !== undefined;

/** A date of ISO 8601, local where it has no offset; with one, whatever programs write for it (`+0000`, `+01`, ` UTC`). */
const readIso = (text: string): ReadDate | undefined => {
  if (!/^\d{4}-/.test(text)) return undefined;
  const reading = readInstant(text);
  if ('value' in reading) return { at: reading.value };
  const [, date, time] = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?$/.exec(text) ?? [];
  if (date === undefined) return undefined;
  const [midnight, local] = [Date.parse(`${date}T00:00Z`), Date.parse(`${date}T${time ?? '00:00'}Z`)];
  // A day that its month has not is the next month's here. 24:00 is the next day's first minute.
  if (Number.isNaN(local) || !new Date(midnight).toISOString().startsWith(date)) return undefined;
  return { local, timed: time !== undefined };
};

/** 1 March 1900, from which on spreadsheets count right, to the end of the year 9999. */
const SERIAL = { first: 61, last: 2_958_465 };
const SERIAL_ZERO = Date.UTC(1899, 11, 30);

/** A spreadsheet's own count of days, as a date's cell shows it once it has lost its format; to the second. */
const readSerial = (text: string): ReadDate | undefined => {
  if (!/^\d{2,7}(?:[.,]\d+)?$/.test(text)) return undefined;
  const days = Number(text.replace(',', '.'));
  if (days < SERIAL.first || days > SERIAL.last) return undefined;
  return { local: SERIAL_ZERO + Math.round((days * DAY_MS) / 1_000) * 1_000, timed: !Number.isInteger(days) };
};

/** Whether a cell holds what a spreadsheet would count as a day of our time. */
export const looksLikeSerial = (text: string): boolean => /^[2-6]\d{4}(?:[.,]\d+)?$/.test(text);

const readParts = (text: string, { pattern, parts }: Format): ReadDate | undefined => {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const part = (name: Part): string | undefined => {
    const at = parts.indexOf(name);
    return at === -1 ? undefined : match[at + 1];
  };
  const short = part('shortYear');
  // As spreadsheets do: 00 to 29 are of this century.
  const year = short === undefined ? Number(part('year')) : Number(short) + (Number(short) < 30 ? 2000 : 1900);
  const month = Number(
    part('month') ?? MONTH_NAMES.findIndex((name) => name.startsWith((part('monthName') ?? '?').toLowerCase())) + 1,
  );
  const day = Number(part('day'));
  const half = part('half')?.toLowerCase();
  const written = Number(part('hour') ?? 0);
  const hour = half === undefined ? written : (written % 12) + (half === 'p' ? 12 : 0);
  const minute = Number(part('minute') ?? 0);
  const second = Number((part('second') ?? '0').replace(',', '.'));
  const midnight = Date.UTC(year, month - 1, day);
  const date = new Date(midnight);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  if (hour > 23 || minute > 59 || second >= 60 || (half !== undefined && (written < 1 || written > 12)))
    return undefined;
  const local = midnight + Math.round((hour * 3_600 + minute * 60 + second) * 1_000);
  return { local, timed: parts.includes('hour') };
};

/** Reads a cell by a format; undefined if it is not of this format or no date that there is. */
export const readDate = (text: string, format: string): ReadDate | undefined => {
  if (format === 'iso') return readIso(text);
  if (format === 'excel') return readSerial(text);
  const unit = NUMERIC[format];
  if (unit !== undefined) return readEpoch(text, unit);
  const compiled = formatOf(format);
  return compiled === undefined ? undefined : readParts(text, compiled);
};

/** Minutes of the day of `09:00`. */
const minutesOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

/**
 * Epoch milliseconds of what was read, in a zone. A date without a time gets that of `at`, midnight without
 * one; of a range such as `09:00-17:00` the minute at the share `spread` of it, 0 to 1.
 */
export const instantOfDate = (date: ReadDate, zone: Zone, at: string | undefined, spread: number): Instant => {
  if ('at' in date) return date.at;
  if (date.timed || at === undefined) return instantOf(zone, date.local);
  const from = minutesOf(at);
  const to = at.length > 5 ? minutesOf(at.slice(6)) : from;
  const length = (to - from + DAY_MS / MINUTE_MS) % (DAY_MS / MINUTE_MS);
  return instantOf(zone, date.local + (from + Math.floor(spread * length)) * MINUTE_MS);
};
