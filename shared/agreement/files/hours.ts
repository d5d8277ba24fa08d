import * as z from 'zod';
import { quote } from '../../domain/language/quote.ts';
import { DAY_MINUTES, type Opening } from '../../domain/time/schedule.ts';
import { WEEKDAYS } from '../../domain/vocabulary/weekdays.ts';

const DAYS: readonly string[] = WEEKDAYS;
const SPAN = /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

const minuteOf = (hour: string | undefined, minute: string | undefined): number => Number(hour) * 60 + Number(minute);

/** Minutes of the day of `HH:MM-HH:MM`; `to` before `from` runs over midnight. Undefined when it is no such thing. */
const parseSpan = (text: unknown): Opening | undefined => {
  const match = typeof text === 'string' ? SPAN.exec(text) : null;
  if (match === null) return undefined;
  const from = minuteOf(match[1], match[2]);
  const to = match[3] === undefined ? DAY_MINUTES : minuteOf(match[3], match[4]);
  return from === to ? undefined : { from, to };
};

const WANTED = 'expected a stretch of the day such as "09:00-17:30"';
const written = { pattern: SPAN.source, patternErrorMessage: WANTED };
const notSpan = (text: unknown): string => `${WANTED}, got ${quote(text)}`;

/** One stretch of the local day that may run over midnight, in minutes. */
export const span = z
  .string()
  .meta(written)
  .transform((text, context) => {
    const parsed = parseSpan(text);
    if (parsed !== undefined) return parsed;
    context.addIssue(notSpan(text));
    return z.NEVER;
  });

// Of any kind, so that one that cannot be read keeps no other from being read. The JSON Schema says what is meant.
const openings = { type: 'array', items: { type: 'string', ...written } };
const spans = z.array(z.unknown()).meta(openings);

/** Days of a key such as `tue` or `sat-mon`, Monday 0; undefined for an unknown one. */
const parseDays = (key: string): readonly number[] | undefined => {
  const [first = '', last = first, ...more] = key.split('-');
  const from = DAYS.indexOf(first);
  const to = DAYS.indexOf(last);
  if (from === -1 || to === -1 || more.length > 0) return undefined;
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, i) => (from + i) % 7);
};

interface Written extends Opening {
  readonly text: unknown;
  readonly path: readonly (string | number)[];
  /** Place in the order of writing. */
  readonly order: number;
}

const pastMidnight = ({ from, to }: Opening): Opening => ({ from, to: to < from ? to + DAY_MINUTES : to });

const untilMidnight = (opening: Written): Written => ({ ...opening, to: Math.min(opening.to, DAY_MINUTES) });

const afterMidnight = (day: readonly Written[]): readonly Written[] =>
  day.filter(({ to }) => to > DAY_MINUTES).map((opening) => ({ ...opening, from: 0, to: opening.to - DAY_MINUTES }));

/** Adds an issue for each opening that begins before another of its day has ended; the later written one is named. */
const refuseOverlaps = (day: readonly Written[], context: z.core.$RefinementCtx, told: Set<unknown>): void => {
  const [first, ...others] = [...day].sort((a, b) => a.from - b.from);
  if (first === undefined) return;
  let widest = first;
  for (const next of others) {
    if (next.from < widest.to) {
      const [earlier, later] = next.order < widest.order ? [next, widest] : [widest, next];
      // The same two meet on each day of a range.
      if (!told.has(later.path)) {
        told.add(later.path);
        context.addIssue({
          code: 'custom',
          path: [...later.path],
          message: `${quote(later.text)} overlaps ${quote(earlier.text)}`,
        });
      }
    }
    if (next.to > widest.to) widest = next;
  }
};

