/** From `from` up to, not including, `to`, in the unit of its user; empty unless `from` is less than `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const notEmpty = (stretch: Stretch): boolean => stretch.from < stretch.to;

/** The same stretches in order, each instant once: what touches or overlaps becomes one. */
export function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const next of stretches.filter(notEmpty).sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && next.from <= last.to) {
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    } else {
      result.push(next);
    }
  }
  return result;
}

/** What is left of `stretches`, in their order, when `taken` (in any order) are cut out. */
export function without(stretches: readonly Stretch[], taken: readonly Stretch[]): readonly Stretch[] {
  return taken.filter(notEmpty).reduce(
    (left, cut) =>
      left.flatMap((stretch) =>
        cut.to <= stretch.from || cut.from >= stretch.to
          ? [stretch]
          : [
              { from: stretch.from, to: cut.from },
              { from: cut.to, to: stretch.to },
            ].filter(notEmpty),
      ),
    stretches,
  );
}
