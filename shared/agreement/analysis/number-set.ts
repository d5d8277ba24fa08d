/** A stretch of numbers; an end that is not `In` is left out, as infinity always is. */
export interface NumberRange {
  readonly lo: number;
  readonly loIn: boolean;
  readonly hi: number;
  readonly hiIn: boolean;
}

/** Intervals that rise and do not meet; none is empty. */
export type NumberSet = readonly NumberRange[];

const { MAX_VALUE, POSITIVE_INFINITY, NEGATIVE_INFINITY } = Number;

export const ALL_NUMBERS: NumberSet = [{ lo: NEGATIVE_INFINITY, loIn: false, hi: POSITIVE_INFINITY, hiIn: false }];

const between = (lo: number, hi: number): number => {
  if (lo === NEGATIVE_INFINITY)
    return hi === POSITIVE_INFINITY ? 0 : Math.max(-MAX_VALUE, hi - Math.max(1, Math.abs(hi)));
  return hi === POSITIVE_INFINITY ? Math.min(MAX_VALUE, lo + Math.max(1, Math.abs(lo))) : lo / 2 + hi / 2;
};

/** A number of the interval; undefined where no double lies in it. */
const pickFrom = ({ lo, loIn, hi, hiIn }: NumberRange): number | undefined => {
  if (lo > hi || (lo === hi && !(loIn && hiIn))) return undefined;
  if (loIn) return lo;
  if (hiIn) return hi;
  const middle = between(lo, hi);
  return middle > lo && middle < hi ? middle : undefined;
};

export const pickNumber = (set: NumberSet): number | undefined => {
  const [first] = set;
  return first === undefined ? undefined : pickFrom(first);
};

/** At least, above, at most, below; all that are given hold. */
export interface Bounds {
  readonly gte?: number;
  readonly gt?: number;
  readonly lte?: number;
  readonly lt?: number;
}

export const numbersWithin = (bounds: Bounds): NumberSet => {
  const { gte = NEGATIVE_INFINITY, gt = NEGATIVE_INFINITY, lte = POSITIVE_INFINITY, lt = POSITIVE_INFINITY } = bounds;
  const range: NumberRange = {
    lo: Math.max(gte, gt),
    loIn: gte > gt,
    hi: Math.min(lte, lt),
    hiIn: lte < lt,
  };
  return pickFrom(range) === undefined ? [] : [range];
};

export const numbersIn = (numbers: readonly number[]): NumberSet =>
  [...new Set(numbers)].sort((a, b) => a - b).map((n) => ({ lo: n, loIn: true, hi: n, hiIn: true }));

export const numbersNotIn = (set: NumberSet): NumberSet => {
  const gaps: NumberRange[] = [];
  let lo = NEGATIVE_INFINITY;
  let loIn = false;
  for (const next of set) {
    gaps.push({ lo, loIn, hi: next.lo, hiIn: next.lo !== NEGATIVE_INFINITY && !next.loIn });
    lo = next.hi;
    loIn = next.hi !== POSITIVE_INFINITY && !next.hiIn;
  }
  gaps.push({ lo, loIn, hi: POSITIVE_INFINITY, hiIn: false });
  return gaps.filter((gap) => pickFrom(gap) !== undefined);
};

const meet = (a: NumberRange, b: NumberRange): NumberRange => {
  const lower = a.lo > b.lo || (a.lo === b.lo && !a.loIn) ? a : b;
  const upper = a.hi < b.hi || (a.hi === b.hi && !a.hiIn) ? a : b;
  return { lo: lower.lo, loIn: lower.loIn, hi: upper.hi, hiIn: upper.hiIn };
};

export const numbersInBoth = (a: NumberSet, b: NumberSet): NumberSet => {
  if (a === ALL_NUMBERS) return b;
  if (b === ALL_NUMBERS) return a;
  const both: NumberRange[] = [];
  for (let i = 0, j = 0; ; ) {
    const [left, right] = [a[i], b[j]];
    if (left === undefined || right === undefined) return both;
    const common = meet(left, right);
    if (pickFrom(common) !== undefined) both.push(common);
    if (left.hi < right.hi || (left.hi === right.hi && !left.hiIn)) i++;
    else j++;
  }
};
