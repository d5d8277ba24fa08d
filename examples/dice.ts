import { createSeededIds } from '../shared/adapters/memory/seeded-ids.ts';

/** At least one of them, so that one can be picked. */
export type Some<T> = readonly [T, ...T[]];

/** Choices that look random and are the same for the same seed. */
export interface Dice {
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<L extends Some<unknown>>(items: L): L[number];
  /** One of the items, as often as its weight says. */
  weighted<L extends Some<readonly [weight: number, item: unknown]>>(items: L): L[number][1];
}

export const createDice = (seed: number): Dice => {
  const { random } = createSeededIds(seed);
  const between = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  return {
    between,
    chance: (probability) => random() < probability,
    pick: (items) => items[between(0, items.length - 1)] ?? items[0],
    weighted: (items) => {
      let left = random() * items.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, item] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return items[0][1];
    },
  };
};
