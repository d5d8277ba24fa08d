import type { Lead, LeadBase } from '../../lead/lead.ts';
import type { Delivery, Notice, RepNotice } from '../../lead/notice.ts';
import { DAY_MS } from '../../time/durations.ts';
import type { Instant } from '../../time/instant.ts';
import { isOwed } from './settle-notice.ts';

/** A server that refuses an address says so within minutes, and within hours if it took the mail first. */
const KEPT_MS = DAY_MS;

/** Of marketing's, nothing makes up for one that comes back. */
export const isOfRep = (notice: Notice): notice is RepNotice => notice.purpose !== 'marketing';

/** Whether it went out as this message, and is not known to have come back. */
export const wentOutAs = (delivery: Delivery, messageId: string): boolean =>
  delivery.state === 'sent' && delivery.messageId === messageId;

const mayReturn = ({ deliveries }: Notice): boolean =>
  deliveries.some((delivery) => delivery.state === 'sent' && delivery.messageId !== undefined);

/** Those for which something would still make up. */
export const recentlyMailed = ({ mailed = [] }: Lead, now: Instant): readonly RepNotice[] =>
  mailed.filter(({ at }) => at > now - KEPT_MS);

/** What is kept of messages of which nothing is left to send, as `settled` has them, should they come back. */
export const mailedAfter = (lead: Lead, settled: readonly Notice[], now: Instant): Pick<LeadBase, 'mailed'> => {
  const fresh = settled.filter(isOfRep).filter((notice) => !isOwed(notice) && mayReturn(notice));
  const recent = recentlyMailed(lead, now);
  if (fresh.length === 0 && recent.length === (lead.mailed ?? []).length) return {};
  return { mailed: [...recent, ...fresh] };
};
