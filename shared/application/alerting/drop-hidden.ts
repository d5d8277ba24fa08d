import { isHidden } from '../../domain/lead/may-see.ts';
import type { Notice } from '../../domain/lead/notice.ts';
import type { DecisionPorts } from '../../ports/ports.ts';
import { commitDecision } from '../documents/commit-decision.ts';
import { findLead, type LoadedLead } from '../documents/find-lead.ts';
import { retryOnConflict } from '../documents/retry-on-conflict.ts';

/** A lead owes no more what the reader of a message may not be told now, such as once it is a colleague's. */
export const dropHidden = (leadId: string, cause: string, ports: DecisionPorts) =>
  retryOnConflict('what is not to be told', ports, async () => {
    const before = await findLead(ports.store, leadId);
    if (before === undefined) return 'ok';
    const { lead } = before;
    const notices = lead.notices.filter((notice) => !isHidden(lead, notice, ports.rules));
    if (notices.length === lead.notices.length) return 'ok';
    const decision = { lead: { ...lead, notices }, facts: [] };
    return commitDecision(ports.store, { before, decision, cause: { id: cause }, now: ports.time.now() });
  });

/** The lead of a message; undefined once it is gone, or its reader may not see it: whose it is may have changed since the claim. */
export const findToTell = async (
  leadId: string,
  notice: Notice,
  cause: string,
  ports: DecisionPorts,
): Promise<LoadedLead | undefined> => {
  const found = await findLead(ports.store, leadId);
  if (found === undefined || !isHidden(found.lead, notice, ports.rules)) return found;
  await dropHidden(leadId, cause, ports);
  return undefined;
};
