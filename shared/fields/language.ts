import { codeOfLabel } from './language-label.ts';
import { MACRO, NAMED } from './language-names.ts';
import { tagOf } from './language-tag.ts';
import { isPlaceholder, readUnlessPlaceholder } from './placeholder.ts';
import { ABSENT, andThen, type Reader, type Reading, read, unreadable } from './reading.ts';
import { textOf } from './text.ts';

/** Longer lists are cut: what somebody likes best is named early. */
const LONGEST = 1_000;

const NO_LANGUAGE = unreadable('not a language');

/** No language, and any: nothing is said. */
const ANY = /^(?:\*|und|mul|mis|zxx|c|posix|any|all|other)(?:\.[a-z0-9-]+)?$/i;

const TWO_LETTERS = new Set(NAMED.filter((code) => MACRO[code] === undefined));

const readTag = (text: string): Reading<string> => {
  if (TWO_LETTERS.has(text)) return read(text);
  if (ANY.test(text)) return ABSENT;
  const tag = tagOf(text) ?? codeOfLabel(text);
  return tag === undefined ? NO_LANGUAGE : readUnlessPlaceholder(tag);
};

interface Wish {
  readonly text: string;
  readonly quality: number;
}

/** What parts one wish from the next, and stands not within brackets. */
const BETWEEN = /\s*[,;]\s*(?![^()[\]]*[)\]])/;

/** `de-DE,de;q=0.9,en;q=0.8`, or words with signs between them. */
const wishesOf = (text: string): readonly Wish[] => {
  const wishes: Wish[] = [];
  for (const part of text.split(BETWEEN)) {
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
