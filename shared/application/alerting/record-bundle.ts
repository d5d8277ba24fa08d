import { dropItems } from '../../domain/alert/delivery/bundles.ts';
import type { BundleOf } from '../../domain/alert/delivery/claims.ts';
import { type Bundle, EMPTY_INBOX, type Owed } from '../../domain/alert/delivery/inbox.ts';
import { recordDelivery } from '../../domain/alert/delivery/record-delivery.ts';
import type { Sent } from '../../domain/alert/delivery/sent.ts';
import type { Decision } from '../../domain/lead/decision.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Notice } from '../../domain/lead/notice.ts';
import type { DecisionPorts } from '../../ports/ports.ts';
import { leadWrite } from '../documents/commit-decision.ts';
import { findLeads } from '../documents/find-lead.ts';
import { loadInboxes } from '../documents/load-inboxes.ts';
import { retryOnConflict } from '../documents/retry-on-conflict.ts';

/** The notice, if the lead still owes it: one that has moved on takes with it what was not sent yet. */
export const owedBy = (lead: Lead, { sequence, purpose }: Owed, channel: Bundle['channel']): Notice | undefined =>
  lead.notices.find(
    (notice) =>
      notice.sequence === sequence &&
      notice.purpose === purpose &&
      notice.deliveries.some((delivery) => delivery.channel === channel && delivery.state === 'held'),
  );

/** Leads that record together what their bundle came to; a transaction holds a hundred items. */
const LEADS_PER_COMMIT = 24;

/** Each lead records what the message that it was in came to. Those that did so before are left alone. */
export const recordBundle = async (
  { recipient, bundle }: BundleOf,
  sent: Sent,
  cause: string,
  ports: DecisionPorts,
): Promise<void> => {
  const { id, channel, items } = bundle;
  const leadIds = [...new Set(items.map(({ leadId }) => leadId))];
  for (let first = 0; first < leadIds.length; first += LEADS_PER_COMMIT) {
    const together = new Set(leadIds.slice(first, first + LEADS_PER_COMMIT));
    const part = items.filter(({ leadId }) => together.has(leadId));
    await retryOnConflict('a sent bundle', ports, async () => {
      const { inboxes, writes } = await loadInboxes(ports.store, [recipient]);
      const inbox = inboxes[recipient] ?? EMPTY_INBOX;
      const left = inbox.bundles.find((one) => one.id === id && one.state === 'done')?.items ?? [];
      const known = new Set(left.map(({ leadId, sequence }) => `${leadId} ${sequence}`));
      const open = part.filter(({ leadId, sequence }) => known.has(`${leadId} ${sequence}`));
      if (open.length === 0) return;
      const found = await findLeads(
        open.map(({ leadId }) => leadId),
        ports,
      );
      const now = ports.time.now();
      // A lead may owe one recipient two messages, and is written once.
      const after = new Map<string, Decision>();
      for (const item of open) {
        const before = after.get(item.leadId) ?? { lead: found.get(item.leadId)?.lead, facts: [] };
        const notice = before.lead && owedBy(before.lead, item, channel);
        if (before.lead === undefined || notice === undefined) continue;
        const decision = recordDelivery(
          before.lead,
          { send: { notice, channel }, sent, together: true },
          ports.rules.agreement,
          now,
        );
        const facts = decision.facts.filter(({ type }) => type !== 'RepAlerted' || before.facts.length === 0);
        after.set(item.leadId, { lead: decision.lead, facts: [...before.facts, ...facts] });
      }
      const leads = [...found.values()].flatMap((before) => {
        const decision = after.get(before.lead.id);
        return decision === undefined ? [] : [leadWrite({ before, decision, cause: { id: cause }, now })];
      });
      const result = await ports.store.commit([...leads, ...writes({ [recipient]: dropItems(inbox, id, open) }, now)]);
      return result === 'conflict' ? result : undefined;
    });
  }
};
