import type { Instant } from '../../time/instant.ts';
import type { Channel } from '../../vocabulary/channels.ts';
import { type NoticePurpose, PURPOSE_RULES } from '../../vocabulary/purposes.ts';
import type { Inbox } from './inbox.ts';

export type Throttle = { readonly max: number; readonly perMs: number } | undefined;

/** What gives way leaves room for one more message, where more than one is agreed: an alert never waits for it. */
export const throttleFor = (purpose: NoticePurpose, throttle: Throttle): Throttle =>
  throttle === undefined || PURPOSE_RULES[purpose].givesWay === undefined
    ? throttle
    : { ...throttle, max: Math.max(1, throttle.max - 1) };

const recent = (inbox: Inbox, channel: Channel, throttle: Throttle, now: Instant): readonly number[] =>
  throttle === undefined ? [] : (inbox.sent[channel] ?? []).filter((at) => at > now - throttle.perMs);

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
