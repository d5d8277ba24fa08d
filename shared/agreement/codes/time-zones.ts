import { distance } from 'fastest-levenshtein';
import { quote } from '../../domain/language/quote.ts';
import { findZone, zoneNames } from '../zones/packed-zones.ts';
import { foldName } from './did-you-mean.ts';

/** Zones of the IANA database whose names look like abbreviations and are none. */
const SHORT_NAMES = new Set(['UTC', 'GMT', 'GMT0', 'UCT', 'PRC', 'ROC', 'ROK', 'ZULU', 'CUBA', 'IRAN', 'EIRE']);
const ABBREVIATION = /^[A-Z]{3,4}(\d[A-Z]{3,4})?$/;

/** A place for what people abbreviate; one of several, as BST and IST are also others'. */
const PLACES: readonly (readonly [abbreviations: string, place: string])[] = [
  ['BST', 'Europe/London'],
  ['WET WEST', 'Europe/Lisbon'],
  ['CET CEST MET MEST MEZ MESZ', 'Europe/Berlin'],
  ['EET EEST', 'Europe/Helsinki'],
  ['MSK', 'Europe/Moscow'],
  ['AST ADT', 'America/Halifax'],
  ['EST EDT EST5EDT', 'America/New_York'],
  ['CST CDT CST6CDT', 'America/Chicago'],
  ['MST MDT MST7MDT', 'America/Denver'],
  ['PST PDT PST8PDT', 'America/Los_Angeles'],
  ['AKST AKDT', 'America/Anchorage'],
  ['HST', 'Pacific/Honolulu'],
  ['IST', 'Asia/Kolkata'],
  ['SGT', 'Asia/Singapore'],
  ['JST', 'Asia/Tokyo'],
  ['KST', 'Asia/Seoul'],
  ['AWST', 'Australia/Perth'],
  ['AEST AEDT', 'Australia/Sydney'],
  ['NZST NZDT', 'Pacific/Auckland'],
];

const EXAMPLE = 'Europe/Berlin';
/** None of `Etc`, whose signs are the wrong way round: Etc/GMT-2 is two hours ahead. */
const PLACE_NAMES = zoneNames.filter((name) => name.includes('/') && !name.startsWith('Etc/'));

/** By its city, or with a slip or two. */
const meantBy = (text: string): string | undefined => {
  const folded = foldName(text);
  const city = PLACE_NAMES.find((zone) =>
    [zone, zone.split('/').at(-1) ?? ''].some((name) => foldName(name) === folded),
  );
  return city ?? (text.length > 5 ? PLACE_NAMES.find((zone) => distance(foldName(zone), folded) <= 2) : undefined);
};

const find = (text: string): string | undefined => {
  const short = text.toUpperCase();
  const place = PLACES.find(([abbreviations]) => abbreviations.split(' ').includes(short))?.[1];
  const exists = findZone(text) !== undefined;
  const isShort = ABBREVIATION.test(short) && !SHORT_NAMES.has(short) && (exists || short.length === 3);
  if (place !== undefined || isShort)
    return `${quote(text)} is an abbreviation: write the place, such as ${place ?? EXAMPLE}`;
  if (exists) return undefined;
  const meant = meantBy(text);
  return `unknown time zone ${quote(text)}${meant === undefined ? `, expected an IANA name such as ${EXAMPLE}` : `: did you mean ${meant}?`}`;
};

const known = new Map<string, string | undefined>();

/** Why this is no zone of the IANA database; undefined if it is one. */
export const timeZoneProblem = (text: string): string | undefined => {
  if (!known.has(text)) known.set(text, find(text));
  return known.get(text);
};
