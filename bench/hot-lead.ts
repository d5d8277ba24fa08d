import { captureLead, newLead, recordActivity } from '../shared/domain/capture/record-behaviour.ts';
import type { Fields } from '../shared/domain/condition/condition.ts';
import type { Fact } from '../shared/domain/lead/facts.ts';
import type { RoutableLead } from '../shared/domain/routing/routing-case.ts';
import type { Rules } from '../shared/domain/rules.ts';

/** Somebody who was captured and asks for a demo at `now`, as scoring leaves them to routing. */
export const hotLead = (
  id: string,
  captured: Fields,
  rules: Rules,
  now: number,
): { readonly lead: RoutableLead; readonly facts: readonly Fact[] } => {
  const person = { 'person.email': `${id}@${captured['company.domain']}`, ...captured };
  const seen = captureLead(newLead(id, person['person.email']), { id, occurredAt: now, fields: person }, rules, now);
  const { lead, facts } = recordActivity(seen.lead, { at: now, kind: 'demo-requested' }, rules, now);
  if (lead.stage !== 'qualified') throw new Error(`A demo was asked for, and ${id} is ${lead.stage}`);
  return { lead, facts: [...seen.facts, ...facts] };
};