/** Reads a list of openings that follow each other; what cannot be used is told and left out. */
const readSpans = (
  texts: readonly unknown[],
  above: readonly string[],
  order: number,
  context: z.core.$RefinementCtx,
): readonly Written[] => {
  const read: Written[] = [];
  texts.forEach((text, i) => {
    const path = [...above, i];
    const parsed = parseSpan(text);
    const before = read.at(-1);
    let message: string | undefined;
    if (parsed === undefined) message = notSpan(text);
    else if (before !== undefined && parsed.from < before.from)
      message = `${quote(text)} is earlier than ${quote(before.text)} before it: write openings in their order`;
    if (message !== undefined) context.addIssue({ code: 'custom', path, message });
    else if (parsed !== undefined) read.push({ ...pastMidnight(parsed), text, path, order: order + i });
  });
  return read;
};

const sorted = (day: readonly Written[]): Opening[] =>
  day.map(({ from, to }) => ({ from, to })).sort((a, b) => a.from - b.from);

const DAY = `(${DAYS.join('|')})`;
const openingsOf = (title: string) => ({
  ...openings,
  title,
  description: 'Openings in their order. `24:00` ends a day, `"22:00-06:00"` runs into the next.',
  examples: [['09:00-12:30', '13:30-18:00']],
});

interface Read {
  /** Of each day of the week, Monday first. */
  readonly days: readonly (readonly Written[])[];
  /** Of days that nobody knows which they are. */
  readonly others: readonly (readonly Written[])[];
}

/** What was read becomes seven days of openings. */
type Settle = (read: Read, context: z.core.$RefinementCtx) => Opening[][];

const problemOfDays = (key: string, meant: readonly number[] | undefined, twice: number | undefined) => {
  if (meant === undefined) return `unknown day ${quote(key)}, expected mon, tue, … sun or a range such as mon-fri`;
  return twice === undefined ? undefined : `${quote(DAYS[twice])} is named twice`;
};

const weekBy = (settle: Settle) =>
  z
    .record(z.string(), z.unknown(), 'expected hours such as { mon-fri: ["09:00-17:30"] }')
    .meta({
      properties: Object.fromEntries(['mon-fri', ...DAYS].map((day) => [day, openingsOf(day)])),
      patternProperties: { [`^${DAY}(-${DAY})?$`]: openingsOf('Days') },
      additionalProperties: false,
    })
    .transform((named, context) => {
      const days: Written[][] = DAYS.map(() => []);
      const others: Written[][] = [];
      const taken = new Set<number>();
      let order = 0;
      for (const [key, texts] of Object.entries(named)) {
        const meant = parseDays(key);
        const message = problemOfDays(
          key,
          meant,
          meant?.find((day) => taken.has(day)),
        );
        if (message !== undefined) context.addIssue({ code: 'custom', path: [key], message, params: { at: 'key' } });
        for (const day of meant ?? []) taken.add(day);
        if (!Array.isArray(texts)) {
          context.addIssue({ code: 'custom', path: [key], message: 'expected a list' });
          continue;
        }
        const read = [...readSpans(texts, [key], order, context)];
        order += texts.length;
        if (message !== undefined) others.push(read);
        else for (const day of meant ?? []) days[day]?.push(...read);
      }
      return settle({ days, others }, context);
    });

/** Seven days of openings, Monday first. An opening past midnight belongs to the day on which it begins. */
export const week = weekBy(({ days, others }, context) => {
  const told = new Set<unknown>();
  for (const day of others) refuseOverlaps(day, context, told);
  days.forEach((day, i) => {
    refuseOverlaps([...afterMidnight(days.at(i - 1) ?? []), ...day.map(untilMidnight)], context, told);
  });
  return days.map(sorted);
});

/**
 * As `week`, for hours that somebody has to cover: an opening past midnight stands for both nights of its day, that
 * which ends on it and that which begins on it. What overlaps counts once.
 */
export const coveredWeek = weekBy(({ days }) => days.map((day) => sorted([...afterMidnight(day), ...day])));

/** The openings that begin on one date. */
export const dayHours = spans.transform((texts, context) => {
  const day = readSpans(texts, [], 0, context);
  refuseOverlaps(day, context, new Set());
  return sorted(day);
});
