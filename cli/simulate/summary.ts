import { readFact } from '../../shared/contracts/events/facts.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import { CLAUSE_RULES } from '../../shared/domain/lead/clause-rules.ts';
import type { FactEvent } from '../../shared/domain/lead/fact-event.ts';
import { type Fact, isOfLead } from '../../shared/domain/lead/facts.ts';
import { CLAUSES, type ClauseName, OWNER_CLAUSES } from '../../shared/domain/vocabulary/clauses.ts';
import type { StepName } from '../../shared/domain/vocabulary/steps.ts';

export interface Figures {
  readonly lines: number;
  readonly captured: number;
  readonly qualified: number;
  readonly refused: number;
  readonly waited: number;
  /** Milliseconds from LeadQualified to the first alert that went out. */
  readonly timeToAlert: { readonly p50: number; readonly p99: number } | undefined;
  readonly reps: readonly { readonly name: string; readonly leads: number; readonly share: number }[];
  readonly clauses: readonly { readonly clause: ClauseName; readonly kept: number; readonly broken: number }[];
  readonly escalations: Readonly<Partial<Record<StepName, number>>>;
  readonly outcomes: Readonly<Record<string, number>>;
}

export interface Summary {
  fact(event: FactEvent): void;
  figures(lines: number): Figures;
}

/** The value that a share `p` of the values does not exceed (nearest rank). */
export const percentile = (sorted: readonly number[], p: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * p) - 1)] ?? 0;

/** Gathers what a run comes to, from its facts alone. */
export const createSummary = (agreement: Agreement): Summary => {
  const captured = new Set<string>();
  const qualifiedAt = new Map<string, number>();
  const waits: number[] = [];
  const reps = new Map<string, number>();
  const kept = new Map<ClauseName, number>();
  const broken = new Map<ClauseName, number>();
  const counts = { qualified: 0, refused: 0, waited: 0 };
  const escalations: Partial<Record<StepName, number>> = {};
  const outcomes: Record<string, number> = {};
  const add = <K>(map: Map<K, number>, key: K): void => void map.set(key, (map.get(key) ?? 0) + 1);
  const keep = (clause: ClauseName, { data }: Fact): void => {
    if (!('lateBy' in data) || data.lateBy === undefined) add(kept, clause);
  };

  const fact = (event: FactEvent): void => {
    const { leadId = '' } = event.detail;
    const at = Date.parse(event.time);
    const told = readFact(event);
    if (isOfLead(told)) {
      for (const clause of OWNER_CLAUSES) if (CLAUSE_RULES[clause].metBy(told)) keep(clause, told);
    }
    switch (told.type) {
      case 'LeadScored':
        captured.add(leadId);
        break;
      case 'LeadQualified':
        counts.qualified += 1;
        qualifiedAt.set(leadId, at);
        break;
      case 'LeadRefused':
        counts.refused += 1;
        break;
      case 'LeadWaiting':
        counts.waited += 1;
        break;
      case 'LeadAssigned':
        add(reps, told.data.rep);
        break;
      case 'RepAlerted': {
        const since = qualifiedAt.get(leadId);
        if (!CLAUSE_RULES.alert.metBy(told) || since === undefined) break;
        qualifiedAt.delete(leadId);
        waits.push(at - since);
        keep('alert', told);
        break;
      }
      case 'LeadEscalated':
        escalations[told.data.step] = (escalations[told.data.step] ?? 0) + 1;
        break;
      case 'OutcomeRecorded':
        if (told.data.applied) outcomes[told.data.outcome] = (outcomes[told.data.outcome] ?? 0) + 1;
        break;
      case 'SlaBreached':
        add(broken, told.data.clause);
        break;
      default:
        break;
    }
  };

  const figures = (lines: number): Figures => {
    const sorted = waits.toSorted((a, b) => a - b);
    const total = [...reps.values()].reduce((sum, leads) => sum + leads, 0);
    return {
      lines,
      captured: captured.size,
      ...counts,
      timeToAlert: sorted.length === 0 ? undefined : { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) },
      reps: [...reps]
        .map(([id, leads]) => ({ name: agreement.reps[id]?.name ?? id, leads, share: leads / total }))
        .sort((a, b) => b.leads - a.leads || (a.name < b.name ? -1 : 1)),
      clauses: CLAUSES.map((clause) => ({ clause, kept: kept.get(clause) ?? 0, broken: broken.get(clause) ?? 0 })),
      escalations,
      outcomes,
    };
  };
  return { fact, figures };
};
