import type { Fact } from '../lead/facts.ts';
import { isOwned, type LiveLead } from '../lead/lead.ts';
import type { Instant } from '../time/instant.ts';
import { breachAlert, breachClause } from './advance.ts';

/** A live lead with every promise told as broken whose time is over, where the clock has not come to it yet. */
export const settleOverdue = (
  lead: LiveLead,
  now: Instant,
): { readonly lead: LiveLead; readonly facts: readonly Fact[] } => {
  const { alert } = lead.qualification;
  const ours = alert.state === 'pending' && now > alert.dueAt ? breachAlert(lead) : { lead, facts: [] };
  if (!isOwned(ours.lead) || ours.lead.clause === undefined || now <= ours.lead.clause.dueAt) return ours;
  const theirs = breachClause(ours.lead);
  return { lead: theirs.lead, facts: [...ours.facts, ...theirs.facts] };
};
