import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import { localDay, minuteOfDay, weekdayOf, type Zone } from '../time/zone.ts';
import { LOCALES, type MessageLanguage } from './message-language.ts';

/** Versions of ICU differ in which blanks they put between a number and its unit; a text here has one kind. */
const plainBlanks = (text: string): string => text.replace(/\s+/gu, ' ');

/** A formatter is costly to make: one for each language, made when it is first asked for. */
const perLanguage = <T>(make: (locale: string) => T): ((language: MessageLanguage) => T) => {
  const made = new Map<MessageLanguage, T>();
  return (language) => {
    const one = made.get(language) ?? make(LOCALES[language]);
    made.set(language, one);
    return one;
  };
};

const MOST_REMEMBERED = 2_000;

/** A formatter takes its time, and is asked for few texts again and again. */
const remembering = (format: (value: number) => string): ((value: number) => string) => {
  const known = new Map<number, string>();
  return (value) => {
    const text = known.get(value) ?? plainBlanks(format(value));
    if (known.size < MOST_REMEMBERED) known.set(value, text);
    return text;
  };
};

const numbers = perLanguage((locale) =>
  remembering(new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format),
);

/** 1,200 and 12.25, as the reader writes them. */
export const amount = (value: number, language: MessageLanguage): string => numbers(language)(value);

/** How much room a text has. */
export type Width = 'long' | 'short';

const UNITS = [
  ['day', DAY_MS],
  ['hour', HOUR_MS],
  ['minute', MINUTE_MS],
] as const;

type TimeUnit = (typeof UNITS)[number][0];

const relativeIn = (style: Width) =>
  perLanguage((locale) => {
    const formatter = new Intl.RelativeTimeFormat(locale, { style });
    const of = (unit: TimeUnit) => remembering((count) => formatter.format(-count, unit));
    return { day: of('day'), hour: of('hour'), minute: of('minute') } satisfies Record<TimeUnit, unknown>;
  });

const relative = { long: relativeIn('long'), short: relativeIn('short') } satisfies Record<Width, unknown>;

/** `4 minutes ago`, `2 hr ago`: in the greatest unit that is full. Undefined for less than a minute. */
export const ago = (ms: number, language: MessageLanguage, width: Width): string | undefined => {
  const [unit, size] = UNITS.find(([, each]) => ms >= each) ?? [];
  if (unit === undefined || size === undefined) return undefined;
  return relative[width](language)[unit](Math.floor(ms / size));
};

const unitFormat = (unit: TimeUnit) =>
  perLanguage((locale) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }));

const counted: Readonly<Record<TimeUnit, (language: MessageLanguage) => Intl.NumberFormat>> = {
  day: unitFormat('day'),
  hour: unitFormat('hour'),
  minute: unitFormat('minute'),
};

/** A length of time in words, and the number it begins with, for what agrees with it. */
export interface Length {
  readonly words: string;
  readonly first: number;
}

/**
 * `23 minutes`, `1 hour 5 minutes`, `2 days 3 hours`: in the greatest unit that is full and the one below it. What is
 * less is cut off. Undefined for less than a minute.
 */
export const lengthOf = (ms: number, language: MessageLanguage): Length | undefined => {
  const index = UNITS.findIndex(([, each]) => ms >= each);
  const parts = UNITS.slice(Math.max(index, 0), index + 2).map(([unit, size], place) => ({
    unit,
    count: Math.floor((place === 0 ? ms : ms % (UNITS[index]?.[1] ?? size)) / size),
  }));
  const [first] = parts;
  if (index < 0 || first === undefined) return undefined;
  const words = parts.filter(({ count }) => count > 0).map(({ unit, count }) => counted[unit](language).format(count));
  return { words: plainBlanks(words.join(' ')), first: first.count };
};

const namesOf = (type: 'region' | 'language') =>
  perLanguage((locale) => new Intl.DisplayNames(locale, { type, fallback: 'none' }));

const countries = namesOf('region');
const languages = namesOf('language');

/** Undefined where the code has no name, or is none. */
const nameIn = (names: Intl.DisplayNames, code: string): string | undefined => {
  try {
    return names.of(code);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** `DE` as `Germany`; undefined for what is no code of a country. */
export const countryName = (code: string, language: MessageLanguage): string | undefined =>
  nameIn(countries(language), code);

/** `de` as `German`; undefined for what is no code of a language. */
export const languageName = (code: string, language: MessageLanguage): string | undefined =>
  nameIn(languages(language), code);

// What they are given is the local time, read as if it were UTC: the zone's own data stay out of it.
const MONDAY = Date.UTC(1970, 0, 5);

/** The names of the days of a week, as `weekdayOf` counts them. */
const dayNames = (style: 'short' | 'long') =>
  perLanguage((locale) => {
    const { format } = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' });
    return Array.from({ length: 7 }, (_, day) => plainBlanks(format(MONDAY + day * DAY_MS)));
  });

const shortNames = dayNames('short');
const longNames = dayNames('long');

const dayName = (names: readonly string[], at: Instant, zone: Zone): string =>
  names[weekdayOf(localDay(zone, at))] ?? '';
const longDate = perLanguage((locale) => {
  const { format } = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return remembering((day) => format(day * DAY_MS));
});

/** Seconds are cut off, so a deadline never shows later than it is. */
const clock = (at: Instant, zone: Zone): string => {
  const minute = minuteOfDay(zone, at);
  const digits = (value: number): string => String(value).padStart(2, '0');
  return `${digits(Math.floor(minute / 60))}:${digits(minute % 60)}`;
};

/** Such as `Tue 14:30`, in the zone. */
export const shortTime = (at: Instant, zone: Zone, language: MessageLanguage): string =>
  `${dayName(shortNames(language), at, zone)} ${clock(at, zone)}`;

/** Such as `3 March 2026, 14:30`, in the zone. */
export const dateAndTime = (at: Instant, zone: Zone, language: MessageLanguage): string =>
  `${longDate(language)(localDay(zone, at))}, ${clock(at, zone)}`;

/** Such as `Tuesday`, in the zone. */
export const weekday = (at: Instant, zone: Zone, language: MessageLanguage): string =>
  dayName(longNames(language), at, zone);
