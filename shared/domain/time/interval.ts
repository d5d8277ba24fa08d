/** From `from` up to, not including, `to`, in the unit of its user; empty unless `from` is less than `to`. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

const notEmpty = (interval: Interval): boolean => interval.from < interval.to;

/** The intervals in order, each instant once: those that touch or overlap become one. */
export function merged(intervals: readonly Interval[]): readonly Interval[] {
  const result: Interval[] = [];
  for (const next of intervals.filter(notEmpty).sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && next.from <= last.to) {
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    } else {
      result.push(next);
    }
  }
  return result;
}

/** What is left of `intervals`, in their order, when `taken` (in any order) are cut out. */
export function without(intervals: readonly Interval[], taken: readonly Interval[]): readonly Interval[] {
  return taken.filter(notEmpty).reduce(
    (left, cut) =>
      left.flatMap((interval) =>
        cut.to <= interval.from || cut.from >= interval.to
          ? [interval]
          : [
              { from: interval.from, to: cut.from },
              { from: cut.to, to: interval.to },
            ].filter(notEmpty),
      ),
    intervals,
  );
}
