import type { Handed } from '../../../domain/alert/delivery/sent.ts';
import type { Channel } from '../../../domain/vocabulary/channels.ts';
import type { Messenger, OutgoingMessage } from '../../../ports/messenger.ts';
import type { Sender } from './sender.ts';

/** Those channels that a function sends by: what it does not send by is not in its bundle, nor in its permissions. */
export type Senders = { readonly [C in Channel]?: Sender<C> };

const sendBy = async <C extends Channel>(senders: Senders, message: OutgoingMessage<C>): Promise<Handed> => {
  const send: Sender<C> | undefined = senders[message.channel];
  return send === undefined ? { failure: 'NoSender' } : send(message);
};

/** Hands each message to its channel's sender. An error, such as a spend limit reached, is told by its name, never by the number. */
export const createMessenger = (senders: Senders): Messenger => ({
  send: async (message) => {
    try {
      return await sendBy(senders, message);
    } catch (error) {
      return { failure: error instanceof Error ? error.name : 'Unknown' };
    }
  },
});
