import { foldName } from './characters.ts';

/** Words that are left out as often as not, and short ones in full. */
const FILLING = new Set(['', 'the', 'of', 'and']);
const IN_FULL = new Map(
  Object.entries({ st: 'saint', rep: 'republic', dem: 'democratic', n: 'north', s: 'south', is: 'islands' }),
);

/** What kind of state a country is: `Kingdom of Spain` is Spain. */
const STATES = new Set(
  (
    'republic kingdom commonwealth principality sultanate union federation arab islamic federal democratic socialist ' +
    'peoples united'
  ).split(' '),
);

/** Two countries are called so, and only by their kind is it clear which one. */
const NEEDS_KIND = new Set(['congo', 'korea', 'china', 'dominica']);

interface CountryWords {
  /** In the order of the alphabet: lists that are sorted by name have `Gambia, The` and `Korea, South`. */
  readonly all: string;
  /** Without those for the kind of state, where the country is clear without them. */
  readonly plain: string | undefined;
}

/** The words of a country's name in English, to be compared with those of another spelling. */
export const wordsOfCountry = (name: string): CountryWords => {
  const words = name
    .split(/[^\p{L}\p{M}\p{N}.'’]+/u)
    .map((word) => IN_FULL.get(foldName(word)) ?? foldName(word))
    .filter((word) => !FILLING.has(word))
    .sort();
  const plain = words.filter((word) => !STATES.has(word)).join(' ');
  return { all: words.join(' '), plain: plain === '' || NEEDS_KIND.has(plain) ? undefined : plain };
};
