import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Backlog } from '../../ports/recheck-queue.ts';
import type { QueueUrls } from './sqs-recheck-queue.ts';

/** SQS counts what can be received now, and may be some seconds behind. */
export const createSqsBacklog = (client: SQSClient, urls: QueueUrls): Backlog => ({
  waiting: async (queue) => {
    const { Attributes } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl: urls[queue], AttributeNames: ['ApproximateNumberOfMessages'] }),
    );
    return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
  },
});
