import {
  type MessageAttributeValue,
  PublishCommand,
  type PublishCommandInput,
  type SNSClient,
} from '@aws-sdk/client-sns';
import { MARKETING } from '../../domain/alert/delivery/inbox.ts';
import type { Messenger, OutgoingMessage } from '../../ports/messenger.ts';
import type { OptedOut } from './opt-outs.ts';

/** Rep id, or `MARKETING`, to the ARN of the topic. */
export type TopicOf = (recipient: string) => Promise<string | undefined>;

/** SNS takes subjects of fewer than so many characters. */
const MAX_SUBJECT = 99;

const text = (value: string): MessageAttributeValue => ({ DataType: 'String', StringValue: value });
const number = (value: string): MessageAttributeValue => ({ DataType: 'Number', StringValue: value });

const smsInput = (message: Extract<OutgoingMessage, { channel: 'sms' }>): PublishCommandInput => ({
  PhoneNumber: message.to,
  Message: message.text,
  MessageAttributes: {
    // Promotional messages may be held back; these may not.
    'AWS.SNS.SMS.SMSType': text('Transactional'),
    ...(message.from === undefined ? {} : { 'AWS.MM.SMS.OriginationNumber': text(message.from) }),
    ...(message.senderId === undefined ? {} : { 'AWS.SNS.SMS.SenderID': text(message.senderId) }),
    ...(message.maxPrice === undefined ? {} : { 'AWS.SNS.SMS.MaxPrice': number(message.maxPrice) }),
  },
});

/**
 * SMS straight to the number, e-mail by the rep's own topic. An opt-out is the channel's failure, and
 * so is an error of SNS such as a spend limit reached: its name is recorded, never the number.
 */
export const createSnsMessenger = (client: SNSClient, topicOf: TopicOf, optedOut: OptedOut): Messenger => {
  const inputOf = async (message: OutgoingMessage): Promise<PublishCommandInput | undefined> => {
    if (message.channel === 'sms') return smsInput(message);
    const topic = await topicOf(message.rep ?? MARKETING);
    if (topic === undefined) return undefined;
    return { TopicArn: topic, Subject: message.subject.slice(0, MAX_SUBJECT), Message: message.text };
  };
  return {
    send: async (message) => {
      try {
        if (message.channel === 'sms' && (await optedOut(message.to))) return { failure: 'OptedOut' };
        const input = await inputOf(message);
        if (input === undefined) return { failure: 'NoTopic' };
        const { MessageId = '' } = await client.send(new PublishCommand(input));
        return { messageId: MessageId };
      } catch (error) {
        return { failure: error instanceof Error ? error.name : 'Unknown' };
      }
    },
  };
};
