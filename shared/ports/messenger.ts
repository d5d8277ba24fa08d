import type { ChannelMessages } from '../domain/alert/channels/channels.ts';
import type { Handed } from '../domain/alert/delivery/sent.ts';
import type { Channel } from '../domain/vocabulary/channels.ts';
import type { Purpose } from '../domain/vocabulary/purposes.ts';

/** Whom and what a message is for. */
export interface MessageMeta {
  /** The rep; null for marketing. */
  readonly rep: string | null;
  /** `help` answers a reply that could not be applied; `figures` is a link to the figures that somebody asked for. */
  readonly purpose: Purpose | 'help' | 'figures';
  readonly leadIds: readonly string[];
  /** Of a message about several leads: the SHA-256 of the capability in its link. */
  readonly list?: string;
}

/** A message of any of these channels. */
export type OutgoingMessage<C extends Channel = Channel> = {
  [K in C]: ChannelMessages[K] & MessageMeta & { readonly channel: K };
}[C];

/** Sends one message. A channel that fails at once is an answer, not an error: another channel may do. */
export interface Messenger {
  send(message: OutgoingMessage): Promise<Handed>;
}
