import { createSeededIds } from '../../../shared/adapters/memory/seeded-ids.ts';

/** Chance as a forecast meets it. */
interface Chance {
  /** Evenly from 0 to 1. */
  uniform(): number;
  /** By the normal distribution, of deviation 1. */
  normal(): number;
  /** How many come where so many are expected, by Poisson. */
  poisson(expected: number): number;
}

export interface Series {
  readonly name: string;
  /** So many weekly counts; `offset` is a week of the year. */
  readonly make: (length: number, chance: Chance, offset: number) => readonly number[];
}

const YEAR = 52;
const wave = (week: number): number => Math.sin((2 * Math.PI * week) / YEAR);
const repeat = (length: number, value: (i: number) => number): readonly number[] =>
  Array.from({ length }, (_, i) => value(i));

/** Kinds of history that teams have. */
export const SERIES: readonly Series[] = [
  { name: 'a steady flow', make: (length, { poisson }) => repeat(length, () => poisson(20)) },
  { name: 'a trickle', make: (length, { poisson }) => repeat(length, () => poisson(3)) },
  {
    name: 'a level that walks by chance',
    make: (length, { normal, poisson }) => {
      let level = 100;
      return repeat(length, () => {
        level = Math.max(5, level + 4 * normal());
        return poisson(level);
      });
    },
  },
  { name: 'slow growth', make: (length, { poisson }) => repeat(length, (i) => poisson(30 + i * 0.2)) },
  {
    name: 'a year with a summer',
    make: (length, { poisson }, offset) => repeat(length, (i) => poisson(60 + 30 * wave(i + offset))),
  },
  {
    name: 'good and bad months',
    make: (length, { normal }) => {
      let mood = 0;
      return repeat(length, () => {
        mood = 0.7 * mood + 8 * normal();
        return Math.max(0, Math.round(60 + mood));
      });
    },
  },
  {
    name: 'a campaign that stays',
    make: (length, { uniform, poisson }) => {
      const from = Math.floor(length * uniform());
      return repeat(length, (i) => poisson(i < from ? 40 : 55));
    },
  },
];

/** The same for the same seed. */
export const seededSeries = ({ make }: Series, seed: number, length: number): readonly number[] => {
  const { random } = createSeededIds(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const poisson = (expected: number): number => {
    if (expected > 50) return Math.max(0, Math.round(expected + Math.sqrt(expected) * normal()));
    const end = Math.exp(-expected);
    let count = 0;
    for (let product = random(); product > end; product *= random()) count++;
    return count;
  };
  return make(length, { uniform: random, normal, poisson }, Math.floor(random() * YEAR));
};
