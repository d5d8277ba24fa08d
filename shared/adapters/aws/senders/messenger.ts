import type { SNSClient } from '@aws-sdk/client-sns';
import type { Sent } from '../../../domain/alert/delivery/sent.ts';
import type { Channel } from '../../../domain/vocabulary/channels.ts';
import type { Messenger, OutgoingMessage } from '../../../ports/messenger.ts';
import type { Reach } from '../reach.ts';
import { createEmailSender, type TopicOf } from './email.ts';
import type { Sender } from './sender.ts';
import { createSmsSender } from './sms.ts';

/** What the senders need of AWS. */
export interface SenderClients {
  readonly sns: SNSClient;
  readonly topicOf: TopicOf;
  readonly reach: Reach;
}

type Senders = { readonly [C in Channel]: Sender<C> };

const createSenders = ({ sns, topicOf, reach }: SenderClients): Senders => ({
  sms: createSmsSender(sns, reach),
  email: createEmailSender(sns, topicOf, reach),
});

const sendBy = <C extends Channel>(senders: Senders, message: OutgoingMessage<C>): Promise<Sent> =>
  senders[message.channel](message);

/** Hands each message to its channel's sender. An error, such as a spend limit reached, is told by its name, never by the number. */
export const createMessenger = (clients: SenderClients): Messenger => {
  const senders = createSenders(clients);
  return {
    send: async (message) => {
      try {
        return await sendBy(senders, message);
      } catch (error) {
        return { failure: error instanceof Error ? error.name : 'Unknown' };
      }
    },
  };
};
