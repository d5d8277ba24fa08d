import { readFact } from '../../shared/contracts/events/facts.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import { CLAUSE_RULES } from '../../shared/domain/lead/clause-rules.ts';
import type { FactEvent } from '../../shared/domain/lead/fact-event.ts';
import { type Fact, isOfLead } from '../../shared/domain/lead/facts.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { CLAUSES, type ClauseName, OWNER_CLAUSES } from '../../shared/domain/vocabulary/clauses.ts';
import type { StepName } from '../../shared/domain/vocabulary/steps.ts';
import { type AlertFigures, createAlertTimes } from './alert-times.ts';

export interface Figures {
  readonly lines: number;
  readonly captured: number;
  readonly qualified: number;
  readonly refused: number;
  readonly waited: number;
  /** Undefined where no lead was qualified. */
  readonly timeToAlert: AlertFigures | undefined;
  readonly reps: readonly { readonly name: string; readonly leads: number; readonly share: number }[];
  readonly clauses: readonly { readonly clause: ClauseName; readonly kept: number; readonly broken: number }[];
  readonly escalations: Readonly<Partial<Record<StepName, number>>>;
  readonly outcomes: Readonly<Record<string, number>>;
}

export interface Summary {
  fact(event: FactEvent): void;
  /** What the run came to by `now`, its end, over so many lines. */
  figures(lines: number, now: Instant): Figures;
}

/** Gathers what a run comes to, from its facts alone. */
export const createSummary = (agreement: Agreement): Summary => {
  const captured = new Set<string>();
  /** Qualified, and no alert has gone out since. */
  const hot = new Set<string>();
  const alertTimes = createAlertTimes(agreement.sla.alert.withinMs);
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
    const told = readFact(event);
    if (isOfLead(told)) {
      alertTimes.fact(leadId, told, Date.parse(event.time));
      for (const clause of OWNER_CLAUSES) if (CLAUSE_RULES[clause].metBy(told)) keep(clause, told);
    }
    switch (told.type) {
      case 'LeadScored':
        captured.add(leadId);
        break;
      case 'LeadQualified':
        counts.qualified += 1;
        hot.add(leadId);
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
      case 'RepAlerted':
        // Only the first alert of a cycle meets our own promise.
        if (CLAUSE_RULES.alert.metBy(told) && hot.delete(leadId)) keep('alert', told);
        break;
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

  const figures = (lines: number, now: Instant): Figures => {
    const total = [...reps.values()].reduce((sum, leads) => sum + leads, 0);
    return {
      lines,
      captured: captured.size,
      ...counts,
      timeToAlert: alertTimes.figures(now),
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
