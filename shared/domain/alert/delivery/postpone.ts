import type { Decision } from '../../lead/decision.ts';
import type { Lead } from '../../lead/lead.ts';
import type { Delivery } from '../../lead/notice.ts';
import type { Instant } from '../../time/instant.ts';
import type { Send } from './claims.ts';
import type { Inbox } from './inbox.ts';

/**
 * The channel took no more: the message waits, as it does for the end of quiet hours. Nothing is told of it. Its lead takes
 * it along when it moves on, so it does not wait for ever.
 */
export const postponeDelivery = (lead: Lead, { notice, channel }: Send, until: Instant): Decision => {
  const isThis = (d: Delivery): boolean => d.channel === channel && d.state === 'claimed';
  const notices = lead.notices.map((owed) =>
    owed.sequence === notice.sequence && owed.purpose === notice.purpose && owed.rep === notice.rep
      ? {
          ...owed,
          deliveries: owed.deliveries.map((d) => (isThis(d) ? { channel, state: 'waiting' as const, until } : d)),
        }
      : owed,
  );
  return { lead: { ...lead, notices }, facts: [] };
};

/** A bundle that its channel did not take keeps its claim until then, and is claimed again. */
export const postponeBundle = (inbox: Inbox, id: number, until: Instant): Inbox => ({
  ...inbox,
  bundles: inbox.bundles.map((bundle) =>
    bundle.id === id && bundle.state === 'claimed' ? { ...bundle, until } : bundle,
  ),
});
