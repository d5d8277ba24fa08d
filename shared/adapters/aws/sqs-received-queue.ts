import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { receivedMessage } from '../../contracts/sources/received-message.ts';
import type { ReceivedQueue } from '../../ports/received-queue.ts';
import { packed } from '../node/packed.ts';

/** SQS takes a mebibyte. What is longer when it is packed was no text. */
const MOST_BYTES = 1_048_576;

export const createSqsReceivedQueue = (client: SQSClient, QueueUrl: string): ReceivedQueue => ({
  keep: async (request) => {
    const MessageBody = receivedMessage(request, packed);
    if (Buffer.byteLength(MessageBody) > MOST_BYTES) return false;
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    return true;
  },
});
