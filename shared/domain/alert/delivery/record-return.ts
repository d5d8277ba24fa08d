import type { Agreement } from '../../agreement/agreement.ts';
import type { Decision } from '../../lead/decision.ts';
import type { Lead } from '../../lead/lead.ts';
import type { Delivery, Notice } from '../../lead/notice.ts';
import { MINUTE_MS } from '../../time/durations.ts';
import type { Instant } from '../../time/instant.ts';
import type { Channel } from '../../vocabulary/channels.ts';
import type { MailReturn } from '../../vocabulary/reach-failures.ts';
import { isOfRep, recentlyMailed, wentOutAs } from './mailed.ts';
import { fallBack, isOwed } from './settle-notice.ts';

/** A mail that came back. */
export interface Returned {
  readonly messageId: string;
  readonly why: MailReturn;
  /** Whether it told of several leads that had been held back. */
  readonly together: boolean;
}

/**
 * The message failed after all: told as any failure, and made up for by another channel, or by telling the manager. A
 * lead that has moved on keeps no such message, and one that is known to have come back is not sent any more: both
 * change nothing. That the alert clause is met stays so.
 */
export const recordReturn = (
  lead: Lead,
  { messageId, why, together }: Returned,
  { reps }: Agreement,
  now: Instant,
): Decision => {
  const { notices } = lead;
  const mailed = recentlyMailed(lead, now);
  const cameBack = (delivery: Delivery): boolean => wentOutAs(delivery, messageId);
  const first = [...mailed, ...notices].filter(isOfRep).find(({ deliveries }) => deliveries.some(cameBack));
  if (first === undefined) return { lead, facts: [] };
  const makeUp = (notice: Notice): readonly Notice[] => {
    if (!isOfRep(notice) || !notice.deliveries.some(cameBack)) return [notice];
    const deliveries = notice.deliveries.map(
      (one): Delivery => (cameBack(one) ? { channel: one.channel, state: 'failed' } : one),
    );
    return fallBack({ ...notice, deliveries }, reps[notice.rep], now).filter(isOwed);
  };
  const isBack = ({ deliveries }: Notice): boolean => deliveries.some(cameBack);
  const { rep, attempt } = first;
  const purpose = together && first.purpose === 'alert' ? 'digest' : first.purpose;
  return {
    lead: {
      ...lead,
      // What went out was owed before what is owed now.
      notices: [...mailed.filter(isBack).flatMap(makeUp), ...notices.flatMap(makeUp)],
      ...(lead.mailed === undefined ? {} : { mailed: mailed.filter((notice) => !isBack(notice)) }),
    },
    // Of two messages about the lead that went as one, one is told, as when it went.
    facts: first.deliveries.filter(cameBack).map(({ channel }) => ({
      type: 'RepAlerted',
      data: { rep, purpose, channel, attempt, messageId, failure: why },
    })),
  };
};

/** Less than a queue's five tries take, so that what is never recorded becomes no dead letter. */
const RECORDED_MS = 10 * MINUTE_MS;

/** Whether alert-rep may still be about to record that the message went out. */
export const mayBeUnrecorded = (
  lead: Lead,
  { channel, sentAt }: { readonly channel: Channel; readonly sentAt: Instant },
  now: Instant,
): boolean =>
  sentAt > now - RECORDED_MS &&
  lead.notices.some(({ deliveries }) =>
    deliveries.some((one) => one.channel === channel && (one.state === 'claimed' || one.state === 'held')),
  );
