import { type SendMessageBatchRequest, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { createSqsRecheckQueue } from '../../shared/adapters/aws/sqs-recheck-queue.ts';

/** A queue that does not take the entries at these places of each call. */
const queueRefusing = (...places: readonly string[]) => {
  const client = new SQSClient({ region: 'us-east-1' });
  const bodies: (string | undefined)[] = [];
  client.middlewareStack.add(
    () =>
      async ({ input }) => {
        const { Entries = [] } = input as SendMessageBatchRequest;
        bodies.push(...Entries.map(({ MessageBody }) => MessageBody));
        const Failed = Entries.filter(({ Id = '' }) => places.includes(Id)).map(({ Id }) => ({ Id }));
        return { output: { $metadata: {}, Failed }, response: {} };
      },
    { step: 'initialize' },
  );
  return { queue: createSqsRecheckQueue(client, { 'route-lead': 'https://queue.example' }), bodies };
};

const leadIds = Array.from({ length: 12 }, (_, index) => `lead-${index}`);

describe('the queue of rechecks on SQS', () => {
  it('gets every lead, ten messages a call', async () => {
    const { queue, bodies } = queueRefusing();
    await queue.recheck('route-lead', leadIds);
    expect(bodies).toEqual(leadIds.map((leadId) => JSON.stringify({ leadId })));
  });

  it('tells that it did not take some, after it was asked to take all', async () => {
    const { queue, bodies } = queueRefusing('1');
    await expect(queue.recheck('route-lead', leadIds)).rejects.toMatchObject({ code: 'QUEUE_REFUSED', count: 2 });
    expect(bodies).toHaveLength(12);
  });
});
