import { foldName, tidy } from './characters.ts';
import { isNoValue, isPlaceholder } from './placeholder.ts';
import { ABSENT, andThen, type Reader, type Reading, read, readScalar, unreadable } from './reading.ts';
import { COUNTRY_NAMES } from './tables/country-names.ts';
import { lazily, unpack } from './tables/unpack.ts';

/** Languages in which forms let people write their country. The English names are in a table of our own. */
const LANGUAGES = (
  'de fr es it pt nl sv nb da fi is pl cs sk hu ro bg hr sl et lv lt el tr ru uk ar he fa hi th vi id ms ja ko zh ' +
  'zh-Hant ca'
).split(' ');

const LONGEST = 80;

interface Names {
  readonly codes: ReadonlySet<string>;
  /** By its folded name. */
  readonly byName: ReadonlyMap<string, string>;
}

/** Alpha-2 and alpha-3 codes, and what countries are called in English. */
const english = lazily((): Names => {
  const lines = unpack(COUNTRY_NAMES)
    .split('\n')
    .map((line) => line.split('|'));
  return {
    codes: new Set(lines.map(([code = '']) => code)),
    byName: new Map(lines.flatMap(([code = '', ...names]) => names.map((name) => [foldName(name), code] as const))),
  };
});

/** The names in one more language, as the runtime's own copy of CLDR has them: made when it is first asked. */
const inLanguage = (language: string) =>
  lazily((): ReadonlyMap<string, string> => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    return new Map([...english().codes].map((code) => [foldName(names.of(code) ?? ''), code] as const));
  });

const otherLanguages = LANGUAGES.map(inLanguage);

/** Whether it is a code of ISO 3166-1 alpha-2, in capitals, or `XK`, as everybody calls Kosovo. */
export const isCountryCode = (code: string): boolean => english().codes.has(code);

const codeOf = (text: string): string | undefined => {
  const code = text.toUpperCase();
  if (isCountryCode(code)) return code;
  const name = foldName(text);
  const found = english().byName.get(name) ?? english().byName.get(name.replace(/^the/, ''));
  if (found !== undefined || /^[a-z]{0,3}$/i.test(text)) return found;
  for (const names of otherLanguages) {
    const other = names().get(name);
    if (other !== undefined) return other;
  }
  return undefined;
};

/** `🇩🇪` is two letters in another dress. */
const withoutFlag = (text: string): string =>
  text.replace(/[\u{1F1E6}-\u{1F1FF}]/gu, (letter) => String.fromCharCode((letter.codePointAt(0) ?? 0) - 0x1f1a5));

/** `Germany (DE)` and `DE - Deutschland`: parts that say the same. */
const codeOfParts = (text: string): string | undefined => {
  const parts = text
    .split(/\s*[()/|,;]\s*|\s+[-–—]\s+|(?<=^[A-Za-z]{2})-|(?<=^\p{RI}\p{RI})\s+|\s+(?=\p{RI}\p{RI}$)/u)
    .filter((part) => part !== '');
  const codes = new Set(parts.map((part) => codeOf(withoutFlag(part))));
  const [only] = codes;
  return codes.size === 1 ? only : undefined;
};

const readName = (text: string): Reading<string> => {
  const code = text.length > LONGEST ? undefined : (codeOf(text) ?? codeOfParts(text));
  return code === undefined ? unreadable('not a country') : read(code);
};

/**
 * A country as ISO 3166-1 alpha-2, from a code of two or three letters, the usual aliases (`UK`, `EL`) or a name in one
 * of many languages. `NA` is Namibia here.
 */
export const readCountry: Reader<string> = (value) =>
  andThen(readScalar(value), (scalar) => {
    if (typeof scalar !== 'string') return unreadable('not a country');
    const text = tidy(scalar);
    const saysNothing = isNoValue(text) || (isPlaceholder(text) && !/^[a-z]{2}$/i.test(text));
    return saysNothing ? ABSENT : readName(text);
  });
