import type { Addresses, Channel } from '../../vocabulary/channels.ts';
import type { ChannelRules } from './channel-rules.ts';
import { email } from './email/email.ts';
import { sms } from './sms/sms.ts';

export const CHANNEL_RULES = { sms, email } satisfies { readonly [C in Channel]: ChannelRules<C> };

/** What a message is, by its channel. */
export type ChannelMessages = { [C in Channel]: ReturnType<(typeof CHANNEL_RULES)[C]['compose']> };

export type ChannelMessage = ChannelMessages[Channel];

/** Where a channel reaches somebody; undefined if it does not. */
export const addressOf = (channel: Channel, addresses: Addresses): string | undefined =>
  addresses[CHANNEL_RULES[channel].needs];
