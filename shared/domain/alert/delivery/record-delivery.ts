import type { Agreement, Rep } from '../../agreement/agreement.ts';
import { CLAUSE_RULES } from '../../lead/clause-rules.ts';
import type { Decision } from '../../lead/decision.ts';
import type { Effect } from '../../lead/effect.ts';
import type { Fact } from '../../lead/facts.ts';
import { isLive, type Lead } from '../../lead/lead.ts';
import type { Delivery, Notice, RepNotice } from '../../lead/notice.ts';
import { toldHappenings } from '../../lead/told-happenings.ts';
import { type Instant, toIso } from '../../time/instant.ts';
import { formatDuration } from '../../time/iso-duration.ts';
import { PURPOSE_RULES } from '../../vocabulary/purposes.ts';
import { addressOf, CHANNEL_RULES } from '../channels/channels.ts';
import type { Send } from './claims.ts';
import { asksForAnswer, recipientOf } from './recipient.ts';
import type { Sent } from './sent.ts';

const isOpen = (delivery: Delivery): boolean => 'until' in delivery;

/** Where a message goes when every channel tried so far has failed: another channel, then the manager. */
const fallBack = (notice: RepNotice, rep: Rep | undefined, now: Instant): readonly RepNotice[] => {
  if (rep === undefined || notice.deliveries.some((d) => isOpen(d) || d.state === 'sent')) return [notice];
  const failed = notice.deliveries.map(({ channel }) => channel);
  const untried = failed
    .flatMap((channel) => CHANNEL_RULES[channel].standIns)
    .find((channel) => !failed.includes(channel) && addressOf(channel, rep) !== undefined);
  if (untried !== undefined && notice.purpose !== 'taken-away') {
    return [{ ...notice, deliveries: [...notice.deliveries, { channel: untried, state: 'waiting', until: now }] }];
  }
  const instead = [...(notice.instead ?? []), rep.id];
  // Managers may be said to report to each other.
  const hasNobody = rep.manager === undefined || instead.includes(rep.manager);
  if (rep.manager === undefined || hasNobody || !PURPOSE_RULES[notice.purpose].isActionable) return [notice];
  return [notice, { ...notice, purpose: 'tell-manager', rep: rep.manager, at: now, deliveries: [], instead }];
};

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

/** The notices after one of them was sent by a channel, or could not be. */
const settleNotices = (
  lead: Lead,
  { send: { notice, channel }, went }: { readonly send: Send; readonly went: boolean },
  agreement: Agreement,
  now: Instant,
): readonly Notice[] =>
  lead.notices.flatMap((owed): readonly Notice[] => {
    if (owed.sequence !== notice.sequence || owed.purpose !== notice.purpose || owed.rep !== notice.rep) return [owed];
    const deliveries = owed.deliveries.map(
      (d): Delivery => (d.channel === channel ? { channel, state: went ? 'sent' : 'failed' } : d),
    );
    // Marketing has one channel, and nobody behind it.
    const after =
      owed.rep === null || went
        ? [{ ...owed, deliveries }]
        : fallBack({ ...owed, deliveries }, agreement.reps[owed.rep], now);
    return after.filter((n) => n.deliveries.length === 0 || n.deliveries.some(isOpen));
  });

/** What a message came to that was sent by one channel. */
export interface Delivered {
  readonly send: Send;
  readonly sent: Sent;
  /** Whether it went in one message with those of other leads. */
  readonly together: boolean;
}

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
  const went = 'messageId' in sent;
  const settled = went ? settleAlert(lead, notice.purpose, now) : { lead, facts: [] };
  const after = { ...settled.lead, notices: settleNotices(settled.lead, { send, went }, agreement, now) };
  if (notice.rep === null) return { lead: after, facts: [] };
  const lateBy = 'lateBy' in settled && settled.lateBy !== undefined ? { lateBy: settled.lateBy } : {};
  const purpose = together && notice.purpose === 'alert' ? 'digest' : notice.purpose;
  const alerted: Fact = {
    type: 'RepAlerted',
    data: { rep: notice.rep, purpose, channel, attempt: notice.attempt, ...sent, ...toldHappenings(notice), ...lateBy },
  };
  return { lead: after, facts: [...settled.facts, alerted], effects: textSent(lead, delivered) };
};
