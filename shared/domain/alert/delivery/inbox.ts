import type { Channel } from '../../agreement/agreement.ts';
import type { Notice } from '../../lead/notice.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../time/durations.ts';
import type { Instant } from '../../time/instant.ts';
import type { Sent } from './sent.ts';

/** What comes to one recipient, a rep or marketing: how much lately, and what is held back to go out together. */
export interface Inbox {
  /** Instants of the messages within the agreed time, rising. */
  readonly sent: Readonly<Record<Channel, readonly number[]>>;
  /** In the order in which it came to be owed. */
  readonly held: readonly Held[];
  readonly bundles: readonly Bundle[];
  /** The latest SMS, newest first: a reply by SMS says no more than whose phone it came from. */
  readonly texts: readonly SentText[];
  /** Replies that got a helpful message within the last hour, oldest first; absent before the first. */
  readonly helped?: readonly Helped[];
}

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
  readonly sent: Sent;
}

export interface SentText {
  /** Absent until the message is known to have gone out. */
  readonly messageId?: string;
  readonly at: Instant;
  readonly leads: readonly { readonly leadId: string; readonly attempt: number }[];
}

export const EMPTY_INBOX: Inbox = { sent: { sms: [], email: [] }, held: [], bundles: [], texts: [] };

/** Marketing's inbox; no rep's id begins with such a sign. */
export const MARKETING = '@marketing';

/** How long a claim holds: a message whose sending was not recorded by then is sent again. */
export const CLAIM_MS = MINUTE_MS;

/** With what `compose-bundle` says of each, so many stay below what SNS takes in a message, 256 KB. */
export const BUNDLE_LEADS = 250;

/** Of some hundred bytes each: a document holds 400 KB. What is more stays with its lead and comes again. */
const MOST_HELD = 2_000;

/** Nobody looks any more for what a bundle left that was never sent: its leads have all moved on. */
const FORGOTTEN_MS = DAY_MS;

export type Throttle = { readonly max: number; readonly perMs: number } | undefined;

const recent = (inbox: Inbox, channel: Channel, throttle: Throttle, now: Instant): readonly number[] =>
  throttle === undefined ? [] : inbox.sent[channel].filter((at) => at > now - throttle.perMs);

/** The first instant, not before `now`, at which another message keeps within the agreed number. */
export const roomAt = (inbox: Inbox, channel: Channel, throttle: Throttle, now: Instant): Instant => {
  const sent = recent(inbox, channel, throttle, now);
  const oldest = throttle === undefined ? undefined : sent[sent.length - throttle.max];
  return throttle === undefined || oldest === undefined ? now : oldest + throttle.perMs;
};

export const recordSent = (inbox: Inbox, channel: Channel, throttle: Throttle, now: Instant): Inbox =>
  throttle === undefined
    ? inbox
    : { ...inbox, sent: { ...inbox.sent, [channel]: [...recent(inbox, channel, throttle, now), now] } };

const isSame = (a: Owed, b: Owed): boolean =>
  a.leadId === b.leadId && a.sequence === b.sequence && a.purpose === b.purpose;

export const holds = (inbox: Inbox, channel: Channel, owed?: Owed): boolean =>
  inbox.held.some((held) => held.channel === channel && (owed === undefined || isSame(held, owed)));

export const bundleWith = (inbox: Inbox, channel: Channel, owed: Owed): Bundle | undefined =>
  inbox.bundles.find((bundle) => bundle.channel === channel && bundle.items.some((item) => isSame(item, owed)));

export const hasSpace = ({ held }: Inbox): boolean => held.length < MOST_HELD;

export const hold = (inbox: Inbox, owed: Owed, channel: Channel, since: Instant): Inbox => {
  const { leadId, sequence, purpose } = owed;
  const after = inbox.held.findLastIndex((held) => held.since <= since) + 1;
  return { ...inbox, held: inbox.held.toSpliced(after, 0, { leadId, sequence, purpose, channel, since }) };
};

/** What a lead that moves on takes with it. What is on its way in a bundle is left out when that is sent. */
export const dropHeld = (inbox: Inbox, owed: Owed, channel: Channel): Inbox =>
  holds(inbox, channel, owed)
    ? { ...inbox, held: inbox.held.filter((held) => held.channel !== channel || !isSame(held, owed)) }
    : inbox;

