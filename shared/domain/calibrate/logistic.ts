/** The chance of a row is the logistic function of `intercept` and the sum of each value by its weight. */
export interface Logistic {
  readonly intercept: number;
  readonly weights: readonly number[];
}

type Row = readonly number[];

/** How strongly weights are drawn to zero, in units of rows: what few rows say counts little. */
const RIDGE = 1;

const STEPS = 50;
const CLOSE = 1e-8;

export const chanceOf = ({ intercept, weights }: Logistic, row: Row): number =>
  1 / (1 + Math.exp(-weights.reduce((sum, weight, column) => sum + weight * (row[column] ?? 0), intercept)));

const columnsOf = (rows: readonly Row[]): readonly number[] => (rows[0] ?? []).map((_, column) => column);

const at = (row: Row | undefined, column: number): number => row?.[column] ?? 0;

/** Solves a symmetric positive definite system by Cholesky's decomposition. */
const solve = (matrix: readonly Row[], right: Row): readonly number[] => {
  const lower: number[][] = [];
  matrix.forEach((row, i) => {
    const own: number[] = [];
    lower.push(own);
    for (let j = 0; j <= i; j++) {
      let sum = at(row, j);
      for (let k = 0; k < j; k++) sum -= at(own, k) * at(lower[j], k);
      own.push(i === j ? Math.sqrt(Math.max(sum, CLOSE)) : sum / at(lower[j], j));
    }
  });
  const forward: number[] = [];
  right.forEach((value, i) => {
    const known = forward.reduce((sum, one, k) => sum + at(lower[i], k) * one, 0);
    forward.push((value - known) / at(lower[i], i));
  });
  const result = forward.map(() => 0);
  for (let i = result.length - 1; i >= 0; i--) {
    let sum = at(forward, i);
    for (let k = i + 1; k < result.length; k++) sum -= at(lower[k], i) * at(result, k);
    result[i] = sum / at(lower[i], i);
  }
  return result;
};

/** Each column as it deviates from its mean, in units of its deviation; a column that never changes is zero. */
const standardized = (rows: readonly Row[]) => {
  const columns = columnsOf(rows);
  const means = columns.map((column) => rows.reduce((sum, row) => sum + at(row, column), 0) / rows.length);
  const deviations = columns.map((column) => {
    const squares = rows.reduce((sum, row) => sum + (at(row, column) - at(means, column)) ** 2, 0);
    return Math.sqrt(squares / rows.length) || Number.POSITIVE_INFINITY;
  });
  const scaled = rows.map((row) =>
    columns.map((column) => (at(row, column) - at(means, column)) / at(deviations, column)),
  );
  return { means, deviations, scaled };
};

/** One step of Newton towards the weights that make the outcomes most likely; the first weight is the intercept. */
const step = (rows: readonly Row[], isWon: readonly boolean[], weights: readonly number[]): readonly number[] => {
  const size = weights.length;
  const gradient = weights.map((weight, i) => (i === 0 ? 0 : -RIDGE * weight));
  const curvature = weights.map((_, i) => weights.map((_weight, j): number => (i === j && i > 0 ? RIDGE : 0)));
  rows.forEach((row, index) => {
    const chance = 1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * at(weights, i), 0)));
    const missed = (isWon[index] === true ? 1 : 0) - chance;
    const spread = Math.max(chance * (1 - chance), CLOSE);
    for (let i = 0; i < size; i++) {
      const value = at(row, i);
      if (value === 0) continue;
      gradient[i] = at(gradient, i) + value * missed;
      const own = curvature[i];
      if (own === undefined) continue;
      for (let j = 0; j < size; j++) own[j] = at(own, j) + value * at(row, j) * spread;
    }
  });
  return solve(curvature, gradient);
};

/**
 * The logistic regression of outcomes on rows of numbers, by Newton's method, with a ridge. It has one answer, and finds
 * it in a few steps. Source: T. Hastie and others, The Elements of Statistical Learning, 2nd edition, 4.4.1 and 3.4.1.
 */
export const fitLogistic = (rows: readonly Row[], isWon: readonly boolean[]): Logistic => {
  const { means, deviations, scaled } = standardized(rows);
  const withOne = scaled.map((row) => [1, ...row]);
  let weights: readonly number[] = [0, ...means.map(() => 0)];
  for (let count = 0; count < STEPS; count++) {
    const change = step(withOne, isWon, weights);
    weights = weights.map((weight, i) => weight + at(change, i));
    if (Math.max(...change.map(Math.abs)) < CLOSE) break;
  }
  const [intercept = 0, ...slopes] = weights;
  const own = slopes.map((slope, column) => slope / at(deviations, column));
  return {
    intercept: intercept - own.reduce((sum, weight, column) => sum + weight * at(means, column), 0),
    weights: own,
  };
};
