import { foldName } from './characters.ts';
import { isPlaceholder } from './placeholder.ts';
import { ABSENT, andThen, type Reader, type Reading, read, unreadable } from './reading.ts';
import { lazily } from './tables/unpack.ts';
import { textOf } from './text.ts';

/** Longer lists are cut: what somebody likes best is named early. */
const LONGEST = 1_000;

/** ISO 639-1: languages that people name in words. */
const NAMED = (
  'aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cv cy da de dv dz ee el en eo es et eu fa ' +
  'ff fi fj fo fr fy ga gd gl gn gu gv ha he hi hr ht hu hy ia id ig ii ik is it iu ja jv ka kg ki kk kl km kn ko kr ks ku ' +
  'kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na ne ng nl no nr nv ny oc oj om or os pa pi pl ps pt ' +
  'qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tn to tr ts tt tw ty ug uk ur ' +
  'uz ve vi vo wa wo xh yi yo za zh zu'
).split(' ');

/** Others that people name: as they are spoken in a country, as they are written, and those without a code of two letters. */
const NAMED_TOO = (
  'en-US en-GB en-AU en-CA de-AT de-CH fr-CA fr-CH es-ES es-MX es-419 pt-BR pt-PT nl-BE ro-MD fa-AF zh-Hans zh-Hant nb ' +
  'fil yue gsw'
).split(' ');

/** Languages, beside each one's own, in which people name theirs. */
const IN_WORDS_OF = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'];

/** What Norwegians write is one language to a rep; ISO 639-3 has both under `no`. */
const MACRO: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' };

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

const namesIn = (language: string): Intl.DisplayNames =>
  new Intl.DisplayNames([language], { type: 'language', fallback: 'none' });

const english = lazily(() => namesIn('en'));

/** Names of languages in themselves, in English and in a few more. */
const named = lazily(() => {
  const codes = new Map<string, string>([
    ['chinesesimplified', 'zh'],
    ['chinesetraditional', 'zh'],
    ['mandarin', 'zh'],
    ['castilian', 'es'],
    ['castellano', 'es'],
    ['flemish', 'nl'],
    ['vlaams', 'nl'],
    ['farsi', 'fa'],
    ['tagalog', 'fil'],
    ['pilipino', 'fil'],
    ['usenglish', 'en-US'],
    ['ukenglish', 'en-GB'],
    ['moderngreek', 'el'],
    ['serbocroatian', 'sr'],
    ['moldovan', 'ro'],
    ['bahasaindonesia', 'id'],
    ['bahasamelayu', 'ms'],
    ['bahasamalaysia', 'ms'],
    ['norsk', 'no'],
    ['bokmal', 'no'],
    ['nynorsk', 'no'],
  ]);
  const add = (names: Intl.DisplayNames, code: string): void => {
    const name = foldName(names.of(code) ?? '');
    if (name !== '' && !codes.has(name)) codes.set(name, MACRO[code] ?? code);
  };
  for (const names of IN_WORDS_OF.map(namesIn)) for (const code of [...NAMED, ...NAMED_TOO]) add(names, code);
  for (const code of NAMED) add(namesIn(code), code);
  return codes;
});

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
  return tag === undefined ? NO_LANGUAGE : read(tag);
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
