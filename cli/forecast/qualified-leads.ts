import { readFact } from '../../shared/contracts/events/facts.ts';
import type { Qualified } from '../../shared/domain/forecast/look-ahead.ts';
import type { FactEvent } from '../../shared/domain/lead/fact-event.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';

/** Where it was routed first is told after it qualified. */
type Growing = { -readonly [K in keyof Qualified]: Qualified[K] };

/** Gathers the qualified leads of a run, and the first and last instant of it, from its facts. */
export interface QualifiedLeads {
  readonly list: readonly Qualified[];
  readonly from: Instant | undefined;
  readonly to: Instant | undefined;
  fact(event: FactEvent): void;
}

export const createQualifiedLeads = (): QualifiedLeads => {
  const list: Growing[] = [];
  const latest = new Map<string, Growing>();
  let from: Instant | undefined;
  let to: Instant | undefined;
  return {
    list,
    get from() {
      return from;
    },
    get to() {
      return to;
    },
    fact: (event) => {
      const at = Date.parse(event.time);
      from = Math.min(from ?? at, at);
      to = Math.max(to ?? at, at);
      const { leadId } = event.detail;
      if (leadId === undefined) return;
      const { type, data } = readFact(event);
      if (type === 'LeadQualified') {
        const qualified: Growing = { at };
        list.push(qualified);
        latest.set(leadId, qualified);
      }
      const lead = latest.get(leadId);
      if (lead === undefined || (type !== 'LeadAssigned' && type !== 'LeadWaiting')) return;
      lead.territory ??= data.territory;
    },
  };
};
