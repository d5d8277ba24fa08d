import { describe, expect, it } from 'vitest';
import { packedNow } from '../../scripts/write-field-tables.ts';
import { foldName } from '../../shared/fields/characters.ts';
import { readRegion } from '../../shared/fields/region.ts';
import { isTown } from '../../shared/fields/region-kinds.ts';
import { regionName } from '../../shared/fields/region-name.ts';
import { regionsOf } from '../../shared/fields/region-table.ts';

const [codesOfAll = ''] = (packedNow('subdivisions.ts') ?? '').split('\n\n');
const COUNTRIES = codesOfAll.split('\n').map((line) => line.slice(0, 2));

/** Words for a kind of region somewhere, in English. */
const WORDS = ['county', 'state', 'province', 'region', 'district', 'city', 'oblast', 'prefecture', 'land', 'council'];

const readIn = (country: string, text: string): string | undefined => {
  const reading = readRegion(text, { country });
  return 'value' in reading ? reading.value : undefined;
};

/** What a name of a region is read as: whatever the tables know it by, and what it is called on pages. */
const namesOf = (country: string): ReadonlyMap<string, string | undefined> => {
  const codes = regionsOf(country)?.codes ?? new Map<string, string>();
  const called = [...new Set(codes.values())].flatMap((code) => {
    const name = regionName(code);
    return name === undefined ? [] : [name.inEnglish, name.own];
  });
  const names = [...codes.keys(), ...called].filter((name) => foldName(name).length > 3);
  return new Map(names.map((name) => [name, readIn(country, name)]));
};

const kindWords = (country: string): readonly string[] => {
  const { before = [], after = [] } = regionsOf(country)?.kinds ?? {};
  return [...before, ...after];
};

const isOwnWord = (country: string, word: string, code: string): boolean => {
  return kindWords(country).some((one) => one === word || one === `${word} of`) || (word === 'city' && isTown(code));
};

/** Where a word beside a name makes it another region, or the word is none of the country, and nothing is called so itself. */
const misread = (country: string): readonly string[] => {
  return [...namesOf(country)].flatMap(([name, code]) =>
    [...new Set([...WORDS, ...kindWords(country)])].flatMap((word) =>
      [`${name} ${word}`, `${word} ${name}`, `${word} of ${name}`].filter((text) => {
        const as = readIn(country, text);
        if (as === undefined || as === regionsOf(country)?.codes.get(foldName(text))) return false;
        return as !== code || !isOwnWord(country, word, code);
      }),
    ),
  );
};

describe('a region beside a word for its kind', { timeout: 120_000 }, () => {
  it('has 59 countries to be looked for in', () => {
    expect(COUNTRIES).toHaveLength(59);
    expect(COUNTRIES.filter((country) => namesOf(country).size < 4)).toEqual([]);
  });

  it.each(COUNTRIES)('is the one that it names where the country has the kind, and else none: %s', (country) => {
    expect(misread(country)).toEqual([]);
  });
});
