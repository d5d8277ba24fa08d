import type { ColdLead } from '../../domain/suggestions/cold-list.ts';
import { suggestLead } from '../../domain/suggestions/suggest-lead.ts';
import type { Ports } from '../../ports/ports.ts';
import { commitDecision } from '../documents/commit-decision.ts';
import { findLead } from '../documents/find-lead.ts';
import { retryOnConflict } from '../documents/retry-on-conflict.ts';

type Needs = Pick<Ports, 'store' | 'rules' | 'time' | 'ids' | 'observer'>;

const CAUSE = { id: 'cold-list' };

const suggestOne = async (cold: ColdLead, ports: Needs): Promise<boolean> => {
  let isSuggested = false;
  await retryOnConflict('a suggestion', ports, async () => {
    const before = await findLead(ports.store, cold.leadId);
    if (before === undefined) return 'ok';
    const now = ports.time.now();
    const decision = suggestLead(before.lead, cold, ports.rules, now);
    isSuggested = decision.facts.length > 0;
    return commitDecision(ports.store, { before, decision, cause: CAUSE, now });
  });
  return isSuggested;
};

/** Suggests leads to those who could call, one by one; answers which. Again within a month it suggests none of them. */
export const suggestLeads = async (list: readonly ColdLead[], ports: Needs): Promise<readonly ColdLead[]> => {
  const suggested: ColdLead[] = [];
  for (const cold of list) if (await suggestOne(cold, ports)) suggested.push(cold);
  return suggested;
};
