import type { LeadLink } from '../documents.ts';
import type { FactEvent } from '../lead/fact-event.ts';
import { isLive, isOwned, type Lead, type LiveLead, type OwnedLead } from '../lead/lead.ts';
import type { Instant } from '../time/instant.ts';
import type { LinkOver } from '../vocabulary/link-over.ts';
import { ENDING_STEPS } from '../vocabulary/steps.ts';

/** A link is good for its own rep's attempt, for as long as that lasts. */
export const isOpenFor = (lead: Lead, link: LeadLink, now: Instant): lead is OwnedLead =>
  now < link.expiresAt &&
  lead.cycle === link.cycle &&
  isOwned(lead) &&
  lead.owner.attempt === link.attempt &&
  lead.owner.rep === link.rep;

/** A manager's link is good as long as the lead is live in its cycle, whoever owns it. */
export const isManageableBy = (lead: Lead, link: LeadLink, now: Instant): lead is LiveLead =>
  now < link.expiresAt && lead.cycle === link.cycle && isLive(lead);

/** Of the lead's time in sales that goes on now, or was the last. */
export const sinceQualified = (facts: readonly FactEvent[]): readonly FactEvent[] =>
  facts.slice(facts.findLastIndex(({ type }) => type === 'LeadQualified') + 1);

/** What became of a link that is not open, by the lead and its latest facts, oldest first. */
export const whyOver = (lead: Lead, link: LeadLink, facts: readonly FactEvent[], now: Instant): LinkOver => {
  if (now >= link.expiresAt) return 'expired';
  if (lead.cycle !== link.cycle) return 'moved-on';
  for (const { type, detail } of sinceQualified(facts)) {
    if (!('attempt' in detail.data) || detail.data.attempt !== link.attempt) continue;
    if (type === 'LeadRejected') return 'given-back';
    if ('step' in detail.data && ENDING_STEPS.includes(detail.data.step)) return 'ran-out';
  }
  if (lead.attempt !== link.attempt) return 'moved-on';
  if (lead.stage === 'sales-qualified') return 'settled';
  if (lead.stage !== 'ended') return 'moved-on';
  if (lead.end === 'recycled') return 'recycled';
  return lead.end === 'returned' || lead.end === 'closed' ? 'moved-on' : 'settled';
};
