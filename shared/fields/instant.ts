import { DAY_MS, MINUTE_MS } from '../domain/time/durations.ts';
import { tidy } from './characters.ts';
import { isPlaceholder } from './placeholder.ts';
import { ABSENT, andThen, type Reader, type Reading, read, readScalar, unreadable } from './reading.ts';

/** Date, time of day and offset of ISO 8601, with what programs write beside it: a space for the T, ` UTC`, `+01`. */
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt]| )(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,12}))?)? ?(?:([Zz]|UTC|GMT)|([+-])(\d\d)(?::?(\d\d))?)$/;

/** As most are written, on a day that each month has: it means to every program what it means here. */
const USUAL = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?Z$/;

/**
 * Other ways to write the same: the basic form of ISO 8601, the minus sign of typography, `UTC+1`, and the zone that Java
 * writes behind the offset.
 */
const inOneForm = (text: string): string =>
  text
    .replace(/^(\d{4})(\d\d)(\d\d)(?=[Tt]\d{4})/, '$1-$2-$3')
    .replace(/^(\S{10}[Tt]\d\d)(\d\d)(?=\D)/, '$1:$2')
    .replace(/^(\S{10}[Tt]\d\d)(\d\d)(\d\d)(?=\D)/, '$1:$2:$3')
    .replace('\u2212', '-')
    .replace(/\[[A-Za-z_/+-]+\d*\]$/, '')
    .replace(/ ?(?:UTC|GMT)([+-])(\d)(?=:|$)/, '$10$2')
    .replace(/ ?(?:UTC|GMT)(?=[+-]\d)/, '');

const WITHOUT_OFFSET = /^\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,12})?)?)?$/;

/** As MySQL writes no date. */
const ZERO_DATE = /^0000-00-00/;

/** Numbers are milliseconds since 1970 from 1973 on, or seconds from 2001 to 2286: no number can be both. */
const MILLISECONDS = 1e11;
const SECONDS = { from: 1e9, to: 1e10 };
const LAST = Date.UTC(9999, 11, 31);

/**
 * Dates that programs write for none: year 1 (.NET), 1601 (Windows), 1753 and 1899 (SQL Server, spreadsheets), 1904
 * (spreadsheets on a Mac), 1970 (Unix), in whatever zone, and the end of the year 9999. Nothing that we are told
 * of happened before the web did.
 */
export const isInstantOfNone = (at: number): boolean => at < Date.UTC(1971, 0, 1) || at >= LAST - DAY_MS;

const notSaid = (at: number): Reading<number> => (isInstantOfNone(at) ? ABSENT : read(at));

const NO_INSTANT = unreadable('not an ISO 8601 instant with an offset or Z');

const readNumeric = (number: number): Reading<number> => {
  if (!Number.isFinite(number)) return NO_INSTANT;
  if (number <= 0) return ABSENT;
  if (number >= MILLISECONDS && number <= LAST) return notSaid(Math.trunc(number));
  return number >= SECONDS.from && number < SECONDS.to ? read(Math.trunc(number * 1_000)) : NO_INSTANT;
};

const readIso = (text: string): Reading<number> => {
  const [, year, month, day, hour, minute, second = '0', fraction = '', , sign, hours = '0', minutes = '0'] =
    ISO.exec(text) ?? [];
  if (year === undefined) {
    if (!WITHOUT_OFFSET.test(text)) return NO_INSTANT;
    // It stands for none in whatever zone.
    return text < '1971' || text >= '9999-12-31' ? ABSENT : unreadable('a time without an offset or Z');
  }
  const midnight = new Date(0);
  midnight.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const isDay = midnight.getUTCMonth() === Number(month) - 1 && midnight.getUTCDate() === Number(day);
  // 24:00 ends a day, and a minute may have a second more: both are instants of the next.
  const isEnd = hour === '24' && Number(minute) === 0 && Number(second) === 0 && Number(fraction) === 0;
  const isTime = isEnd || (Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 60);
  const isOffset = Number(hours) * 60 + Number(minutes) <= 18 * 60 && Number(minutes) <= 59;
  if (!isDay || !isTime || !isOffset) return unreadable('no date and time that exists');
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -MINUTE_MS : MINUTE_MS);
  const time = (Number(hour) * 60 + Number(minute)) * MINUTE_MS + Number(second) * 1_000;
  return notSaid(midnight.getTime() + time + Number(fraction.slice(0, 3).padEnd(3, '0')) - offset);
};

/**
 * An instant, in epoch milliseconds. A date that stands for none is not said. One in the future is read as it is:
 * that it counts as now is for whoever knows what now is.
 */
export const readInstant: Reader<number> = (value) =>
  andThen(readScalar(value), (scalar): Reading<number> => {
    if (typeof scalar === 'boolean') return NO_INSTANT;
    if (typeof scalar === 'number') return readNumeric(scalar);
    if (USUAL.test(scalar)) return notSaid(Date.parse(scalar));
    const text = inOneForm(tidy(scalar));
    if (ZERO_DATE.test(text) || isPlaceholder(text)) return ABSENT;
    return /^\d{10,13}$/.test(text) ? readNumeric(Number(text)) : readIso(text);
  });

/** Whether a value is a date that stands for none: 1601-01-01, 0000-00-00, or 0 as a count of seconds. */
export const isDateOfNone = (value: unknown): boolean =>
  'absent' in readInstant(value) && (typeof value === 'number' || (typeof value === 'string' && /\d{4}-/.test(value)));
