import type { Cycle } from './cycle.ts';
import { isIn, type Period } from './period.ts';

/** What became of the outcomes that were told in the period. */
export const outcomesOf = (cycles: readonly Cycle[], period: Period) => {
  const applied = { 'sales-qualified': 0, won: 0, lost: 0 };
  const unapplied = { repeated: 0, contradictory: 0, afterEnd: 0 };
  let late = 0;
  for (const cycle of cycles) {
    for (const { at, outcome, isLate } of cycle.applied) {
      if (!isIn(period, at)) continue;
      applied[outcome] += 1;
      if (isLate) late += 1;
    }
    for (const { at, why } of cycle.unapplied) if (isIn(period, at)) unapplied[why] += 1;
  }
  const { won, lost } = applied;
  return { salesQualified: applied['sales-qualified'], won, lost, late, ...unapplied };
};
