import { meanOf } from '../statistics/mean.ts';
/** Two-sided, of the normal distribution. */
export const NORMAL_95 = 1.959964;

/** How well values tell the won from the rest: the chance that one that was won has the higher value. */
export interface Auc {
  readonly auc: number;
  readonly ci95: readonly [number, number];
}

/** For each won and each other, how often it stands on the right side of those of the other kind. */
interface Placements {
  readonly won: readonly number[];
  readonly others: readonly number[];
}

/** Places from 1 on; equal values share the middle of theirs. */
const midranks = (values: readonly number[]): readonly number[] => {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = values.map(() => 0);
  for (let first = 0; first < order.length; ) {
    let next = first;
    while (next < order.length && values[order[next] ?? 0] === values[order[first] ?? 0]) next++;
    for (const index of order.slice(first, next)) ranks[index] = (first + next + 1) / 2;
    first = next;
  }
  return ranks;
};

const placementsOf = (values: readonly number[], isWon: readonly boolean[]): Placements => {
  const [won, others] = [true, false].map((kind) => values.filter((_, index) => isWon[index] === kind));
  if (won === undefined || others === undefined) return { won: [], others: [] };
  const all = midranks([...won, ...others]);
  const among = { won: midranks(won), others: midranks(others) };
  return {
    won: won.map((_, index) => ((all[index] ?? 0) - (among.won[index] ?? 0)) / others.length),
    others: others.map((_, index) => 1 - ((all[won.length + index] ?? 0) - (among.others[index] ?? 0)) / won.length),
  };
};

const covariance = (a: readonly number[], b: readonly number[]): number => {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  return a.reduce((sum, value, index) => sum + (value - meanA) * ((b[index] ?? 0) - meanB), 0) / (a.length - 1);
};

const varianceOf = (a: Placements, b: Placements): number =>
  covariance(a.won, b.won) / a.won.length + covariance(a.others, b.others) / a.others.length;

/**
 * The area under the curve with its interval. There must be two of each kind.
 * Source: E. DeLong and others, Biometrics 44 (1988), by midranks as X. Sun and W. Xu, IEEE Signal Processing Letters 21 (2014).
 */
export const aucOf = (values: readonly number[], isWon: readonly boolean[]): Auc => {
  const placed = placementsOf(values, isWon);
  const auc = meanOf(placed.won);
  const around = NORMAL_95 * Math.sqrt(varianceOf(placed, placed));
  return { auc, ci95: [Math.max(0, auc - around), Math.min(1, auc + around)] };
};

/** By how much the first tells them better than the second, of the same leads: their errors are alike. */
export const aucDifference = (
  first: readonly number[],
  second: readonly number[],
  isWon: readonly boolean[],
): { readonly difference: number; readonly ci95: readonly [number, number] } => {
  const [a, b] = [placementsOf(first, isWon), placementsOf(second, isWon)];
  const difference = meanOf(a.won) - meanOf(b.won);
  const variance = varianceOf(a, a) + varianceOf(b, b) - 2 * varianceOf(a, b);
  const around = NORMAL_95 * Math.sqrt(Math.max(0, variance));
  return { difference, ci95: [difference - around, difference + around] };
};
