import { readFact } from '../../shared/contracts/events/facts.ts';
import type { Sample } from '../../shared/domain/calibrate/sample.ts';
import type { Fields } from '../../shared/domain/condition/condition.ts';
import type { FactEvent } from '../../shared/domain/lead/fact-event.ts';
import { type Fact, isOfLead, type Reason } from '../../shared/domain/lead/facts.ts';

/** How a cycle ended. */
type Ending = 'won' | 'lost' | 'recycled';

type Known = Omit<Sample, 'isWon'>;

interface Cycle {
  readonly known: Known;
  readonly isQualified: boolean;
  readonly ending?: Ending;
}

export interface Outcomes {
  readonly samples: readonly Sample[];
  readonly won: number;
  readonly lost: number;
  /** Cycles that have not ended, or not so that they count. */
  readonly open: number;
}

export interface SampleCollector {
  /** `fields` are the lead's at that fact. */
  fact(event: FactEvent, fields: Fields): void;
  outcomes(recycledAsLost: boolean): Outcomes;
}

/** By name: two terms of one name are one. */
const pointsOf = (reasons: readonly Reason[]): Readonly<Record<string, number>> => {
  const points: Record<string, number> = {};
  for (const { name, points: own } of reasons) points[name] = (points[name] ?? 0) + own;
  return points;
};

const endingOf = (fact: Fact): Ending | undefined => {
  switch (fact.type) {
    case 'OutcomeRecorded': {
      const { outcome, applied } = fact.data;
      return applied && (outcome === 'won' || outcome === 'lost') ? outcome : undefined;
    }
    case 'LeadRecycled':
      return 'recycled';
    case 'LeadRejected':
      return fact.data.action === 'reassign' ? undefined : 'recycled';
    default:
      return undefined;
  }
};

/** Gathers cycles from the facts of a run: what was known when each qualified, or was scored last, and how it ended. */
export const createSamples = (): SampleCollector => {
  const open = new Map<string, Cycle>();
  const ended = new Map<string, Cycle[]>();

  const end = (leadId: string, ending: Ending): void => {
    const before = ended.get(leadId) ?? [];
    ended.set(leadId, before);
    const cycle = open.get(leadId);
    if (cycle !== undefined) {
      before.push({ ...cycle, ending });
      open.delete(leadId);
      return;
    }
    // What is won after a recycle was won in the cycle that this one ended.
    const last = before.pop();
    if (last !== undefined) before.push(ending === 'recycled' ? last : { ...last, ending });
  };

  return {
    fact: (event, fields) => {
      const { leadId } = event.detail;
      if (leadId === undefined) return;
      const fact = readFact(event);
      if (!isOfLead(fact)) return;
      if (fact.type === 'LeadScored' || fact.type === 'LeadQualified') {
        if (open.get(leadId)?.isQualified) return;
        const { score, reasons } = fact.data;
        const known = { at: Date.parse(event.time), score, points: pointsOf(reasons), fields };
        open.set(leadId, { known, isQualified: fact.type === 'LeadQualified' });
        return;
      }
      if (fact.type === 'OutcomeRecorded' && fact.data.applied && fact.data.outcome === 'sales-qualified') {
        const cycle = open.get(leadId);
        // What is scored while the deal is open came after sales had judged.
        if (cycle !== undefined) open.set(leadId, { ...cycle, isQualified: true });
      }
      const ending = endingOf(fact);
      if (ending !== undefined) end(leadId, ending);
    },
    outcomes: (recycledAsLost) => {
      const cycles = [...ended.values()].flat();
      const count = (ending: Ending): number => cycles.filter((cycle) => cycle.ending === ending).length;
      const used = cycles.filter(({ ending }) => recycledAsLost || ending !== 'recycled');
      const recycled = count('recycled');
      return {
        samples: used.map(({ known, ending }) => ({ ...known, isWon: ending === 'won' })),
        won: count('won'),
        lost: count('lost') + (recycledAsLost ? recycled : 0),
        open: open.size + (recycledAsLost ? 0 : recycled),
      };
    },
  };
};
