import type { Agreement } from '../agreement/agreement.ts';
import type { Decision } from '../lead/decision.ts';
import type { OwnedLead } from '../lead/lead.ts';
import { SENT_CONTENT_KEPT } from '../lead/rep-history.ts';
import type { Instant } from '../time/instant.ts';
import { acceptLead } from './answer.ts';

/**
 * The owner has sent the lead a piece of content. Whoever sends before accepting has accepted by that; a piece that was sent
 * before changes nothing.
 */
export const recordSent = (lead: OwnedLead, contentId: string, agreement: Agreement, now: Instant): Decision => {
  const { owner } = lead;
  const accepted: Decision = lead.stage === 'assigned' ? acceptLead(lead, owner, agreement, now) : { lead, facts: [] };
  const sent = accepted.lead.sentContent ?? [];
  if (sent.some((one) => one.contentId === contentId)) return accepted;
  return {
    lead: {
      ...accepted.lead,
      sentContent: [{ at: now, rep: owner.rep, contentId }, ...sent].slice(0, SENT_CONTENT_KEPT),
    },
    facts: [...accepted.facts, { type: 'ContentSent', data: { rep: owner.rep, attempt: owner.attempt, contentId } }],
  };
};
