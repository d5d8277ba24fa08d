export interface Percentiles {
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
}

/** By nearest rank; null of none. */
export const percentilesOf = (values: readonly number[]): Percentiles | null => {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (percent: number): number => sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? 0;
  return { p50: at(50), p90: at(90), p99: at(99) };
};
