import { DAY_MS } from '../../time/durations.ts';
import type { Instant } from '../../time/instant.ts';
import type { Channel } from '../../vocabulary/channels.ts';
import { type NoticePurpose, PURPOSE_RULES } from '../../vocabulary/purposes.ts';
import { CLAIM_MS } from './claim-time.ts';
import { type Bundle, type ClaimedBundle, type Inbox, isSameOwed, type Owed } from './inbox.ts';
import type { Sent } from './sent.ts';
import { recordSent, roomAt, type Throttle, throttleFor } from './throttle.ts';

/** With what `compose-bundle` says of each, so many stay below what SNS takes in a message, 256 KB. */
export const BUNDLE_LEADS = 250;

/** A bundle is dropped after this time, sent or not: by then its leads have all moved on. */
const FORGOTTEN_MS = DAY_MS;

/** Without the bundles that nobody will ask for any more. */
export const forgetBundles = (inbox: Inbox, now: Instant): Inbox => {
  const live = inbox.bundles.flatMap((bundle): readonly Bundle[] => {
    // One of an earlier version does not say how old it is: its time begins now.
    const { until = now } = bundle;
    if (until <= now - FORGOTTEN_MS) return [];
    return [bundle.until === undefined ? { ...bundle, until } : bundle];
  });
  const isUnchanged =
    live.length === inbox.bundles.length && live.every((bundle, index) => bundle === inbox.bundles[index]);
  return isUnchanged ? inbox : { ...inbox, bundles: live };
};

export const bundleWith = (inbox: Inbox, channel: Channel, owed: Owed): Bundle | undefined =>
  inbox.bundles.find((bundle) => bundle.channel === channel && bundle.items.some((item) => isSameOwed(item, owed)));

/** What has been held back longest, but for what gives way. */
const nextPurpose = (inbox: Inbox, channel: Channel): NoticePurpose | undefined => {
  const held = inbox.held.filter((one) => one.channel === channel);
  return (held.find(({ purpose }) => PURPOSE_RULES[purpose].givesWay === undefined) ?? held[0])?.purpose;
};

/** Claims the kind that has been held back longest for a channel, all of it together, if there is room for it. */
export const startBundle = (
  inbox: Inbox,
  channel: Channel,
  throttle: Throttle,
  now: Instant,
): { readonly inbox: Inbox; readonly bundle: ClaimedBundle } | undefined => {
  const purpose = nextPurpose(inbox, channel);
  if (purpose === undefined || roomAt(inbox, channel, throttleFor(purpose, throttle), now) > now) return undefined;
  const taken = inbox.held.filter((held) => held.channel === channel && held.purpose === purpose);
  const items = taken.slice(0, BUNDLE_LEADS).map(({ leadId, sequence }): Owed => ({ leadId, sequence, purpose }));
  const id = Math.max(0, ...inbox.bundles.map((bundle) => bundle.id)) + 1;
  const bundle: ClaimedBundle = { id, channel, purpose, items, state: 'claimed', until: now + CLAIM_MS };
  const together = new Set(taken.slice(0, BUNDLE_LEADS));
  const rest = forgetBundles({ ...inbox, held: inbox.held.filter((held) => !together.has(held)) }, now);
  return { inbox: { ...recordSent(rest, channel, throttle, now), bundles: [...rest.bundles, bundle] }, bundle };
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
  withoutEmpty(
    withBundle(inbox, id, ({ channel, purpose, until }) => ({
      id,
      channel,
      purpose,
      items,
      state: 'done',
      ...(until === undefined ? {} : { until }),
      sent,
    })),
  );

/** Leads have recorded what the bundle came to; with the last one it is forgotten. */
export const dropItems = (inbox: Inbox, id: number, recorded: readonly Owed[]): Inbox =>
  withoutEmpty(
    withBundle(inbox, id, (bundle) => ({
      ...bundle,
      items: bundle.items.filter((item) => !recorded.some((done) => isSameOwed(done, item))),
    })),
  );
