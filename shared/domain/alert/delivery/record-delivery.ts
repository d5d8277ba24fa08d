import type { Agreement } from '../../agreement/agreement.ts';
import { BLANK } from '../../lead/blank.ts';
import { CLAUSE_RULES } from '../../lead/clause-rules.ts';
import type { Decision } from '../../lead/decision.ts';
import type { Effect } from '../../lead/effect.ts';
import type { Fact } from '../../lead/facts.ts';
import { isLive, type Lead } from '../../lead/lead.ts';
import type { Delivery, Notice } from '../../lead/notice.ts';
import { toldHappenings } from '../../lead/told-happenings.ts';
import { type Instant, toIso } from '../../time/instant.ts';
import { formatDuration } from '../../time/iso-duration.ts';
import type { Channel } from '../../vocabulary/channels.ts';
import { CHANNEL_RULES } from '../channels/channels.ts';
import type { Send } from './claims.ts';
import { mailedAfter } from './mailed.ts';
import { asksForAnswer, recipientOf } from './recipient.ts';
import type { Sent } from './sent.ts';
import { fallBack, isOwed } from './settle-notice.ts';

const settleAlert = (lead: Lead, purpose: Notice['purpose'], now: Instant): Decision & { lateBy?: string } => {
  if (!isLive(lead) || purpose !== 'alert' || lead.qualification.alert.state === 'met') return { lead, facts: [] };
  const { alert } = lead.qualification;
  const met: Lead = { ...lead, qualification: { ...lead.qualification, alert: { ...alert, state: 'met' } } };
  if (now <= alert.dueAt) return { lead: met, facts: [] };
  const dueAt = toIso(alert.dueAt);
  const { party } = CLAUSE_RULES.alert;
  const breach: Fact = { type: 'SlaBreached', data: { clause: 'alert', party, dueAt, attempt: lead.attempt } };
  return {
    lead: met,
    facts: alert.state === 'pending' ? [breach] : [],
    lateBy: formatDuration(now - alert.dueAt),
  };
};

const deliveryOf = (channel: Channel, sent: Sent): Delivery => {
  if (!('messageId' in sent)) return { channel, state: 'failed' };
  return { channel, state: 'sent', ...(sent.mayReturn ? { messageId: sent.messageId } : {}) };
};

/** The notices after one of them was sent by a channel, or could not be; those with nothing left to send among them. */
const settleNotices = (
  lead: Lead,
  { send: { notice, channel }, sent }: Delivered,
  agreement: Agreement,
  now: Instant,
): readonly Notice[] =>
  lead.notices.flatMap((owed): readonly Notice[] => {
    if (owed.sequence !== notice.sequence || owed.purpose !== notice.purpose || owed.rep !== notice.rep) return [owed];
    const deliveries = owed.deliveries.map((d) => (d.channel === channel ? deliveryOf(channel, sent) : d));
    // Marketing has one channel, and nobody behind it.
    return owed.rep === null || 'messageId' in sent
      ? [{ ...BLANK, ...owed, deliveries }]
      : fallBack({ ...BLANK, ...owed, deliveries }, agreement.reps[owed.rep], now);
  });

/** What a message came to that was sent by one channel. */
export interface Delivered {
  readonly send: Send;
  readonly sent: Sent;
  /** Whether it went in one message with those of other leads. */
  readonly together: boolean;
}

const told = (sent: Sent): { readonly messageId: string } | { readonly failure: string } =>
  'messageId' in sent ? { messageId: sent.messageId } : sent;

/** A reply to a message that went alone may name it; a bundle's is recorded with the bundle. */
const textSent = (lead: Lead, { send: { notice, channel }, sent, together }: Delivered): readonly Effect[] => {
  if (!CHANNEL_RULES[channel].takesReplies || together || !asksForAnswer(notice) || !('messageId' in sent)) return [];
  const { messageId } = sent;
  return [{ effect: 'text-sent', leadId: lead.id, recipient: recipientOf(notice), attempt: notice.attempt, messageId }];
};

/**
 * Records that a message went out, or that it could not: RepAlerted, but not of what went to marketing. The
 * first alert that goes out meets the alert clause.
 */
export const recordDelivery = (lead: Lead, delivered: Delivered, agreement: Agreement, now: Instant): Decision => {
  const { send, sent, together } = delivered;
  const { notice, channel } = send;
  const settled = 'messageId' in sent ? settleAlert(lead, notice.purpose, now) : { lead, facts: [] };
  const notices = settleNotices(settled.lead, delivered, agreement, now);
  const after = { ...settled.lead, notices: notices.filter(isOwed), ...mailedAfter(lead, notices, now) };
  if (notice.rep === null) return { lead: after, facts: [] };
  const lateBy = 'lateBy' in settled && settled.lateBy !== undefined ? { lateBy: settled.lateBy } : {};
  const purpose = together && notice.purpose === 'alert' ? 'digest' : notice.purpose;
  const alerted: Fact = {
    type: 'RepAlerted',
    data: {
      rep: notice.rep,
      purpose,
      channel,
      attempt: notice.attempt,
      ...told(sent),
      ...toldHappenings(notice),
      ...lateBy,
    },
  };
  return { lead: after, facts: [...settled.facts, alerted], effects: textSent(lead, delivered) };
};
