import type { Agreement } from '../../agreement/agreement.ts';
import type { Decision } from '../../lead/decision.ts';
import type { Lead } from '../../lead/lead.ts';
import type { Notice } from '../../lead/notice.ts';
import type { Instant } from '../../time/instant.ts';
import type { Bundle, Inbox, Owed } from './inbox.ts';
import { recipientOf } from './recipient.ts';
import { recordDelivery } from './record-delivery.ts';
import type { Sent } from './sent.ts';

/** The notice, if the lead still owes it: a lead that has moved on took with it what was not sent yet. */
export const owedBy = (
  lead: Lead,
  { sequence, purpose }: Owed,
  { recipient, channel }: Pick<BundleSent, 'recipient' | 'channel'>,
): Notice | undefined =>
  lead.notices.find(
    (notice) =>
      notice.sequence === sequence &&
      // Of a watch, one fact owes several readers.
      recipientOf(notice) === recipient &&
      notice.purpose === purpose &&
      notice.deliveries.some((delivery) => delivery.channel === channel && delivery.state === 'held'),
  );

/** Those of the items whose leads have not recorded the bundle yet. */
export const unrecordedOf = (inbox: Inbox, id: number, items: readonly Owed[]): readonly Owed[] => {
  const left = inbox.bundles.find((bundle) => bundle.id === id && bundle.state === 'done')?.items ?? [];
  return items.filter((item) => left.some((one) => one.leadId === item.leadId && one.sequence === item.sequence));
};

export interface BundleSent {
  /** Whose inbox it came from. */
  readonly recipient: string;
  readonly channel: Bundle['channel'];
  readonly sent: Sent;
  /** The notices in it. */
  readonly items: readonly Owed[];
}

/**
 * What each lead records of a message that it was in together with others, by the lead's id. A lead may owe the
 * recipient two notices, and is in the message once: it records one RepAlerted.
 */
export const recordBundleSent = (
  leads: ReadonlyMap<string, Lead>,
  { recipient, channel, sent, items }: BundleSent,
  agreement: Agreement,
  now: Instant,
): ReadonlyMap<string, Decision> => {
  const decisions = new Map<string, Decision>();
  for (const item of items) {
    const lead = decisions.get(item.leadId)?.lead ?? leads.get(item.leadId);
    const notice = lead && owedBy(lead, item, { recipient, channel });
    if (lead === undefined || notice === undefined) continue;
    const known = decisions.get(item.leadId)?.facts ?? [];
    const decision = recordDelivery(lead, { send: { notice, channel }, sent, together: true }, agreement, now);
    const facts = decision.facts.filter(({ type }) => type !== 'RepAlerted' || known.length === 0);
    decisions.set(item.leadId, { lead: decision.lead, facts: [...known, ...facts] });
  }
  return decisions;
};
