import type { Reason } from '../../domain/lead/facts.ts';
import type { LifeEntry } from './life.ts';
import type { DecisionBase, RoutingDecision } from './routing-decision.ts';

const isDecision = (entry: LifeEntry): entry is Extract<LifeEntry, { type: 'LeadAssigned' | 'LeadWaiting' }> =>
  entry.type === 'LeadAssigned' || entry.type === 'LeadWaiting';

/** What was decided about a lead, from its facts alone: decisive are the fields by which its territory matched. */
export const decisionsOfLife = (life: readonly LifeEntry[]): readonly RoutingDecision[] => {
  let hot: { readonly score: number; readonly reasons: readonly Reason[] } = { score: 0, reasons: [] };
  return life.flatMap((entry): readonly RoutingDecision[] => {
    if (entry.type === 'LeadQualified') hot = entry.data;
    if (!isDecision(entry)) return [];
    const { at, cycle, sequence, data } = entry;
    const decisive = data.decision.matched.map((one) => ({ ...one, held: [], above: [], moreAbove: 0 }));
    const base: DecisionBase = {
      at,
      cycle,
      sequence,
      territory: data.territory,
      decisive,
      score: hot.score,
      reasons: hot.reasons,
    };
    return entry.type === 'LeadAssigned'
      ? [{ ...base, type: entry.type, ...entry.data }]
      : [{ ...base, type: entry.type, ...entry.data }];
  });
};
