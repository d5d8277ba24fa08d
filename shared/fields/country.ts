import { foldName, tidy } from './characters.ts';
import { codeOfLocale, LANGUAGES } from './country-locale.ts';
import { wordsOfCountry } from './country-words.ts';
import { lazily } from './lazily.ts';
import { isNoValue, isPlaceholder } from './placeholder.ts';
import { ABSENT, andThen, type Reader, type Reading, read, readScalar, unreadable } from './reading.ts';
import { COUNTRY_NAMES } from './tables/country-names.ts';
import { unpack } from './tables/unpack.ts';

const LONGEST = 80;

interface Names {
  readonly codes: ReadonlySet<string>;
  /** By its folded name. */
  readonly byName: ReadonlyMap<string, string>;
  /** By its words in any order, undefined where two countries have them. */
  readonly byWords: ReadonlyMap<string, string | undefined>;
}

const onlyOnce = (entries: readonly (readonly [string, string])[]): ReadonlyMap<string, string | undefined> => {
  const codes = new Map<string, string | undefined>();
  for (const [key, code] of entries) codes.set(key, codes.has(key) && codes.get(key) !== code ? undefined : code);
  codes.delete('');
  return codes;
};

/** Alpha-2, alpha-3 and numeric codes, and what countries are called in English. */
const english = lazily((): Names => {
  const lines = unpack(COUNTRY_NAMES)
    .split('\n')
    .map((line) => line.split('|'));
  const named = lines.flatMap(([code = '', ...names]) => names.map((name): readonly [string, string] => [name, code]));
  return {
    codes: new Set(lines.map(([code = '']) => code)),
    byName: new Map(named.map(([name, code]) => [foldName(name), code])),
    byWords: onlyOnce(named.map(([name, code]) => [wordsOfCountry(name).all, code])),
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

const codeOfWords = (text: string): string | undefined => {
  const { all, plain } = wordsOfCountry(text);
  return english().byWords.get(all) ?? (plain === undefined ? undefined : english().byWords.get(plain));
};

/** One Congo in Norwegian, and the other in Polish. */
const NAME_OF_TWO = 'kongo';

const codeOf = (text: string): string | undefined => {
  const code = text.toUpperCase();
  if (isCountryCode(code)) return code;
  const name = foldName(text);
  const found = english().byName.get(name) ?? codeOfWords(text);
  if (found !== undefined || name === NAME_OF_TWO || /^[a-z]{0,3}$/i.test(text)) return found;
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
  const code =
    text.length > LONGEST ? undefined : (codeOf(text) ?? codeOfParts(text) ?? codeOfLocale(text, isCountryCode));
  return code === undefined ? unreadable('not a country') : read(code);
};

/**
 * A country as ISO 3166-1 alpha-2, from a code of two or three letters or of three digits, the usual aliases (`UK`, `EL`), a
 * locale or a name in one of many languages. `NA` is Namibia here.
 */
export const readCountry: Reader<string> = (value) =>
  andThen(readScalar(value), (scalar) => {
    if (typeof scalar === 'boolean') return unreadable('not a country');
    const text = tidy(String(scalar));
    const saysNothing = isNoValue(text) || (isPlaceholder(text) && !/^[a-z]{2}$/i.test(text));
    return saysNothing ? ABSENT : readName(text);
  });
