import type { Agreement } from '../agreement/agreement.ts';
import { CLAUSE_RULES } from '../lead/clause-rules.ts';
import { rateOf } from '../statistics/exact.ts';
import { CLAUSES } from '../vocabulary/clauses.ts';
import type { Cycle, Promised } from './cycle.ts';
import { qualifiedIn, weeksKept } from './funnel.ts';
import { percentilesOf } from './percentiles.ts';
import { isIn, type Period, wasIn } from './period.ts';

/** How marketing kept its word: so many leads a week, and complete when they become hot. */
export const marketingReport = (cycles: readonly Cycle[], { sla }: Agreement, period: Period) => {
  const promised = sla.marketing?.qualifiedPerWeek ?? null;
  const qualified = qualifiedIn(cycles, period);
  const weeks = weeksKept(cycles, period, promised);
  const hot = cycles.filter(({ hotAt }) => hotAt !== undefined && isIn(period, hotAt));
  const completeAtOnce = hot.filter((cycle) => cycle.qualified && cycle.incompleteAt === undefined).length;
  const completedLater = hot.filter((cycle) => cycle.qualified && cycle.incompleteAt !== undefined).length;
  return {
    promisedPerWeek: promised,
    delivered: qualified.length,
    weeksKept: weeks.filter((kept) => kept === true).length,
    weeksBroken: weeks.filter((kept) => kept === false).length,
    hot: hot.length,
    completeAtOnce,
    completedLater,
    incomplete: hot.length - completeAtOnce - completedLater,
    completeRate: rateOf(completeAtOnce, hot.length),
    acceptRate: rateOf(qualified.filter(({ accepted }) => accepted).length, qualified.length),
    returned: cycles.filter(({ returned }) => wasIn(period, returned)).length,
  };
};

/** A promise counts where it is decided: by when it was met, by its deadline, by what ended it; one that runs, by its start. */
const countsIn = (period: Period, { state, at, startedAt }: Promised): boolean =>
  isIn(period, state === 'running' ? startedAt : at);

export const promisesIn = (cycles: readonly Cycle[], period: Period): readonly Promised[] => {
  const found: Promised[] = [];
  for (const cycle of cycles) {
    for (const promise of cycle.promises) if (countsIn(period, promise)) found.push(promise);
  }
  return found;
};

/** How the promises of one clause were kept, counted one by one. */
const newTally = () => ({ kept: 0, broken: 0, void: 0, running: 0, late: [] as number[] });

/** How each clause that is in force was kept, of the promises that count in the period. */
export const clauseReport = (promises: readonly Promised[], { sla }: Agreement) => {
  const tallies = new Map(CLAUSES.map((clause) => [clause, newTally()]));
  for (const { clause, state, at, metAt } of promises) {
    const tally = tallies.get(clause);
    if (tally === undefined) continue;
    tally[state] += 1;
    if (state === 'broken' && metAt !== undefined) tally.late.push(metAt - at);
  }
  return CLAUSES.filter((clause) => sla[clause] !== undefined).map((clause) => {
    const { kept, broken, late, void: ended, running } = tallies.get(clause) ?? newTally();
    return {
      clause,
      party: CLAUSE_RULES[clause].party,
      ...{ kept, broken, late: late.length },
      void: ended,
      running,
      rate: rateOf(kept, kept + broken),
      lateBy: percentilesOf(late),
    };
  });
};
