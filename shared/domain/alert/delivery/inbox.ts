import type { Notice } from '../../lead/notice.ts';
import type { Instant } from '../../time/instant.ts';
import type { Channel } from '../../vocabulary/channels.ts';
import type { Sent } from './sent.ts';

/** What comes to one recipient, a rep or marketing: how much lately, and what is held back to go out together. */
export interface Inbox {
  /** Instants of the messages within the agreed time, rising. */
  readonly sent: { readonly [C in Channel]?: readonly Instant[] };
  /** In the order in which it came to be owed. */
  readonly held: readonly Held[];
  readonly bundles: readonly Bundle[];
  /** The latest SMS, newest first: a reply by SMS says no more than whose phone it came from. */
  readonly texts: readonly SentText[];
  /** Replies that got a helpful message within the last hour, oldest first; absent before the first. */
  readonly helped?: readonly Helped[];
}

/** By recipient: a rep's id, or `MARKETING`. */
export type Inboxes = Readonly<Record<string, Inbox>>;

export interface Helped {
  /** The reply's id. */
  readonly reply: string;
  readonly at: Instant;
}

/** A notice of a lead, as its inbox knows it. */
export interface Owed {
  readonly leadId: string;
  readonly sequence: number;
  readonly purpose: Notice['purpose'];
}

export interface Held extends Owed {
  readonly channel: Channel;
  /** When it came to be owed: what has waited longest goes first. */
  readonly since: Instant;
}

/** Notices that go out as one message. Its claim is committed first; what it came to is then recorded lead by lead. */
export type Bundle = ClaimedBundle | DoneBundle;

interface BundleBase {
  /** Unique among an inbox's bundles. */
  readonly id: number;
  readonly channel: Channel;
  readonly purpose: Notice['purpose'];
  /** Those whose leads have not recorded it yet. */
  readonly items: readonly Owed[];
}

export interface ClaimedBundle extends BundleBase {
  readonly state: 'claimed';
  readonly until: Instant;
}

export interface DoneBundle extends BundleBase {
  readonly state: 'done';
  /** That of its claim; absent in what earlier versions wrote. */
  readonly until?: Instant;
  readonly sent: Sent;
}

export interface SentText {
  /** Absent until the message is known to have gone out. */
  readonly messageId?: string;
  readonly at: Instant;
  readonly leads: readonly { readonly leadId: string; readonly attempt: number }[];
}

/** Both of the first channels are written, as versions that knew no other want them; a later one comes with its first message. */
export const EMPTY_INBOX: Inbox = { sent: { sms: [], email: [] }, held: [], bundles: [], texts: [] };

/** Marketing's inbox; no rep's id begins with such a sign. */
export const MARKETING = '@marketing';

export const inboxOf = (inboxes: Inboxes, recipient: string): Inbox => inboxes[recipient] ?? EMPTY_INBOX;

export const isSameOwed = (a: Owed, b: Owed): boolean =>
  a.leadId === b.leadId && a.sequence === b.sequence && a.purpose === b.purpose;
