import { type Exact, exact, quotient, rateOf, rounded, sumOf } from '../statistics/exact.ts';
import type { Cycle, Deal, Deed } from './cycle.ts';
import { moneyOf } from './money.ts';
import { type Period, wasIn } from './period.ts';
import { promisesIn } from './sla.ts';
import type { ReportTerms } from './terms.ts';

/** What each cycle has of somebody's deeds in the period. */
type DeedsOf = (cycle: Cycle) => readonly (Deed | undefined)[];

/** Everything that reps did in the period. Won and lost are of the owner then; the credit is of who accepted the lead first. */
export const repRows = (cycles: readonly Cycle[], period: Period, terms: ReportTerms) => {
  const assignments = cycles.flatMap((cycle) =>
    cycle.assignments
      .filter((assignment) => wasIn(period, assignment))
      .map((assignment) => ({ ...assignment, value: exact(cycle.qualified?.score ?? 0) })),
  );
  const scoresOf = (own: typeof assignments): Exact => sumOf(own.map(({ value }) => value));
  const allValue = scoresOf(assignments);
  const promises = promisesIn(cycles, period).filter(({ clause }) => clause !== 'alert');
  const done = (deeds: DeedsOf): readonly Deed[] =>
    cycles.flatMap((cycle) => deeds(cycle).filter((deed) => deed !== undefined)).filter((deed) => wasIn(period, deed));
  const credited = cycles.flatMap(({ won: deal, accepted }) =>
    deal !== undefined && wasIn(period, deal) && accepted?.rep !== undefined ? [{ rep: accepted.rep, deal }] : [],
  );
  const won = cycles.flatMap(({ won: deal }): readonly Deal[] =>
    deal !== undefined && wasIn(period, deal) ? [deal] : [],
  );
  const counted = {
    accepted: done(({ accepted }) => [accepted]),
    rejected: done(({ rejections }) => rejections),
    takenAway: done(({ takenAway }) => takenAway),
    contacted: done(({ contacted }) => [contacted]),
    salesQualified: done(({ salesQualified }) => [salesQualified]),
    lost: done(({ lost }) => [lost]),
    recycled: done(({ recycled }) => [recycled]),
  };
  const everybody = [assignments, won, credited, promises, ...Object.values(counted)].flatMap((list) =>
    list.flatMap(({ rep }) => (rep === undefined ? [] : [rep])),
  );
  return [...new Set(everybody)].toSorted().map((rep) => {
    const of = (list: readonly { readonly rep?: string }[]): number => list.filter((one) => one.rep === rep).length;
    const own = assignments.filter((one) => one.rep === rep);
    const credit = credited.filter((one) => one.rep === rep).map(({ deal }) => deal);
    return {
      rep,
      assigned: own.length,
      share: rateOf(own.length, assignments.length),
      value: rounded(scoresOf(own), 2),
      valueShare: quotient(scoresOf(own), allValue, 4),
      asManager: own.filter(({ isManager }) => isManager).length,
      accepted: of(counted.accepted),
      rejected: of(counted.rejected),
      takenAway: of(counted.takenAway),
      contacted: of(counted.contacted),
      salesQualified: of(counted.salesQualified),
      won: of(won),
      lost: of(counted.lost),
      recycled: of(counted.recycled),
      revenue: moneyOf(
        won.filter((deal) => deal.rep === rep),
        terms,
      ),
      clausesKept: of(promises.filter(({ state }) => state === 'kept')),
      clausesBroken: of(promises.filter(({ state }) => state === 'broken')),
      credit: { won: credit.length, revenue: moneyOf(credit, terms) },
    };
  });
};
