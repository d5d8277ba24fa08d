import { SNSClient } from '@aws-sdk/client-sns';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createSnsMessenger } from '../../shared/adapters/aws/sns-messenger.ts';
import type { OutgoingMessage } from '../../shared/ports/messenger.ts';

const SMS = {
  rep: 'ana',
  purpose: 'help',
  leadIds: [],
  channel: 'sms',
  to: '+4915112345678',
  text: 'Reply 1 to accept.',
} as const;

const Publish = z.object({
  PhoneNumber: z.string(),
  Message: z.string(),
  MessageAttributes: z.record(z.string(), z.object({ StringValue: z.string() })),
});

/** What SNS is asked, attributes by their values. */
const published = async (message: OutgoingMessage) => {
  const client = new SNSClient({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const asked: unknown[] = [];
  client.middlewareStack.add(
    () => async (args) => {
      asked.push(args.input);
      return { output: { MessageId: 'one', $metadata: {} }, response: {} };
    },
    { step: 'initialize' },
  );
  expect(await createSnsMessenger(client, async () => undefined).send(message)).toEqual({ messageId: 'one' });
  const { MessageAttributes, ...input } = Publish.parse(asked[0]);
  const attributes = Object.entries(MessageAttributes).map(([name, { StringValue }]) => [name, StringValue]);
  return { ...input, attributes: Object.fromEntries(attributes) };
};

describe('an SMS by SNS', () => {
  it('goes straight to the number, as one that may not be held back', async () => {
    expect(await published(SMS)).toEqual({
      PhoneNumber: SMS.to,
      Message: SMS.text,
      attributes: { 'AWS.SNS.SMS.SMSType': 'Transactional' },
    });
  });

  it('comes from the number or the name that it shall come from', async () => {
    const { attributes: fromNumber } = await published({ ...SMS, from: '+12065550100', maxPrice: '0.20' });
    expect(fromNumber).toEqual({
      'AWS.SNS.SMS.SMSType': 'Transactional',
      'AWS.MM.SMS.OriginationNumber': '+12065550100',
      'AWS.SNS.SMS.MaxPrice': '0.20',
    });
    const { attributes: fromName } = await published({ ...SMS, senderId: 'Acme' });
    expect(fromName).toEqual({ 'AWS.SNS.SMS.SMSType': 'Transactional', 'AWS.SNS.SMS.SenderID': 'Acme' });
  });
});
