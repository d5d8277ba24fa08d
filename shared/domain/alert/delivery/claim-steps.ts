import type { Delivery, Notice } from '../../lead/notice.ts';
import type { Instant } from '../../time/instant.ts';
import type { Channel } from '../../vocabulary/channels.ts';
import { PURPOSE_RULES } from '../../vocabulary/purposes.ts';
import { CHANNEL_RULES } from '../channels/channels.ts';
import { bundleWith, claimAgain, startBundle } from './bundles.ts';
import { CLAIM_MS } from './claim-time.ts';
import type { Claimed } from './claims.ts';
import { hasSpace, hold, holds } from './held.ts';
import { type Inbox, inboxOf, type Owed } from './inbox.ts';
import { asksForAnswer, type Reachable } from './recipient.ts';
import { recordText } from './texts.ts';
import { recordSent, roomAt, type Throttle, throttleFor } from './throttle.ts';

/** One delivery that is due: a notice by one channel. */
export interface DueDelivery {
  readonly leadId: string;
  readonly notice: Notice;
  readonly channel: Channel;
  /** Whether it was held back in the inbox before. */
  readonly wasHeld: boolean;
  readonly recipient: string;
  readonly reachable: Reachable;
  readonly throttle: Throttle;
  readonly now: Instant;
}

/** What becomes of the delivery, and what has been claimed with it. */
export interface ClaimStep {
  readonly delivery: Delivery;
  readonly claimed: Claimed;
}

type Step = (due: DueDelivery, claimed: Claimed) => ClaimStep | undefined;

const owedOf = ({ leadId, notice }: DueDelivery): Owed => ({
  leadId,
  sequence: notice.sequence,
  purpose: notice.purpose,
});

const withInbox = (claimed: Claimed, recipient: string, inbox: Inbox): Claimed => ({
  ...claimed,
  inboxes: { ...claimed.inboxes, [recipient]: inbox },
});

const roomFor = ({ notice, channel, throttle, now }: DueDelivery, inbox: Inbox): Instant =>
  roomAt(inbox, channel, throttleFor(notice.purpose, throttle), now);

const hasRoom = (due: DueDelivery, inbox: Inbox): boolean => roomFor(due, inbox) <= due.now;

/** Whether something is held back that goes before it. */
const isPreceded = ({ notice, channel }: DueDelivery, inbox: Inbox): boolean =>
  inbox.held.some(
    (held) =>
      held.channel === channel &&
      (PURPOSE_RULES[notice.purpose].givesWay === true || PURPOSE_RULES[held.purpose].givesWay === undefined),
  );

/** Starts bundles of what is held back for the channel, for as long as there is room for another message. */
const startBundles = (due: DueDelivery, claimed: Claimed): Claimed => {
  const { recipient, channel, throttle, now } = due;
  const inbox = inboxOf(claimed.inboxes, recipient);
  const started = startBundle(inbox, channel, throttle, now);
  if (started === undefined) return claimed;
  const after = withInbox(claimed, recipient, started.inbox);
  return startBundles(due, { ...after, bundles: [...after.bundles, { recipient, bundle: started.bundle }] });
};

const quietUntil = (channel: Channel, reachable: Reachable, at: Instant): Instant | undefined =>
  CHANNEL_RULES[channel].waitsForQuietHours ? reachable.quietUntil(at) : undefined;

/** Some channels wait for the end of quiet hours. What is in the inbox stays there, and goes with the others. */
const waitForQuietHours: Step = ({ channel, wasHeld, reachable, now }, claimed) => {
  const until = quietUntil(channel, reachable, now);
  return until === undefined
    ? undefined
    : { delivery: { channel, state: wasHeld ? 'held' : 'waiting', until }, claimed };
};

/** It is part of a bundle already: sent and unrecorded, on its way, or to be claimed again. */
const followBundle: Step = (due, claimed) => {
  const { recipient, channel, throttle, now } = due;
  const inbox = inboxOf(claimed.inboxes, recipient);
  const bundle = bundleWith(inbox, channel, owedOf(due));
  if (bundle === undefined) return undefined;
  if (bundle.state === 'done') {
    const unrecorded = [...claimed.unrecorded, { recipient, bundle }];
    return { delivery: { channel, state: 'held', until: now }, claimed: { ...claimed, unrecorded } };
  }
  if (bundle.until > now) return { delivery: { channel, state: 'held', until: bundle.until }, claimed };
  // It may have gone out before: both count.
  const again = claimAgain(recordSent(inbox, channel, throttle, now), bundle, now);
  const after = withInbox(claimed, recipient, again.inbox);
  return {
    delivery: { channel, state: 'held', until: again.bundle.until },
    claimed: { ...after, bundles: [...after.bundles, { recipient, bundle: again.bundle }] },
  };
};

/** There is room for it and nothing is held back before it: it goes alone. */
const sendAlone: Step = (due, claimed) => {
  const { leadId, notice, recipient, channel, throttle, now } = due;
  const inbox = inboxOf(claimed.inboxes, recipient);
  if (!hasRoom(due, inbox) || isPreceded(due, inbox)) return undefined;
  const counted = recordSent(inbox, channel, throttle, now);
  // Noted before it is sent: the reply may be faster than the record.
  const isAnswerable = CHANNEL_RULES[channel].takesReplies && asksForAnswer(notice);
  const text = { at: now, leads: [{ leadId, attempt: notice.attempt }] };
  const after = isAnswerable ? recordText(counted, text) : counted;
  return {
    delivery: { channel, state: 'claimed', until: now + CLAIM_MS },
    claimed: withInbox(claimed, recipient, after),
  };
};

/** No space is left to hold it back: it waits with its lead, and what is held back goes if it can. */
const waitForSpace: Step = (due, claimed) => {
  const { recipient, channel, now } = due;
  const inbox = inboxOf(claimed.inboxes, recipient);
  if (holds(inbox, channel, owedOf(due)) || hasSpace(inbox)) return undefined;
  return { delivery: { channel, state: 'waiting', until: now + CLAIM_MS }, claimed: startBundles(due, claimed) };
};

/** It is held back in the inbox: to go out together with others as soon as there is room, which may be now. */
const holdBack = (due: DueDelivery, claimed: Claimed): ClaimStep => {
  const { notice, recipient, channel, reachable, now } = due;
  const inbox = inboxOf(claimed.inboxes, recipient);
  const owed = owedOf(due);
  const held = holds(inbox, channel, owed)
    ? claimed
    : withInbox(claimed, recipient, hold(inbox, owed, channel, notice.at));
  if (hasRoom(due, inbox)) {
    return { delivery: { channel, state: 'held', until: now + CLAIM_MS }, claimed: startBundles(due, held) };
  }
  const room = roomFor(due, inbox);
  const until = quietUntil(channel, reachable, room) ?? room;
  return { delivery: { channel, state: 'held', until }, claimed: held };
};

const STEPS: readonly Step[] = [waitForQuietHours, followBundle, sendAlone, waitForSpace];

/** The first step that fits decides; what fits none is held back. */
export const claimDelivery = (due: DueDelivery, claimed: Claimed): ClaimStep => {
  for (const step of STEPS) {
    const taken = step(due, claimed);
    if (taken !== undefined) return taken;
  }
  return holdBack(due, claimed);
};