/** Claims the kind that has been held back longest for a channel, all of it together. */
export const startBundle = (
  inbox: Inbox,
  channel: Channel,
  throttle: Throttle,
  now: Instant,
): { readonly inbox: Inbox; readonly bundle: ClaimedBundle } | undefined => {
  const purpose = inbox.held.find((held) => held.channel === channel)?.purpose;
  if (purpose === undefined) return undefined;
  const taken = inbox.held.filter((held) => held.channel === channel && held.purpose === purpose);
  const items = taken.slice(0, BUNDLE_LEADS).map(({ leadId, sequence }): Owed => ({ leadId, sequence, purpose }));
  const id = Math.max(0, ...inbox.bundles.map((bundle) => bundle.id)) + 1;
  const bundle: ClaimedBundle = { id, channel, purpose, items, state: 'claimed', until: now + CLAIM_MS };
  const together = new Set(taken.slice(0, BUNDLE_LEADS));
  const rest = { ...inbox, held: inbox.held.filter((held) => !together.has(held)) };
  const live = inbox.bundles.filter((one) => one.state === 'done' || one.until > now - FORGOTTEN_MS);
  return { inbox: { ...recordSent(rest, channel, throttle, now), bundles: [...live, bundle] }, bundle };
};

const withBundle = (inbox: Inbox, id: number, change: (bundle: Bundle) => Bundle): Inbox => ({
  ...inbox,
  bundles: inbox.bundles.map((bundle) => (bundle.id === id ? change(bundle) : bundle)),
});

const withoutEmpty = (inbox: Inbox): Inbox => ({
  ...inbox,
  bundles: inbox.bundles.filter(({ items }) => items.length > 0),
});

/** Its claim expired unrecorded: it is sent again. */
export const claimAgain = (
  inbox: Inbox,
  bundle: Bundle,
  now: Instant,
): { readonly inbox: Inbox; readonly bundle: ClaimedBundle } => {
  const { id, channel, purpose, items } = bundle;
  const again: ClaimedBundle = { id, channel, purpose, items, state: 'claimed', until: now + CLAIM_MS };
  return { inbox: withBundle(inbox, id, () => again), bundle: again };
};

/** What it came to, for those that the message was about; whatever was left out of it is claimed anew. */
export const settleBundle = (inbox: Inbox, id: number, sent: Sent, items: readonly Owed[]): Inbox =>
  withoutEmpty(withBundle(inbox, id, ({ channel, purpose }) => ({ id, channel, purpose, items, state: 'done', sent })));

/** Leads have recorded what the bundle came to; with the last one it is forgotten. */
export const dropItems = (inbox: Inbox, id: number, recorded: readonly Owed[]): Inbox =>
  withoutEmpty(
    withBundle(inbox, id, (bundle) => ({
      ...bundle,
      items: bundle.items.filter((item) => !recorded.some((done) => isSame(done, item))),
    })),
  );

/** How many texts are remembered, and of how many leads each; whoever answers a longer list opens its link. */
export const TEXTS = 20;

export const recordText = (inbox: Inbox, text: SentText): Inbox => ({
  ...inbox,
  texts: [{ ...text, leads: text.leads.slice(0, TEXTS) }, ...inbox.texts].slice(0, TEXTS),
});

/** The text about one lead that was noted when it was claimed has gone out under this id. */
export const attachMessageId = (inbox: Inbox, leadId: string, attempt: number, messageId: string): Inbox => {
  const index = inbox.texts.findIndex(
    ({ messageId: known, leads: [first, ...others] }) =>
      known === undefined && others.length === 0 && first?.leadId === leadId && first.attempt === attempt,
  );
  return { ...inbox, texts: inbox.texts.map((text, at) => (at === index ? { ...text, messageId } : text)) };
};

/** Two that answer each other by themselves shall not go on for ever. */
const HELP = { max: 3, perMs: HOUR_MS };

/** Notes that a reply is about to be helped, once however often it is tried; undefined where that is too many. */
export const recordHelp = (inbox: Inbox, reply: string, now: Instant): Inbox | undefined => {
  const helped = (inbox.helped ?? []).filter(({ at }) => at > now - HELP.perMs);
  if (helped.some((one) => one.reply === reply)) return inbox;
  return helped.length < HELP.max ? { ...inbox, helped: [...helped, { reply, at: now }] } : undefined;
};
