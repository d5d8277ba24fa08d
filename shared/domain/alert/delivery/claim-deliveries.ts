import type { Lead } from '../../lead/lead.ts';
import { isHidden, type SightRules } from '../../lead/may-see.ts';
import type { Delivery, Notice } from '../../lead/notice.ts';
import { waitsForEarlier } from '../../lead/owe-watch.ts';
import type { Instant } from '../../time/instant.ts';
import type { Channel } from '../../vocabulary/channels.ts';
import { claimDelivery } from './claim-steps.ts';
import type { Claimed, Send } from './claims.ts';
import { isCovered } from './covered.ts';
import type { Inboxes } from './inbox.ts';
import { type Reachable, reachableBy, recipientOf } from './recipient.ts';
import { withdraw, withdrawnFrom } from './withdraw.ts';

export interface Claims extends Claimed {
  readonly lead: Lead;
  /** To send now, each alone. */
  readonly sends: readonly Send[];
}

interface Context {
  readonly lead: Lead;
  /** What the lead owed before the notice, as it was. */
  readonly earlier: readonly Notice[];
  readonly rules: SightRules;
  readonly now: Instant;
}

const isOpen = (delivery: Delivery): boolean => 'until' in delivery;

const isDue = (delivery: Delivery, now: Instant): boolean => 'until' in delivery && delivery.until <= now;

/** A notice that nobody has seen yet is due by every channel of its recipient. */
const dueBy = ({ deliveries }: Notice, { channels }: Reachable): readonly (Delivery | Channel)[] =>
  deliveries.length === 0 ? channels : deliveries;

interface NoticeClaim {
  /** Undefined where nobody can be reached any more: the notice is dropped. */
  readonly notice?: Notice;
  readonly sends: readonly Send[];
  readonly claimed: Claimed;
}

const claimNotice = (notice: Notice, claimed: Claimed, { lead, earlier, rules, now }: Context): NoticeClaim => {
  const { agreement } = rules;
  if (isHidden(lead, notice, rules)) return { sends: [], claimed };
  if (waitsForEarlier(notice, earlier)) return { notice, sends: [], claimed };
  const reachable = reachableBy(lead, notice, agreement);
  if (reachable === undefined) return { sends: [], claimed };
  const { throttle } = agreement.sla.alerts;
  const recipient = recipientOf(notice);
  let after = claimed;
  const deliveries: Delivery[] = [];
  const sent: Channel[] = [];
  for (const one of dueBy(notice, reachable)) {
    if (typeof one !== 'string' && !isDue(one, now)) {
      deliveries.push(one);
      continue;
    }
    const channel = typeof one === 'string' ? one : one.channel;
    const wasHeld = typeof one !== 'string' && one.state === 'held';
    // What both hold back goes in one bundle, which names a lead once.
    if (!wasHeld && isCovered(notice, channel, earlier)) continue;
    const step = claimDelivery(
      { leadId: lead.id, notice, channel, wasHeld, recipient, reachable, throttle, now },
      after,
    );
    after = step.claimed;
    deliveries.push(step.delivery);
    if (step.delivery.state === 'claimed') sent.push(channel);
  }
  if (!deliveries.some(isOpen)) return { sends: [], claimed: after };
  const planned = { ...notice, deliveries };
  return { notice: planned, sends: sent.map((channel) => ({ notice: planned, channel })), claimed: after };
};

const isSameNotice = (after: Notice, before: Notice | undefined): boolean =>
  after.deliveries.length === before?.deliveries.length &&
  after.deliveries.every((delivery, index) => delivery === before.deliveries[index]);

/** A transaction holds a hundred items: a claim writes an inbox and links for each notice. The others are claimed next. */
const MOST_CLAIMED = 20;

const asksToBeClaimed = (notice: Notice, earlier: readonly Notice[], now: Instant): boolean =>
  !waitsForEarlier(notice, earlier) &&
  (notice.deliveries.length === 0 || notice.deliveries.some((delivery) => isDue(delivery, now)));

/**
 * Claims what a lead's notices owe now, by all channels at once. An SMS waits for the end of quiet hours. What is
 * more than the agreed number within the agreed time is held back, to go out together as soon as there is room.
 * What is claimed and not yet expired is somebody else's to send.
 */
export const claimDeliveries = (lead: Lead, inboxes: Inboxes, rules: SightRules, now: Instant): Claims => {
  let claimed: Claimed = { inboxes, bundles: [], unrecorded: [] };
  const notices: Notice[] = [];
  const sends: Send[] = [];
  let due = 0;
  for (const [index, notice] of lead.notices.entries()) {
    const earlier = lead.notices.slice(0, index);
    if (asksToBeClaimed(notice, earlier, now)) due += 1;
    if (due > MOST_CLAIMED) {
      notices.push(notice);
      continue;
    }
    const claim = claimNotice(notice, claimed, { lead, earlier, rules, now });
    claimed = claim.claimed;
    sends.push(...claim.sends);
    if (claim.notice !== undefined) notices.push(claim.notice);
  }
  const isUnchanged =
    notices.length === lead.notices.length &&
    notices.every((notice, index) => isSameNotice(notice, lead.notices[index]));
  const after = isUnchanged ? lead : { ...lead, notices };
  const withdrawn = withdrawnFrom(lead, after);
  return { lead: after, sends, ...claimed, inboxes: withdraw(lead.id, withdrawn, claimed.inboxes) };
};
