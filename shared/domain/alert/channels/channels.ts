import type { Addresses, Channel } from '../../vocabulary/channels.ts';
import type { ChannelRules, MessageBy } from './channel-rules.ts';
import { email } from './email/email.ts';
import { slack } from './slack/slack.ts';
import { sms } from './sms/sms.ts';

const channels = { sms, email, slack };

/** What a message is, by its channel. */
export type ChannelMessages = { [C in Channel]: MessageBy<C> & ReturnType<(typeof channels)[C]['compose']> };

export const CHANNEL_RULES: { readonly [C in Channel]: ChannelRules<C, ChannelMessages[C]> } = channels;

export type ChannelMessage = ChannelMessages[Channel];

/** Where a channel reaches somebody; undefined if it does not. */
export const addressOf = (channel: Channel, addresses: Addresses): string | undefined =>
  addresses[CHANNEL_RULES[channel].needs];
