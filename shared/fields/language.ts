import { foldName } from './characters.ts';
import { english, MACRO, NAMED, named } from './language-names.ts';
import { isPlaceholder, readUnlessPlaceholder } from './placeholder.ts';
import { ABSENT, andThen, type Reader, type Reading, read, unreadable } from './reading.ts';
import { textOf } from './text.ts';

/** Longer lists are cut: what somebody likes best is named early. */
const LONGEST = 1_000;

/** Codes of countries that people take for their language's, where no language has the code. */
const COUNTRIES: Readonly<Record<string, string>> = {
  jp: 'ja',
  cn: 'zh',
  kr: 'ko',
  dk: 'da',
  cz: 'cs',
  gr: 'el',
  ua: 'uk',
  vn: 'vi',
};

const NO_LANGUAGE = unreadable('not a language');

/** `de_AT.UTF-8@euro` of Unix, and tags of BCP 47 with old codes. */
const tagOf = (text: string): string | undefined => {
  // What follows zh in three letters is a Chinese language; after others, as in en_USA, it is a country.
  const tag = text
    .replace(/[.@].*$/, '')
    .replaceAll('_', '-')
    .replace(/^zh-(?=[a-z]{3}(?:-|$))/i, '')
    .replace(/^([a-z]{2})-[a-z]{3}$/i, '$1');
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(tag)) return undefined;
  try {
    const { language, script, region } = new Intl.Locale(tag);
    const one = MACRO[language] ?? COUNTRIES[language] ?? language;
    return english().of(one) === undefined
      ? undefined
      : [one, script, region].filter((part) => part !== undefined).join('-');
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** `English (United States)` and `Portuguese - Brazil` are named by their first word. */
const codeOfName = (text: string): string | undefined => {
  const [first = ''] = text.split(/\s*[([/|]|\s+[-–—]\s/);
  return named().get(foldName(text)) ?? named().get(foldName(first));
};

/** No language, and any: nothing is said. */
const ANY = /^(?:\*|und|mul|mis|zxx|c|posix|any|all|other)(?:\.[a-z0-9-]+)?$/i;

const TWO_LETTERS = new Set(NAMED.filter((code) => MACRO[code] === undefined));

const readTag = (text: string): Reading<string> => {
  if (TWO_LETTERS.has(text)) return read(text);
  if (ANY.test(text)) return ABSENT;
  const tag = tagOf(text) ?? codeOfName(text);
  return tag === undefined ? NO_LANGUAGE : readUnlessPlaceholder(tag);
};

interface Wish {
  readonly text: string;
  readonly quality: number;
}

/** `de-DE,de;q=0.9,en;q=0.8`, or words with signs between them. */
const wishesOf = (text: string): readonly Wish[] => {
  const wishes: Wish[] = [];
  for (const part of text.split(/\s*[,;]\s*/)) {
    const [, quality] = /^q\s*=\s*([\d.]+)$/i.exec(part) ?? [];
    const last = wishes.at(-1);
    if (quality === undefined) wishes.push({ text: part, quality: 1 });
    else if (last !== undefined) wishes[wishes.length - 1] = { text: last.text, quality: Number(quality) || 0 };
  }
  return wishes.filter((wish) => wish.text !== '' && wish.quality > 0);
};

/** The language that somebody likes best, of those that can be read. */
const readList = (text: string): Reading<string> => {
  const readings = wishesOf(text)
    .toSorted((a, b) => b.quality - a.quality)
    .map((wish) => readTag(wish.text));
  return readings.find((one) => 'value' in one) ?? readings[0] ?? ABSENT;
};

/**
 * A language as BCP 47 with its script and region, where they are said: `de`, `pt-BR`. Old codes are read as the new
 * ones, languages of a group as the group, names as their code; of an Accept-Language the first by its quality.
 */
export const readLanguage: Reader<string> = (value) =>
  andThen(textOf(value), (text) => {
    if (isPlaceholder(text)) return ABSENT;
    return readList(text.slice(0, LONGEST));
  });

/** The language of a tag, without script and region: what a rep speaks. */
export const primaryLanguage = (tag: string): string => tag.split('-')[0] ?? tag;
