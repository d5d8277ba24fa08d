import { measuredFactOf } from '../../shared/contracts/events/read-measured-fact.ts';
import type { FactEvent } from '../../shared/domain/lead/fact-event.ts';
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
      const measured = measuredFactOf(event);
      if (measured?.kind === 'refusal') refused.set(measured.id, at);
      else if (measured !== undefined) facts.push(measured.placed);
    },
    gathered: () => ({ facts, refused, first: Math.min(first, last), last }),
  };
};
