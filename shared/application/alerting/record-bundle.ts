import { dropItems } from '../../domain/alert/delivery/bundles.ts';
import type { BundleOf } from '../../domain/alert/delivery/claims.ts';
import { inboxOf, type Owed } from '../../domain/alert/delivery/inbox.ts';
import { recordBundleSent, unrecordedOf } from '../../domain/alert/delivery/record-bundle.ts';
import type { Sent } from '../../domain/alert/delivery/sent.ts';
import type { DecisionPorts } from '../../ports/ports.ts';
import { leadWrite } from '../documents/commit-decision.ts';
import { findLeads } from '../documents/find-lead.ts';
import { loadInboxes } from '../documents/load-inboxes.ts';
import { retryOnConflict } from '../documents/retry-on-conflict.ts';
import { observeAlerted } from './observe-alerted.ts';

/** Leads that record together what their bundle came to; a transaction holds a hundred items. */
const LEADS_PER_COMMIT = 24;

/** Items by their leads, so many leads in each part: a lead is written once in a commit. */
const partsOf = (items: readonly Owed[]): readonly (readonly Owed[])[] => {
  const leadIds = [...new Set(items.map(({ leadId }) => leadId))];
  const parts: (readonly Owed[])[] = [];
  for (let first = 0; first < leadIds.length; first += LEADS_PER_COMMIT) {
    const together = new Set(leadIds.slice(first, first + LEADS_PER_COMMIT));
    parts.push(items.filter(({ leadId }) => together.has(leadId)));
  }
  return parts;
};

/** Each lead records what the message that it was in came to. Those that did so before are left alone. */
export const recordBundle = async (
  { recipient, bundle }: BundleOf,
  sent: Sent,
  cause: string,
  ports: DecisionPorts,
): Promise<void> => {
  const { id, channel } = bundle;
  for (const part of partsOf(bundle.items)) {
    await retryOnConflict('a sent bundle', ports, async () => {
      const { inboxes, writes } = await loadInboxes(ports.store, [recipient]);
      const inbox = inboxOf(inboxes, recipient);
      const items = unrecordedOf(inbox, id, part);
      if (items.length === 0) return;
      const found = await findLeads(
        items.map(({ leadId }) => leadId),
        ports,
      );
      const now = ports.time.now();
      const leads = new Map([...found].map(([leadId, { lead }]) => [leadId, lead]));
      const decisions = recordBundleSent(leads, { recipient, channel, sent, items }, ports.rules.agreement, now);
      const written = [...found].flatMap(([leadId, before]) => {
        const decision = decisions.get(leadId);
        return decision === undefined ? [] : [leadWrite({ before, decision, cause: { id: cause }, now })];
      });
      const after = writes({ [recipient]: dropItems(inbox, id, items) }, now);
      if ((await ports.store.commit([...written, ...after])) === 'conflict') return 'conflict';
      for (const [leadId, { lead }] of decisions) observeAlerted(leads.get(leadId) ?? lead, lead, now, ports);
      return undefined;
    });
  }
};
