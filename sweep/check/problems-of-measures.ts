import { isSameMeasured, measuredText } from '../../shared/contracts/documents/measured-lead.ts';
import { measuredFactOf } from '../../shared/contracts/events/read-measured-fact.ts';
import { type MeasuredLead, measureLead, type SequencedFact } from '../../shared/domain/measures/measured-lead.ts';
import type { Dust } from './dust.ts';

/** What is kept for the figures is what the facts say, whatever went wrong on the way. */
export const problemsOfMeasures = async ({ flow, seen, measured }: Dust): Promise<readonly string[]> => {
  const facts = new Map<string, SequencedFact[]>();
  const refused = new Set<string>();
  for (const event of seen.committed) {
    const fact = measuredFactOf(event);
    if (fact?.kind === 'refusal') refused.add(fact.id);
    if (fact?.kind !== 'of-lead') continue;
    const { leadId } = fact.placed;
    facts.set(leadId, [...(facts.get(leadId) ?? []), fact.placed]);
  }
  const kept = new Map<string, MeasuredLead>();
  const refusals = new Set<string>();
  for await (const page of measured.all()) {
    for (const lead of page.leads) kept.set(lead.leadId, lead);
    for (const { id } of page.refusals) refusals.add(id);
  }
  const problems: string[] = [];
  for (const [leadId, own] of facts) {
    const counted = measureLead(leadId, undefined, own, flow.agreement.sla);
    const known = kept.get(leadId);
    if (counted !== undefined && (known === undefined || !isSameMeasured(known, counted)))
      problems.push(`of ${leadId} is measured ${known && measuredText(known)}; its facts say ${measuredText(counted)}`);
    kept.delete(leadId);
  }
  problems.push(...[...kept.keys()].map((leadId) => `${leadId} is measured, and has no facts`));
  for (const id of refused) if (!refusals.delete(id)) problems.push(`the refusal ${id} is not measured`);
  problems.push(...[...refusals].map((id) => `the refusal ${id} is measured, and nothing was refused`));
  return problems;
};
