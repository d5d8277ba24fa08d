import { foldName } from './characters.ts';
import { isCountryCode, readCountry } from './country.ts';
import { isNoValue, isPlaceholder } from './placeholder.ts';
import { ABSENT, andThen, type ReaderIn, type Reading, read, unreadable } from './reading.ts';
import { isTown, withoutCity, withoutKind } from './region-kinds.ts';
import { regionsOf } from './region-table.ts';
import { romanised } from './romanise.ts';
import { textOf } from './text.ts';

export interface RegionContext {
  /** ISO 3166-1 alpha-2: where a name or a short code belongs. A full code says it itself. */
  readonly country?: string;
}

const LONGEST = 100;

/** Prefixes that are no codes of ISO 3166-1, and are written for it. */
const COUNTRY_ALIASES: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR' };

/** Words for a kind of region where words are not divided. */
const KIND_SIGNS = /(?:[都府県省市도縣县]|(?:壮族|回族|维吾尔)?自治区|(?:특별|광역|특별자치)[시도])$/;

/** Where `ü` is written `ue` by whoever has none on the keyboard. */
const GERMAN = new Set(['AT', 'CH', 'DE', 'LI', 'LU']);

/** `N. Carolina`, `St. Petersburg`, in Germany `Thueringen`: a text, and the same with its words in full. */
const spellings = (text: string, country: string): readonly string[] => [
  text,
  ...(/^[nsew]\.?\s/i.test(text)
    ? ['', 'ern'].map((end) => text.replace(/^.\.?/, (side) => `${inFull(side)}${end}`))
    : []),
  text.replace(/^st\.?(?=\s)/i, 'saint'),
  ...(GERMAN.has(country) ? [foldName(text).replace(/([aou])e/g, '$1')] : []),
];

const SIDES: Readonly<Record<string, string>> = { N: 'north', S: 'south', E: 'east', W: 'west' };

const inFull = (side: string): string => SIDES[side.charAt(0).toUpperCase()] ?? side;

const lookUp = (text: string, country: string): string | undefined => {
  const known = regionsOf(country);
  if (known === undefined) return undefined;
  const { codes, kinds } = known;
  const find = (names: readonly string[], accepts = (_: string): boolean => true): string | undefined =>
    names
      .flatMap((name) => spellings(name, country))
      .flatMap((name) => codes.get(foldName(name)) ?? [])
      .find(accepts);
  const name = romanised(text, country);
  return (
    find([text, name]) ??
    find(withoutKind(name, kinds), (code) => !isTown(code)) ??
    find(withoutCity(name), isTown) ??
    find([text.replace(KIND_SIGNS, '')], (code) => text.endsWith('市') || !isTown(code)) ??
    // Spreadsheets take the nought from 01.
    (/^\d$/.test(text) ? codes.get(`0${text}`) : undefined)
  );
};

/** `US-NY`, `us_ny` and `UK-ENG`; of a country whose regions are in no table, whatever has the form of a code. */
const readFullCode = (text: string): Reading<string> | undefined => {
  const [, prefix = '', short = ''] = /^([A-Z]{2})[-_. /]([A-Z0-9]{1,3})$/.exec(text.toUpperCase()) ?? [];
  const country = COUNTRY_ALIASES[prefix] ?? prefix;
  if (!isCountryCode(country)) return undefined;
  const codes = regionsOf(country)?.codes;
  if (codes === undefined) return /^[A-Z]{2}-/.test(text.toUpperCase()) ? read(`${country}-${short}`) : undefined;
  const code = codes.get(short.toLowerCase());
  return code === undefined ? undefined : read(code);
};

/** `Bayern (BY)` and `NY - New York`: parts that say the same. */
const lookUpParts = (text: string, country: string): string | undefined => {
  const parts = text.split(/\s*[()/|,;]\s*|\s+[-–—]\s+/).filter((part) => part !== '');
  const codes = new Set(parts.map((part) => lookUp(part, country)));
  const [only] = codes;
  return codes.size === 1 ? only : undefined;
};

const isCountry = (text: string, country: string): boolean => {
  const reading = readCountry(text);
  return 'value' in reading && reading.value === country;
};

/** `Berlin, Germany` and `Texas USA` without the country, where it is the lead's. */
const withoutCountry = (text: string, country: string): string | undefined => {
  const [, before = '', last = ''] =
    /^(.*\S)(?:\s*[,;/|(]\s*|\s+[-–—]\s+)([^,;/|()]+)\)?$/.exec(text) ?? /^(.*\S)\s+(\S+)$/.exec(text) ?? [];
  if (last !== '' && isCountry(last, country)) return before;
  const [, first = '', behind = ''] = /^([^,;/|()]+?)(?:\s*[,;/|]\s*|\s+[-–—]\s+)(.+)$/.exec(text) ?? [];
  return first !== '' && isCountry(first, country) ? behind : undefined;
};

/** Lists that are sorted by name have `Bristol, City of` and `Virginia, West`. */
const turned = (text: string): string => text.replace(/^([^,]+), ([^,]+)$/, '$2 $1');

const find = (text: string, country: string): string | undefined =>
  lookUp(text, country) ?? lookUpParts(text, country) ?? lookUp(turned(text), country);

const findBesideCountry = (text: string, country: string): string | undefined => {
  const rest = withoutCountry(text, country);
  return rest === undefined ? undefined : find(rest, country);
};

const readRegionText = (text: string, country: string | undefined): Reading<string> => {
  if (text.length > LONGEST) return unreadable('not a region');
  const full = readFullCode(text);
  if (full !== undefined) return full;
  if (country === undefined) return unreadable('a region without a country that can be read');
  const code = find(text, country) ?? findBesideCountry(text, country);
  if (code !== undefined) return read(code);
  return unreadable(regionsOf(country) !== undefined ? 'not a region of the country' : 'not a region by its code');
};

/** A region as ISO 3166-2, from its code or from its name together with the country. */
export const readRegion: ReaderIn<RegionContext, string> = (value, { country }) =>
  andThen(textOf(value), (text) => {
    const isKnown = country !== undefined && regionsOf(country)?.codes.has(text.toLowerCase());
    return isNoValue(text) || (isPlaceholder(text) && !isKnown) ? ABSENT : readRegionText(text, country);
  });
