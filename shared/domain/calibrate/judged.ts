import { meanOf } from '../statistics/mean.ts';

/** So many groups of leads of the same size. */
const GROUPS = 10;

/** Leads whose values lie next to each other: what was foreseen for them, and what came. */
export interface Group {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** The mean chance that was foreseen. */
  readonly predicted: number;
  /** The part that was won. */
  readonly won: number;
}

const partOf = (isWon: readonly boolean[]): number => isWon.filter(Boolean).length / isWon.length;

/** The mean squared difference between the chances and what came: 0 is perfect. */
export const brierOf = (chances: readonly number[], isWon: readonly boolean[]): number =>
  meanOf(chances.map((chance, index) => (chance - (isWon[index] === true ? 1 : 0)) ** 2));

/** Ten groups by value, of the same size; leads of one value are never parted. */
export const groupsOf = (
  values: readonly number[],
  chances: readonly number[],
  isWon: readonly boolean[],
): readonly Group[] => {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const valueAt = (place: number): number => values[order[place] ?? 0] ?? 0;
  const groups: Group[] = [];
  for (let first = 0; first < order.length; ) {
    let next = Math.max(first + 1, Math.round(((groups.length + 1) * order.length) / GROUPS));
    while (next < order.length && valueAt(next) === valueAt(next - 1)) next++;
    const own = order.slice(first, next);
    groups.push({
      from: valueAt(first),
      to: valueAt(next - 1),
      n: own.length,
      predicted: meanOf(own.map((index) => chances[index] ?? 0)),
      won: partOf(own.map((index) => isWon[index] === true)),
    });
    first = next;
  }
  return groups;
};

/** How far the chances are from what came, on the average over ten groups. */
export const eceOf = (chances: readonly number[], isWon: readonly boolean[]): number => {
  const groups = groupsOf(chances, chances, isWon);
  return groups.reduce((sum, { n, predicted, won }) => sum + (n / chances.length) * Math.abs(predicted - won), 0);
};

/** How many times as many of those chosen were won as of all; null where none is chosen or none was won. */
export const liftOf = (isChosen: readonly boolean[], isWon: readonly boolean[]): number | null => {
  const all = partOf(isWon);
  const chosen = isWon.filter((_, index) => isChosen[index] === true);
  return all === 0 || chosen.length === 0 ? null : partOf(chosen) / all;
};

/** The best tenth by value; at the border those of one value are in or out together. */
export const bestTenth = (values: readonly number[]): readonly boolean[] => {
  const border = values.toSorted((a, b) => b - a)[Math.max(0, Math.ceil(values.length / 10) - 1)] ?? 0;
  return values.map((value) => value >= border);
};
