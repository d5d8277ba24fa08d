import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { queueName, type SinkQueue } from '../../contracts/sinks/sink-queues.ts';
import { SECOND_MS } from '../../domain/time/durations.ts';
import type { SinkQueues } from '../../ports/sink-queues.ts';

export const createSqsSinkQueues = (client: SQSClient, queues: readonly SinkQueue[]): SinkQueues => {
  const byName = new Map(queues.map((one) => [queueName(one.url), one]));
  const find = (queue: string): SinkQueue | undefined => byName.get(queueName(queue));
  return {
    sinkOf: (queue) => find(queue)?.sink,
    hide: async ({ queue, receiptHandle: ReceiptHandle }, ms) => {
      const VisibilityTimeout = Math.ceil(ms / SECOND_MS);
      await client.send(
        new ChangeMessageVisibilityCommand({ QueueUrl: find(queue)?.url, ReceiptHandle, VisibilityTimeout }),
      );
    },
  };
};
