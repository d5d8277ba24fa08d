import { readFact } from '../../shared/contracts/events/facts.ts';
import type { FactEvent } from '../../shared/domain/lead/fact-event.ts';
import { isOfLead } from '../../shared/domain/lead/facts.ts';
import type { PlacedFact, ReportInput } from '../../shared/domain/measures/report.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';

export interface FactGatherer {
  fact(event: FactEvent): void;
  gathered(): ReportInput;
}

/** Keeps what a report counts. */
export const gatherFacts = (): FactGatherer => {
  const facts: PlacedFact[] = [];
  const refused = new Map<string, Instant>();
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  return {
    fact: (event) => {
      const at = Date.parse(event.time);
      [first, last] = [Math.min(first, at), Math.max(last, at)];
      const { leadId, sequence, metadata } = event.detail;
      const fact = readFact(event);
      if (fact.type === 'LeadRefused') refused.set(metadata.id, at);
      else if (leadId !== undefined && sequence !== undefined && isOfLead(fact)) {
        facts.push({ leadId, sequence, at, fact });
      }
    },
    gathered: () => ({ facts, refused, first: Math.min(first, last), last }),
  };
};
