import { foldName } from './characters.ts';
import { isCountryCode } from './country.ts';
import { isNoValue, isPlaceholder } from './placeholder.ts';
import { ABSENT, andThen, type ReaderIn, type Reading, read, unreadable } from './reading.ts';
import { SUBDIVISIONS } from './tables/subdivisions.ts';
import { lazily, unpack } from './tables/unpack.ts';
import { textOf } from './text.ts';

export interface RegionContext {
  /** ISO 3166-1 alpha-2: where a name or a short code belongs. A full code says it itself. */
  readonly country?: string;
}

const LONGEST = 100;

/** By country, then by short code in lower case, by a code that it had before, or by folded name: its code. */
const regions = lazily(() => {
  const all = new Map<string, ReadonlyMap<string, string>>();
  for (const line of unpack(SUBDIVISIONS).split('\n')) {
    const [country = '', ...places] = line.split(' ');
    const codes = new Map<string, string>();
    for (const place of places) {
      const [code = '', ...names] = place.split(':');
      codes.set(code.toLowerCase(), `${country}-${code}`);
      for (const name of names) if (!codes.has(name)) codes.set(name, `${country}-${code}`);
    }
    all.set(country, codes);
  }
  return all;
});

/** Prefixes that are no codes of ISO 3166-1, and are written for it. */
const COUNTRY_ALIASES: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR' };

/** Words for a kind of region, folded: `State of New York` is New York. */
const KINDS =
  /^(?:bundesland|freieundhansestadt|freiehansestadt|stateof|provinceof|provincede|provinciade|provinciadi|regionof|regionede|regiondelas?|regionde|regione|region|cantonof|cantonde|canton|kanton|countyof|county|departementde|departement|estadode|estado|freestateof|freistaat|land|republicof|cityof|comunidadde|commonwealthof|co)|(?:state|province|region|county|canton|prefecture|oblast|krai|district|governorate|voivodeship|land|lan|fylke|ken|fu|to|emirate)$/;

/** The same where words are not divided. */
const KIND_SIGNS = /(?:[都府県省市도]|(?:壮族|回族|维吾尔)?自治区|(?:특별|광역|특별자치)[시도])$/;

/** Where `ü` is written `ue` by whoever has none on the keyboard. */
const GERMAN = new Set(['AT', 'CH', 'DE', 'LI', 'LU']);

const lookUp = (text: string, country: string): string | undefined => {
  const codes = regions().get(country);
  const name = foldName(text);
  // Spreadsheets take the nought from 01.
  return (
    codes?.get(name) ??
    codes?.get(name.replace(KINDS, '')) ??
    codes?.get(foldName(text.replace(KIND_SIGNS, ''))) ??
    (GERMAN.has(country) ? codes?.get(name.replace(/([aou])e/g, '$1')) : undefined) ??
    (/^\d$/.test(name) ? codes?.get(`0${name}`) : undefined)
  );
};

/** `US-NY`, `us_ny` and `UK-ENG`; of a country whose regions are in no table, whatever has the form of a code. */
const readFullCode = (text: string): Reading<string> | undefined => {
  const [, prefix = '', short = ''] = /^([A-Z]{2})[-_. /]([A-Z0-9]{1,3})$/.exec(text.toUpperCase()) ?? [];
  const country = COUNTRY_ALIASES[prefix] ?? prefix;
  if (!isCountryCode(country)) return undefined;
  const codes = regions().get(country);
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

const readRegionText = (text: string, country: string | undefined): Reading<string> => {
  if (text.length > LONGEST) return unreadable('not a region');
  const full = readFullCode(text);
  if (full !== undefined) return full;
  if (country === undefined) return unreadable('a region without a country that can be read');
  const code = lookUp(text, country) ?? lookUpParts(text, country);
  if (code !== undefined) return read(code);
  return unreadable(regions().has(country) ? 'not a region of the country' : 'not a region by its code');
};

/** A region as ISO 3166-2, from its code or from its name together with the country. */
export const readRegion: ReaderIn<RegionContext, string> = (value, { country }) =>
  andThen(textOf(value), (text) => {
    const isKnown = country !== undefined && regions().get(country)?.has(text.toLowerCase());
    return isNoValue(text) || (isPlaceholder(text) && !isKnown) ? ABSENT : readRegionText(text, country);
  });
