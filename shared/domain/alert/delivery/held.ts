import type { Instant } from '../../time/instant.ts';
import type { Channel } from '../../vocabulary/channels.ts';
import { type Inbox, isSameOwed, type Owed } from './inbox.ts';

/** Of some hundred bytes each: a document holds 400 KB. What is more stays with its lead and comes again. */
const MOST_HELD = 2_000;

export const holds = (inbox: Inbox, channel: Channel, owed?: Owed): boolean =>
  inbox.held.some((held) => held.channel === channel && (owed === undefined || isSameOwed(held, owed)));

/** What is on its way in a bundle takes as much as what is held back. */
export const hasSpace = ({ held, bundles }: Inbox): boolean =>
  held.length + bundles.reduce((sum, { items }) => sum + items.length, 0) < MOST_HELD;

export const hold = (inbox: Inbox, owed: Owed, channel: Channel, since: Instant): Inbox => {
  const { leadId, sequence, purpose } = owed;
  const after = inbox.held.findLastIndex((held) => held.since <= since) + 1;
  return { ...inbox, held: inbox.held.toSpliced(after, 0, { leadId, sequence, purpose, channel, since }) };
};

/** What a lead that moves on takes with it. What is on its way in a bundle is left out when that is sent. */
export const dropHeld = (inbox: Inbox, owed: Owed, channel: Channel): Inbox =>
  holds(inbox, channel, owed)
    ? { ...inbox, held: inbox.held.filter((held) => held.channel !== channel || !isSameOwed(held, owed)) }
    : inbox;
