import * as z from 'zod';
import { quote } from '../../domain/language/quote.ts';
import { ISO_DURATION, parseDuration } from '../../domain/time/iso-duration.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Units as people call them, from the longest to the shortest, with their length in milliseconds. */
const UNITS = [
  ['[Ww]eeks?|w', 7 * DAY],
  ['[Dd]ays?|d', DAY],
  ['[Hh]ours?|hrs?|h', HOUR],
  ['[Mm]inutes?|[Mm]ins?|m', MINUTE],
  ['[Ss]econds?|[Ss]ecs?|s', SECOND],
] as const;

const PARTS = UNITS.map(([names]) => `(?:(\\d+(?:\\.\\d+)?) *(?:${names}) *)?`).join('');

/** `1 h 30 min`: at least one part, each unit at most once and longer ones first, nothing around them. */
const WRITTEN_DURATION = new RegExp(`^(?=\\d)(?!.* $)${PARTS}$`);

/** Whatever `readDuration` takes, but for what is too long to count. */
const DURATION_PATTERN = `${ISO_DURATION.source}|${WRITTEN_DURATION.source}`;

/** Milliseconds of a duration in ISO 8601 or as people write it; undefined for what is neither. */
export const readDuration = (text: string): number | undefined => {
  const iso = parseDuration(text);
  if (iso !== undefined) return iso;
  const match = WRITTEN_DURATION.exec(text);
  if (match === null) return undefined;
  const ms = UNITS.reduce((sum, [, length], i) => sum + Number(match[i + 1] ?? 0) * length, 0);
  return Number.isSafeInteger(Math.round(ms)) ? Math.round(ms) : undefined;
};

/** Months and years, in either form. */
const NO_FIXED_LENGTH = /^P(\d+[YMWD])*\d+[YM]|\d *(months?|mo|years?|yrs?|y)\b/i;

const problemWith = (text: string, wanted: string): string => {
  if (!NO_FIXED_LENGTH.test(text)) return `expected ${wanted}, got ${quote(text)}`;
  const minutes = /^P(\d+)M$/.exec(text)?.[1];
  const hint = minutes === undefined ? '' : `, or PT${minutes}M for minutes`;
  return `${quote(text)} has no fixed length: write days or weeks, such as 30 days or P30D${hint}`;
};

const milliseconds = (allowed: (ms: number) => boolean, wanted: string) =>
  z
    .string(`expected ${wanted}`)
    .meta({ pattern: DURATION_PATTERN, patternErrorMessage: `expected ${wanted}` })
    .transform((text, context) => {
      const ms = readDuration(text);
      if (ms !== undefined && allowed(ms)) return ms;
      context.addIssue(problemWith(text, wanted));
      return z.NEVER;
    });

/** To milliseconds, more than none. */
export const duration = milliseconds((ms) => ms > 0, 'a duration above zero such as 30 minutes, 2 h or PT30M');

/** To milliseconds from the start of a clause. */
export const offset = milliseconds(() => true, 'a duration such as 30 minutes, 2 h or PT30M');
