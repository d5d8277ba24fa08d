import type { Agreement, Channel, Rep } from '../agreement/agreement.ts';
import type { Fact } from '../lead/facts.ts';
import { type Decision, type Delivery, isLive, type Lead, type Notice } from '../lead/lead.ts';
import { formatDuration } from '../time/iso-duration.ts';
import { endOfQuiet } from '../time/quiet-hours.ts';

/** How long a claim holds: a message whose sending was not recorded by then is sent again. */
export const CLAIM_MS = 60_000;

/** A message to send now: its claim is committed before it goes out. */
export interface Send {
  readonly notice: Notice;
  readonly channel: Channel;
}

export type Sent = { readonly messageId: string } | { readonly failure: string };

const start = (rep: Rep, channel: Channel, now: number): Delivery => {
  const { quiet, schedule } = rep;
  const until = channel === 'sms' && quiet !== undefined ? endOfQuiet(schedule.timeZone, quiet, now) : undefined;
  return until === undefined
    ? { channel, state: 'claimed', until: now + CLAIM_MS }
    : { channel, state: 'waiting', until };
};

const channelsOf = (notice: Notice, rep: Rep): readonly Channel[] =>
  notice.purpose === 'taken-away' ? ['email'] : rep.channels;

const planNotice = (notice: Notice, rep: Rep, now: number): Notice => ({
  ...notice,
  deliveries:
    notice.deliveries.length === 0
      ? channelsOf(notice, rep).map((channel) => start(rep, channel, now))
      : notice.deliveries.map((d) => ('until' in d && d.until <= now ? start(rep, d.channel, now) : d)),
});

/**
 * Claims what a lead's notices owe now: all the rep's channels at once, but an SMS waits for the end of
 * quiet hours. What is claimed and not yet expired is somebody else's to send.
 */
export const claimDeliveries = (
  lead: Lead,
  agreement: Agreement,
  now: number,
): { readonly lead: Lead; readonly sends: readonly Send[] } => {
  const sends: Send[] = [];
  const notices = lead.notices.flatMap((notice) => {
    const rep = agreement.reps[notice.rep];
    if (rep === undefined) return [];
    const planned = planNotice(notice, rep, now);
    planned.deliveries.forEach((delivery, index) => {
      if (delivery.state === 'claimed' && delivery !== notice.deliveries[index]) {
        sends.push({ notice: planned, channel: delivery.channel });
      }
    });
    return planned.deliveries.length === 0 ? [] : [planned];
  });
  const changed = notices.length !== lead.notices.length || notices.some((n, i) => changedFrom(n, lead.notices[i]));
  return { lead: changed ? { ...lead, notices } : lead, sends };
};

const changedFrom = (after: Notice, before: Notice | undefined): boolean =>
  before === undefined ||
  after.deliveries.length !== before.deliveries.length ||
  after.deliveries.some((delivery, index) => delivery !== before.deliveries[index]);

const isOpen = (delivery: Delivery): boolean => delivery.state === 'waiting' || delivery.state === 'claimed';

/** Where a message goes when every channel tried so far has failed: another channel, then the manager. */
const fallBack = (notice: Notice, rep: Rep | undefined, now: number): readonly Notice[] => {
  if (rep === undefined || notice.deliveries.some((d) => isOpen(d) || d.state === 'sent')) return [notice];
  const usable: readonly Channel[] = rep.phone === undefined ? ['email'] : ['email', 'sms'];
  const untried = usable.find((channel) => !notice.deliveries.some((d) => d.channel === channel));
  if (untried !== undefined && notice.purpose !== 'taken-away') {
    return [{ ...notice, deliveries: [...notice.deliveries, { channel: untried, state: 'waiting', until: now }] }];
  }
  if (rep.manager === undefined || notice.purpose === 'taken-away') return [notice];
  return [notice, { ...notice, purpose: 'tell-manager', rep: rep.manager, at: now, deliveries: [] }];
};

const settleAlert = (lead: Lead, purpose: Notice['purpose'], now: number): Decision & { lateBy?: string } => {
  if (!isLive(lead) || purpose !== 'alert' || lead.qualification.alert.state === 'met') return { lead, facts: [] };
  const { alert } = lead.qualification;
  const met: Lead = { ...lead, qualification: { ...lead.qualification, alert: { ...alert, state: 'met' } } };
  if (now <= alert.dueAt) return { lead: met, facts: [] };
  const dueAt = new Date(alert.dueAt).toISOString();
  const breach: Fact = { type: 'SlaBreached', data: { clause: 'alert', party: 'us', dueAt, attempt: lead.attempt } };
  return {
    lead: met,
    facts: alert.state === 'pending' ? [breach] : [],
    lateBy: formatDuration(now - alert.dueAt),
  };
};

/** Records that a message went out, or that it could not: RepAlerted. The first alert that goes out meets the alert clause. */
export const recordDelivery = (lead: Lead, send: Send, sent: Sent, agreement: Agreement, now: number): Decision => {
  const { notice, channel } = send;
  const went = 'messageId' in sent;
  const settled = went ? settleAlert(lead, notice.purpose, now) : { lead, facts: [] };
  const notices = settled.lead.notices.flatMap((owed) => {
    if (owed.sequence !== notice.sequence || owed.purpose !== notice.purpose || owed.rep !== notice.rep) return [owed];
    const deliveries = owed.deliveries.map(
      (d): Delivery => (d.channel === channel ? { channel, state: went ? 'sent' : 'failed' } : d),
    );
    const after = { ...owed, deliveries };
    return (went ? [after] : fallBack(after, agreement.reps[owed.rep], now)).filter(
      (n) => n.deliveries.length === 0 || n.deliveries.some(isOpen),
    );
  });
  const lateBy = 'lateBy' in settled && settled.lateBy !== undefined ? { lateBy: settled.lateBy } : {};
  const alerted: Fact = {
    type: 'RepAlerted',
    data: { rep: notice.rep, purpose: notice.purpose, channel, attempt: notice.attempt, ...sent, ...lateBy },
  };
  return { lead: { ...settled.lead, notices }, facts: [...settled.facts, alerted] };
};
