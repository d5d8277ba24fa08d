/** Natural logarithms of factorials, as far as they were needed. */
const LN_FACTORIALS: number[] = [0];

const lnFactorial = (n: number): number => {
  for (let next = LN_FACTORIALS.length; next <= n; next += 1)
    LN_FACTORIALS.push((LN_FACTORIALS[next - 1] ?? 0) + Math.log(next));
  return LN_FACTORIALS[n] ?? 0;
};

const lnChoose = (n: number, k: number): number => lnFactorial(n) - lnFactorial(k) - lnFactorial(n - k);

/** Twice the smaller tail, as is usual of a distribution that leans. */
const twoSided = (from: number, to: number, at: number, lnChance: (k: number) => number): number => {
  let [below, above] = [0, 0];
  for (let k = from; k <= to; k += 1) {
    const chance = Math.exp(lnChance(k));
    if (k <= at) below += chance;
    if (k >= at) above += chance;
  }
  return Math.min(1, 2 * Math.min(below, above));
};

/**
 * How likely chance alone brings a count so far from what another, over a time `times` as long, would have it: a binomial
 * test of who of both comes to the first.
 */
export const chanceOfCounts = (count: number, other: number, times: number): number => {
  const [all, share] = [count + other, 1 / (times + 1)];
  if (all === 0) return 1;
  return twoSided(0, all, count, (k) => lnChoose(all, k) + k * Math.log(share) + (all - k) * Math.log(1 - share));
};

/** A part of a whole. */
export interface Part {
  readonly part: number;
  readonly of: number;
}

/** How likely chance alone brings two parts of two wholes so far from each other: Fisher's exact test. */
export const chanceOfRates = (one: Part, other: Part): number => {
  const [parts, all] = [one.part + other.part, one.of + other.of];
  if (one.of === 0 || other.of === 0) return 1;
  const [from, to] = [Math.max(0, parts - other.of), Math.min(parts, one.of)];
  const ln = lnChoose(all, parts);
  return twoSided(from, to, one.part, (k) => lnChoose(one.of, k) + lnChoose(other.of, parts - k) - ln);
};
