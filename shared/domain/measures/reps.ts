import { type Exact, exact, plus, quotient, rateOf, rounded, sumOf, ZERO } from '../statistics/exact.ts';
import type { Cycle, Deal, Deed, Promised } from './cycle.ts';
import { moneyOf } from './money.ts';
import { type Period, wasIn } from './period.ts';
import type { ReportTerms } from './terms.ts';

/** What one rep did in the period, counted one by one. */
const newTally = () => ({
  assigned: 0,
  value: ZERO,
  asManager: 0,
  accepted: 0,
  rejected: 0,
  takenAway: 0,
  contacted: 0,
  salesQualified: 0,
  lost: 0,
  recycled: 0,
  won: [] as Deal[],
  credit: [] as Deal[],
  clausesKept: 0,
  clausesBroken: 0,
});

type Tally = ReturnType<typeof newTally>;

/** What is a number in it, and goes up by one for each deed. */
type Counted = 'accepted' | 'rejected' | 'takenAway' | 'contacted' | 'salesQualified' | 'lost' | 'recycled';

const talliesOf = (cycles: readonly Cycle[], promises: readonly Promised[], period: Period) => {
  const tallies = new Map<string, Tally>();
  const of = (rep: string): Tally => {
    const known = tallies.get(rep) ?? newTally();
    tallies.set(rep, known);
    return known;
  };
  const count = (what: Counted, deed: Deed | undefined): void => {
    if (deed?.rep !== undefined && wasIn(period, deed)) of(deed.rep)[what] += 1;
  };
  for (const cycle of cycles) {
    const { won, accepted } = cycle;
    for (const assignment of cycle.assignments) {
      if (!wasIn(period, assignment)) continue;
      const tally = of(assignment.rep);
      tally.assigned += 1;
      tally.value = plus(tally.value, exact(cycle.qualified?.score ?? 0));
      if (assignment.isManager) tally.asManager += 1;
    }
    count('accepted', accepted);
    for (const rejection of cycle.rejections) count('rejected', rejection);
    for (const taken of cycle.takenAway) count('takenAway', taken);
    count('contacted', cycle.contacted);
    count('salesQualified', cycle.salesQualified);
    count('lost', cycle.lost);
    count('recycled', cycle.recycled);
    if (won === undefined || !wasIn(period, won)) continue;
    if (won.rep !== undefined) of(won.rep).won.push(won);
    if (accepted?.rep !== undefined) of(accepted.rep).credit.push(won);
  }
  for (const { clause, rep, state } of promises) {
    if (clause === 'alert' || rep === undefined) continue;
    const tally = of(rep);
    if (state === 'kept') tally.clausesKept += 1;
    if (state === 'broken') tally.clausesBroken += 1;
  }
  return [...tallies].toSorted(([a], [b]) => (a < b ? -1 : 1));
};

/**
 * Everything that reps did in the period; `promises` are those that count in it. Won and lost are of the owner then; the
 * credit is of who accepted the lead first.
 */
export const repRows = (
  cycles: readonly Cycle[],
  promises: readonly Promised[],
  period: Period,
  terms: ReportTerms,
) => {
  const tallies = talliesOf(cycles, promises, period);
  const allAssigned = tallies.reduce((sum, [, { assigned }]) => sum + assigned, 0);
  const allValue: Exact = sumOf(tallies.map(([, { value }]) => value));
  return tallies.map(([rep, { assigned, value, asManager, won, credit, ...counted }]) => ({
    rep,
    assigned,
    share: rateOf(assigned, allAssigned),
    value: rounded(value, 2),
    valueShare: quotient(value, allValue, 4),
    asManager,
    accepted: counted.accepted,
    rejected: counted.rejected,
    takenAway: counted.takenAway,
    contacted: counted.contacted,
    salesQualified: counted.salesQualified,
    won: won.length,
    lost: counted.lost,
    recycled: counted.recycled,
    revenue: moneyOf(won, terms),
    clausesKept: counted.clausesKept,
    clausesBroken: counted.clausesBroken,
    credit: { won: credit.length, revenue: moneyOf(credit, terms) },
  }));
};
