import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { clientConfig } from '../../../local/clients.ts';
import type { Deployed } from './setup.ts';

/** MiniStack cuts the instant of a message to whole seconds: a reply would seem older than what it answers. */
const READING_MS = 1_000;

/** What a phone writes to the two-way number, as AWS End User Messaging SMS publishes it; `id` is that of the SMS. */
export const writeSms = async (
  { endpoint, context }: Deployed,
  originationNumber: string,
  messageBody: string,
  id: string = randomUUID(),
): Promise<void> => {
  await sleep(READING_MS);
  const client = new SNSClient(clientConfig(endpoint));
  const Message = JSON.stringify({
    originationNumber,
    destinationNumber: '+12065550100',
    messageKeyword: 'KEYWORD',
    messageBody,
    inboundMessageId: id,
  });
  await client.send(new PublishCommand({ TopicArn: context.repliesTopicArn, Message }));
  client.destroy();
};
