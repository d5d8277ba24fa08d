import { dividedBy, type Exact, exact, minus, quotient, rounded, times, whole } from '../statistics/exact.ts';
import { DAY_MS } from '../time/durations.ts';
import type { TouchKind } from '../vocabulary/touch-kinds.ts';
import type { Cycle, Deal } from './cycle.ts';
import { byKey, costInBase, moneyOf, revenueInBase } from './money.ts';
import { percentilesOf } from './percentiles.ts';
import { isIn, type Period, wasIn } from './period.ts';
import type { Cost, ReportTerms } from './terms.ts';

type Key = string | null;

/** Which touch counts: the first, or the last. */
export type Which = 'first' | 'last';

export const touchOf = ({ touches }: Cycle, kind: TouchKind, which: Which): Key => {
  const own = touches.filter((touch) => touch.kind === kind);
  return (which === 'first' ? own[0] : own.at(-1))?.value ?? null;
};

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

/** Deals that are neither won nor lost yet. */
export const pipelineOf = (cycles: readonly Cycle[]): readonly Deal[] =>
  dealsOf(cycles, ({ end, salesQualified }) => (end === undefined ? salesQualified : undefined));

const daysToWon = (cycles: readonly Cycle[]) => {
  const found = percentilesOf(cycles.flatMap(({ openedAt, won }) => (won === undefined ? [] : [won.at - openedAt])));
  const days = (ms: number) => quotient(whole(ms), whole(DAY_MS), 2);
  return found && { p50: days(found.p50), p90: days(found.p90), p99: days(found.p99) };
};

/** What became of some cycles, and what they cost and brought. */
const rowOf = (key: Key, cycles: readonly Cycle[], cost: Exact | undefined, terms: ReportTerms) => {
  const count = (of: (cycle: Cycle) => unknown): number => cycles.filter((cycle) => of(cycle)).length;
  const won = dealsOf(cycles, ({ won: deal }) => deal);
  const revenue = revenueInBase(won, terms);
  const qualified = count((cycle) => cycle.qualified);
  const each = (number: number): number | null => (cost === undefined ? null : quotient(cost, whole(number), 2));
  return {
    key,
    captured: cycles.length,
    qualified,
    accepted: count((cycle) => cycle.accepted),
    salesQualified: count((cycle) => cycle.salesQualified),
    won: won.length,
    lost: count((cycle) => cycle.lost),
    rejected: cycles.reduce((sum, { rejections }) => sum + rejections.length, 0),
    pipeline: moneyOf(pipelineOf(cycles), terms),
    revenue: moneyOf(won, terms),
    revenueInBase: twoDecimals(revenue),
    cost: twoDecimals(cost),
    costPerQualified: each(qualified),
    costPerWon: each(won.length),
    roi: cost === undefined || revenue === undefined ? null : quotient(minus(revenue, cost), cost, 4),
    daysToWon: daysToWon(cycles),
  };
};

interface Grouping {
  readonly period: Period;
  readonly terms: ReportTerms;
  readonly costs: readonly Cost[];
}

/** The cycles that opened in the period, by what they have in common; a key that cost something has a row in any case. */
const rowsBy = (cycles: readonly Cycle[], keyOf: (cycle: Cycle) => Key, { period, terms, costs }: Grouping) => {
  const byKeys = new Map<Key, Cycle[]>(costs.map(({ key }) => [key, []]));
  for (const cycle of cycles.filter(({ openedAt }) => isIn(period, openedAt))) {
    const own = byKeys.get(keyOf(cycle));
    if (own === undefined) byKeys.set(keyOf(cycle), [cycle]);
    else own.push(cycle);
  }
  const costsOf = (key: Key): readonly Cost[] => costs.filter((cost) => cost.key === key);
  return byKey([...byKeys].map(([key, own]) => rowOf(key, own, costOf(costsOf(key), period, terms), terms)));
};

/** By the first touch of a kind, and by the last. */
export const touchRows = (cycles: readonly Cycle[], kind: TouchKind, period: Period, terms: ReportTerms) => {
  const costs = terms.costs.filter(({ of }) => of === kind);
  const rows = (which: Which) => rowsBy(cycles, (cycle) => touchOf(cycle, kind, which), { period, terms, costs });
  return { first: rows('first'), last: rows('last') };
};

export const territoryRows = (cycles: readonly Cycle[], period: Period, terms: ReportTerms) =>
  rowsBy(cycles, ({ territory }) => territory ?? null, { period, terms, costs: [] });

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
    pipeline: moneyOf(pipelineOf(cycles), terms),
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
        sources: countBy(own, ({ cycle }) => touchOf(cycle, 'source', 'last')),
        campaigns: countBy(own, ({ cycle }) => touchOf(cycle, 'campaign', 'last')),
      };
    });
};
