import { dividedBy, type Exact, exact, minus, quotient, rounded, times, whole } from '../statistics/exact.ts';
import { DAY_MS } from '../time/durations.ts';
import type { TouchKind } from '../vocabulary/touch-kinds.ts';
import type { Cycle, Deal, Which } from './cycle.ts';
import { byKey, costInBase, moneyOf, revenueInBase } from './money.ts';
import { percentilesOf } from './percentiles.ts';
import { type Period, wasIn } from './period.ts';
import type { Cost, ReportTerms } from './terms.ts';

type Key = string | null;

/** A cost is spread evenly over its days; a period takes the part of its days. */
const partIn = ({ from, to, amount }: Cost, period: Period): Exact => {
  const days = Math.min(to, period.to) - Math.max(from, period.from) + 1;
  return dividedBy(times(exact(amount), whole(Math.max(0, days))), whole(to - from + 1)) ?? whole(0);
};

const costOf = (costs: readonly Cost[], period: Period, terms: ReportTerms): Exact | undefined =>
  costs.length === 0
    ? undefined
    : costInBase(
        costs.map((cost) => ({
          amount: partIn(cost, period),
          ...(cost.currency === undefined ? {} : { currency: cost.currency }),
        })),
        terms,
      );

const twoDecimals = (value: Exact | undefined): number | null => (value === undefined ? null : rounded(value, 2));

const dealsOf = (cycles: readonly Cycle[], of: (cycle: Cycle) => Deal | undefined): readonly Deal[] =>
  cycles.flatMap((cycle) => of(cycle) ?? []);

/** A deal that is neither won nor lost yet. */
const pipelineOf = ({ end, salesQualified }: Cycle): Deal | undefined =>
  end === undefined ? salesQualified : undefined;

const daysToWon = (took: readonly number[]) => {
  const found = percentilesOf(took);
  const days = (ms: number) => quotient(whole(ms), whole(DAY_MS), 2);
  return found && { p50: days(found.p50), p90: days(found.p90), p99: days(found.p99) };
};

/** What became of some cycles, counted one by one. */
const newTally = () => ({
  captured: 0,
  qualified: 0,
  accepted: 0,
  salesQualified: 0,
  lost: 0,
  rejected: 0,
  won: [] as Deal[],
  pipeline: [] as Deal[],
  /** From the opening of each that was won, in milliseconds. */
  took: [] as number[],
});

type Tally = ReturnType<typeof newTally>;

const add = (tally: Tally, cycle: Cycle): void => {
  tally.captured += 1;
  if (cycle.qualified !== undefined) tally.qualified += 1;
  if (cycle.accepted !== undefined) tally.accepted += 1;
  if (cycle.salesQualified !== undefined) tally.salesQualified += 1;
  if (cycle.lost !== undefined) tally.lost += 1;
  tally.rejected += cycle.rejections.length;
  const open = pipelineOf(cycle);
  if (open !== undefined) tally.pipeline.push(open);
  if (cycle.won === undefined) return;
  tally.won.push(cycle.won);
  tally.took.push(cycle.won.at - cycle.openedAt);
};

/** What became of some cycles, and what they cost and brought. */
const rowOf = (key: Key, tally: Tally, cost: Exact | undefined, terms: ReportTerms) => {
  const { won, pipeline, took, captured, qualified, accepted, salesQualified, lost, rejected } = tally;
  const revenue = revenueInBase(won, terms);
  const each = (number: number): number | null => (cost === undefined ? null : quotient(cost, whole(number), 2));
  return {
    key,
    ...{ captured, qualified, accepted, salesQualified },
    won: won.length,
    ...{ lost, rejected },
    pipeline: moneyOf(pipeline, terms),
    revenue: moneyOf(won, terms),
    revenueInBase: twoDecimals(revenue),
    cost: twoDecimals(cost),
    costPerQualified: each(qualified),
    costPerWon: each(won.length),
    roi: cost === undefined || revenue === undefined ? null : quotient(minus(revenue, cost), cost, 4),
    daysToWon: daysToWon(took),
  };
};

interface Grouping {
  readonly period: Period;
  readonly terms: ReportTerms;
  readonly costs: readonly Cost[];
}

/** The cycles that opened in the period, by what they have in common; a key that cost something has a row in any case. */
const rowsBy = (opened: readonly Cycle[], keyOf: (cycle: Cycle) => Key, { period, terms, costs }: Grouping) => {
  const tallies = new Map<Key, Tally>(costs.map(({ key }) => [key, newTally()]));
  for (const cycle of opened) {
    const key = keyOf(cycle);
    const tally = tallies.get(key) ?? newTally();
    if (tally.captured === 0) tallies.set(key, tally);
    add(tally, cycle);
  }
  const costsOf = (key: Key): readonly Cost[] => costs.filter((cost) => cost.key === key);
  return byKey([...tallies].map(([key, tally]) => rowOf(key, tally, costOf(costsOf(key), period, terms), terms)));
};

/** By the first touch of a kind, and by the last. */
export const touchRows = (opened: readonly Cycle[], kind: TouchKind, period: Period, terms: ReportTerms) => {
  const costs = terms.costs.filter(({ of }) => of === kind);
  const rows = (which: Which) => rowsBy(opened, ({ touchedBy }) => touchedBy[which][kind], { period, terms, costs });
  return { first: rows('first'), last: rows('last') };
};

export const territoryRows = (opened: readonly Cycle[], period: Period, terms: ReportTerms) =>
  rowsBy(opened, ({ territory }) => territory ?? null, { period, terms, costs: [] });

/** Money by the day on which it was won; what is in the pipeline now. */
export const revenueReport = (cycles: readonly Cycle[], period: Period, terms: ReportTerms) => {
  const won = cycles.filter((cycle) => wasIn(period, cycle.won));
  const wonOf = (some: readonly Cycle[]) =>
    moneyOf(
      dealsOf(some, ({ won: deal }) => deal),
      terms,
    );
  return {
    won: wonOf(won),
    outside: wonOf(won.filter(({ qualified }) => qualified === undefined)),
    pipeline: moneyOf(dealsOf(cycles, pipelineOf), terms),
  };
};

const countBy = <T>(
  list: readonly T[],
  keyOf: (one: T) => Key,
): readonly { readonly key: Key; readonly n: number }[] => {
  const counts = new Map<Key, number>();
  for (const one of list) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return byKey([...counts].map(([key, n]) => ({ key, n })));
};

/** Why reps rejected leads in the period, and where those came from. */
export const rejectionRows = (cycles: readonly Cycle[], period: Period) => {
  const rejections = cycles.flatMap((cycle) =>
    cycle.rejections.filter((one) => wasIn(period, one)).map((one) => ({ ...one, cycle })),
  );
  const kinds = new Map(rejections.map((one) => [JSON.stringify([one.reason, one.action]), one]));
  return [...kinds]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { reason, action }]) => {
      const own = rejections.filter((one) => one.reason === reason && one.action === action);
      return {
        ...{ reason, action, n: own.length },
        sources: countBy(own, ({ cycle }) => cycle.touchedBy.last.source),
        campaigns: countBy(own, ({ cycle }) => cycle.touchedBy.last.campaign),
      };
    });
};
