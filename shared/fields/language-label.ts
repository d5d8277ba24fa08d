import { foldName } from './characters.ts';
import { readCountry } from './country.ts';
import { named } from './language-names.ts';
import { COUNTRIES, primaryLanguage, tagOf } from './language-tag.ts';

/** What stands between a language and a note on it. */
const SIGNS = /\s*[()[\]（）/|,]+\s*|\s+[-–—]\s+/;

const nameOf = (text: string): string | undefined => named().get(foldName(text));

interface Base {
  /** As it is written. */
  readonly name: string;
  readonly code: string;
}

/**
 * What a note says of a language beside it, as subtags: `Brazil`, `Brazilian`, `pt-BR`, `Simplified`. None where it only
 * repeats the language, as DE does of German and UK of Ukrainian; undefined where it says something else.
 */
const subtagsOf = (note: string, { name, code }: Base): readonly string[] | undefined => {
  const tag = COUNTRIES[note.toLowerCase()] === undefined ? tagOf(note) : undefined;
  const same = [tag, nameOf(note), nameOf(`${name}${note}`), nameOf(`${note}${name}`)].find(
    (one) => one !== undefined && primaryLanguage(one) === primaryLanguage(code),
  );
  if (same !== undefined) return same.split('-').slice(1);
  // In its own words Suomi is a language and a country; `no`, `is` and `it` are words, where they are not in capitals.
  const country = nameOf(note) === undefined && !/^[a-z]{2}$/.test(note) ? readCountry(note) : undefined;
  return country !== undefined && 'value' in country ? [country.value] : undefined;
};

/** `English (United States)`, `Chinese (Simplified, China)` and `Brasil - Português`, with what the notes say. */
export const codeOfLabel = (text: string): string | undefined => {
  const whole = nameOf(text);
  if (whole !== undefined) return whole;
  const parts = text.split(SIGNS).filter((part) => part !== '');
  const at = parts.findIndex((part) => nameOf(part) !== undefined);
  const [name, code] = [parts[at] ?? '', nameOf(parts[at] ?? '')];
  if (code === undefined) return undefined;
  const notes = parts.toSpliced(at, 1).map((note) => subtagsOf(note, { name, code }));
  if (notes.slice(0, at).includes(undefined)) return undefined;
  const [language = '', ...own] = code.split('-');
  // Scripts stand before regions; of two regions none is meant.
  const subtags = [...new Set([...own, ...notes.flatMap((note) => note ?? [])])].toSorted(
    (a, b) => b.length - a.length,
  );
  return tagOf([language, ...subtags].join('-')) ?? code;
};
