import type { Part } from './tail.ts';

/** Standard deviations of the normal distribution: of an interval of 95 %, and of a chance of 80 %. */
const Z95 = 1.959963984540054;
const Z80 = 0.8416212335729143;

/** Wilson's score interval of a part of a whole, of 95 %. */
const wilson = ({ part, of }: Part): { readonly low: number; readonly high: number } => {
  const [rate, square] = [part / of, Z95 ** 2 / of];
  const middle = (rate + square / 2) / (1 + square);
  const half = (Z95 * Math.sqrt((rate * (1 - rate)) / of + square / (4 * of))) / (1 + square);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
};

/** How far one rate is above another, and the interval of 95 %. */
export interface Difference {
  readonly by: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How far the rate of one is above that of the other; null where either has nobody. The interval is Newcombe's hybrid
 * score (Statistics in Medicine 17, 1998, method 10): it holds for small numbers too, and where nobody or everybody is a
 * part.
 */
export const differenceOfRates = (one: Part, other: Part): Difference | null => {
  if (one.of === 0 || other.of === 0) return null;
  const [a, b] = [one.part / one.of, other.part / other.of];
  const [ofOne, ofOther] = [wilson(one), wilson(other)];
  const by = a - b;
  return {
    by,
    low: Math.max(-1, by - Math.hypot(a - ofOne.low, ofOther.high - b)),
    high: Math.min(1, by + Math.hypot(ofOne.high - a, b - ofOther.low)),
  };
};

/**
 * How many more are needed of both together, in the proportion in which they are, until a difference as great as theirs
 * would be told from chance (two-sided 5 %) four times of five: 0 where it is told already, null where there is none to
 * tell. The sample size of two proportions (Fleiss, Statistical Methods for Rates and Proportions, 3rd ed., 4.14).
 */
export const neededToTell = (one: Part, other: Part): number | null => {
  const difference = differenceOfRates(one, other);
  if (difference === null || difference.by === 0) return null;
  if (difference.low > 0 || difference.high < 0) return 0;
  const [a, b, times] = [one.part / one.of, other.part / other.of, other.of / one.of];
  const mean = (a + times * b) / (1 + times);
  const byChance = Z95 * Math.sqrt((1 + times) * mean * (1 - mean));
  const asTheyAre = Z80 * Math.sqrt(times * a * (1 - a) + b * (1 - b));
  const ofOne = (byChance + asTheyAre) ** 2 / (times * difference.by ** 2);
  return Math.max(0, Math.ceil(ofOne * (1 + times)) - one.of - other.of);
};
