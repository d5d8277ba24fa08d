import type { Agreement, Channel } from '../../agreement/agreement.ts';
import type { Lead } from '../../lead/lead.ts';
import type { Delivery, Notice } from '../../lead/notice.ts';
import type { Instant } from '../../time/instant.ts';
import { endOfQuiet } from '../../time/quiet-hours.ts';
import {
  type Bundle,
  bundleWith,
  CLAIM_MS,
  type ClaimedBundle,
  claimAgain,
  type DoneBundle,
  EMPTY_INBOX,
  hasSpace,
  hold,
  holds,
  type Inbox,
  MARKETING,
  recordSent,
  recordText,
  roomAt,
  startBundle,
} from './inbox.ts';

/** A message to send now: its claim is committed before it goes out. */
export interface Send {
  readonly notice: Notice;
  readonly channel: Channel;
}

/** A bundle of a recipient's inbox. */
export interface BundleOf<B extends Bundle = Bundle> {
  readonly recipient: string;
  readonly bundle: B;
}

/** By recipient: a rep's id, or `MARKETING`. */
export type Inboxes = Readonly<Record<string, Inbox>>;

export interface Claims {
  readonly lead: Lead;
  readonly inboxes: Inboxes;
  readonly sends: readonly Send[];
  /** To send now. */
  readonly bundles: readonly BundleOf<ClaimedBundle>[];
  /** Sent before, and not yet recorded with this lead. */
  readonly unrecorded: readonly BundleOf<DoneBundle>[];
}

/** Whose inbox a notice goes to. */
export const recipientOf = (notice: Notice): string => notice.rep ?? MARKETING;

/** A rep can answer what asks for it, by its link or by a reply. */
export const asksForAnswer = ({ purpose }: Pick<Notice, 'purpose'>): boolean =>
  purpose === 'alert' || purpose === 'remind';

interface Recipient {
  readonly channels: readonly Channel[];
  /** Until when no SMS may go, if that is later than the instant. */
  quietUntil(at: Instant): Instant | undefined;
}

const recipientFor = (notice: Notice, { reps, sla }: Agreement): Recipient | undefined => {
  if (notice.purpose === 'marketing') {
    return sla.marketing?.email === undefined ? undefined : { channels: ['email'], quietUntil: () => undefined };
  }
  const rep = reps[notice.rep];
  if (rep === undefined) return undefined;
  const { quiet, schedule } = rep;
  return {
    channels: notice.purpose === 'taken-away' ? ['email'] : rep.channels,
    quietUntil: (at) => (quiet === undefined ? undefined : endOfQuiet(schedule.timeZone, quiet, at)),
  };
};

/**
 * Claims what a lead's notices owe now: all the channels at once, but an SMS waits for the end of quiet
 * hours, and what is more than the agreed number within the agreed time is held back, to go out together as
 * soon as there is room. What is claimed and not yet expired is somebody else's to send.
 */
export const claimDeliveries = (lead: Lead, inboxes: Inboxes, agreement: Agreement, now: Instant): Claims => {
  const { throttle } = agreement.sla.alerts;
  const after: Record<string, Inbox> = { ...inboxes };
  const sends: Send[] = [];
  const bundles: BundleOf<ClaimedBundle>[] = [];
  const unrecorded: BundleOf<DoneBundle>[] = [];

  const goTogether = (recipient: string, channel: Channel): void => {
    for (;;) {
      const inbox = after[recipient] ?? EMPTY_INBOX;
      const started =
        roomAt(inbox, channel, throttle, now) > now ? undefined : startBundle(inbox, channel, throttle, now);
      if (started === undefined) return;
      after[recipient] = started.inbox;
      bundles.push({ recipient, bundle: started.bundle });
    }
  };

  const heldUntil = (inbox: Inbox, channel: Channel, to: Recipient): Delivery => {
    const room = roomAt(inbox, channel, throttle, now);
    const until = channel === 'sms' ? (to.quietUntil(room) ?? room) : room;
    return { channel, state: 'held', until };
  };

  const claimOne = (notice: Notice, delivery: Delivery | Channel, to: Recipient): Delivery => {
    const channel = typeof delivery === 'string' ? delivery : delivery.channel;
    const quietUntil = channel === 'sms' ? to.quietUntil(now) : undefined;
    if (quietUntil !== undefined) {
      // What is in the inbox stays there, and goes with the others.
      const isHeld = typeof delivery !== 'string' && delivery.state === 'held';
      return { channel, state: isHeld ? 'held' : 'waiting', until: quietUntil };
    }
    const recipient = recipientOf(notice);
    const inbox = after[recipient] ?? EMPTY_INBOX;
    const owed = { leadId: lead.id, sequence: notice.sequence, purpose: notice.purpose };
    const bundle = bundleWith(inbox, channel, owed);
    if (bundle?.state === 'done') {
      unrecorded.push({ recipient, bundle });
      return { channel, state: 'held', until: now };
    }
    if (bundle?.state === 'claimed') {
      if (bundle.until > now) return { channel, state: 'held', until: bundle.until };
      const again = claimAgain(inbox, bundle, now);
      after[recipient] = again.inbox;
      bundles.push({ recipient, bundle: again.bundle });
      return { channel, state: 'held', until: again.bundle.until };
    }
    const hasRoom = roomAt(inbox, channel, throttle, now) <= now;
    if (hasRoom && !holds(inbox, channel)) {
      const counted = recordSent(inbox, channel, throttle, now);
      // Noted before it is sent: the reply may be faster than the record.
      const asks = channel === 'sms' && asksForAnswer(notice);
      const leads = [{ leadId: lead.id, attempt: notice.attempt }];
      after[recipient] = asks ? recordText(counted, { at: now, leads }) : counted;
      return { channel, state: 'claimed', until: now + CLAIM_MS };
    }
    if (!holds(inbox, channel, owed)) {
      if (!hasSpace(inbox)) {
        if (hasRoom) goTogether(recipient, channel);
        return { channel, state: 'waiting', until: now + CLAIM_MS };
      }
      after[recipient] = hold(inbox, owed, channel, notice.at);
    }
    if (!hasRoom) return heldUntil(inbox, channel, to);
    goTogether(recipient, channel);
    return { channel, state: 'held', until: now + CLAIM_MS };
  };

  const notices = lead.notices.flatMap((notice): readonly Notice[] => {
    const to = recipientFor(notice, agreement);
    if (to === undefined) return [];
    const deliveries =
      notice.deliveries.length === 0
        ? to.channels.map((channel) => claimOne(notice, channel, to))
        : notice.deliveries.map((d) => ('until' in d && d.until <= now ? claimOne(notice, d, to) : d));
    if (deliveries.length === 0) return [];
    const planned = { ...notice, deliveries };
    deliveries.forEach((delivery, index) => {
      if (delivery.state === 'claimed' && delivery !== notice.deliveries[index]) {
        sends.push({ notice: planned, channel: delivery.channel });
      }
    });
    return [planned];
  });
  const changed = notices.length !== lead.notices.length || notices.some((n, i) => changedFrom(n, lead.notices[i]));
  return { lead: changed ? { ...lead, notices } : lead, inboxes: after, sends, bundles, unrecorded };
};

const changedFrom = (after: Notice, before: Notice | undefined): boolean =>
  before === undefined ||
  after.deliveries.length !== before.deliveries.length ||
  after.deliveries.some((delivery, index) => delivery !== before.deliveries[index]);
