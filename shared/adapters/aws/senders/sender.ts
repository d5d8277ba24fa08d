import type { Handed } from '../../../domain/alert/delivery/sent.ts';
import type { Channel } from '../../../domain/vocabulary/channels.ts';
import type { OutgoingMessage } from '../../../ports/messenger.ts';

/** Sends the messages of one channel. What it throws is the channel's failure, by the error's name. */
export type Sender<C extends Channel> = (message: OutgoingMessage<C>) => Promise<Handed>;
