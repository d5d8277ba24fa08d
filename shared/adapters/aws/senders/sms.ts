import { type MessageAttributeValue, PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { BeforeSms } from '../reach/before-sms.ts';
import type { Sender } from './sender.ts';

const text = (value: string): MessageAttributeValue => ({ DataType: 'String', StringValue: value });
const number = (value: string): MessageAttributeValue => ({ DataType: 'Number', StringValue: value });

/** Straight to the number. SNS says nothing of an opt-out or the sandbox: it is asked about them before. */
export const createSmsSender =
  (client: SNSClient, before: BeforeSms): Sender<'sms'> =>
  async ({ to, text: words, from, senderId, maxPrice }) => {
    const failure = await before(to);
    if (failure !== undefined) return { failure };
    const { MessageId = '' } = await client.send(
      new PublishCommand({
        PhoneNumber: to,
        Message: words,
        MessageAttributes: {
          // Promotional messages may be held back; these may not.
          'AWS.SNS.SMS.SMSType': text('Transactional'),
          ...(from === undefined ? {} : { 'AWS.MM.SMS.OriginationNumber': text(from) }),
          ...(senderId === undefined ? {} : { 'AWS.SNS.SMS.SenderID': text(senderId) }),
          ...(maxPrice === undefined ? {} : { 'AWS.SNS.SMS.MaxPrice': number(maxPrice) }),
        },
      }),
    );
    return { messageId: MessageId };
  };
