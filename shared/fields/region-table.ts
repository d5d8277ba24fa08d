import { lazily } from './lazily.ts';
import { SUBDIVISIONS } from './tables/subdivisions.ts';
import { unpack } from './tables/unpack.ts';

/** Words for kinds of region, folded, as they stand beside a name. */
export interface KindWords {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

interface Country {
  /** By short code in lower case, by a code that a region had before, or by folded name. */
  readonly codes: ReadonlyMap<string, string>;
  readonly kinds: KindWords;
  /** Of another alphabet, each with the Latin ones in which the names are written here. */
  readonly letters: ReadonlyMap<string, string>;
}

/** A number that follows the one before it is left out. */
const successor = (code: string): string => String(Number(code) + 1).padStart(code.length, '0');

const codesOf = (country: string, shorts: readonly string[], names: readonly string[]): ReadonlyMap<string, string> => {
  const codes = new Map<string, string>();
  let last = '';
  shorts.forEach((written, i) => {
    last = written === '' ? successor(last) : written;
    const code = `${country}-${last}`;
    codes.set(last.toLowerCase(), code);
    for (const name of (names[i] ?? '').split(':')) if (!codes.has(name)) codes.set(name, code);
  });
  codes.delete('');
  return codes;
};

const wordsOf = (list: string): readonly string[] => (list === '' ? [] : list.split(','));

const table = lazily(() => {
  const [codes = [], names = [], words = []] = unpack(SUBDIVISIONS)
    .split('\n\n')
    .map((block) => block.split('\n'));
  return new Map(
    codes.map((line, i): readonly [string, Country] => {
      const [country = '', ...shorts] = line.split(' ');
      const [before = '', after = '', letters = ''] = (words[i] ?? '').split('\t');
      return [
        country,
        {
          codes: codesOf(country, shorts, (names[i] ?? '').split(' ')),
          kinds: { before: wordsOf(before), after: wordsOf(after) },
          letters: new Map([...letters.matchAll(/(\S) (\S+)/g)].map(([, one = '', latin = '']) => [one, latin])),
        },
      ];
    }),
  );
});

/** What is known of the regions of a country; undefined where they are in no table. */
export const regionsOf = (country: string): Country | undefined => table().get(country);
