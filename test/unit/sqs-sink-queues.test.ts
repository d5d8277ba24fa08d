import { SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it, vi } from 'vitest';
import { createSqsSinkQueues } from '../../shared/adapters/aws/sqs-sink-queues.ts';
import { readSinkQueues, sinkQueuesText } from '../../shared/contracts/sinks/sink-queues.ts';
import { LONGEST_HIDDEN_MS, RECEIVES } from '../../shared/domain/sink/retries.ts';

const QUEUES = [
  { sink: 'erp', url: 'https://sqs.eu-central-1.amazonaws.com/123456789012/stack-erp-1X' },
  { sink: 'bi', url: 'http://localhost:4566/000000000000/stack-bi-2Y' },
];

describe('the queues of the sinks', () => {
  it('are in the environment of whoever works them off', () => {
    expect(readSinkQueues(sinkQueuesText(QUEUES))).toEqual(QUEUES);
  });

  it('are known by their ARNs, and hide a message for seconds', async () => {
    const client = new SQSClient({});
    const send = vi.fn(async (_: unknown) => ({}));
    client.send = send;
    const queues = createSqsSinkQueues(client, QUEUES);
    const queue = 'arn:aws:sqs:eu-central-1:123456789012:stack-erp-1X';
    expect([queues.sinkOf(queue), queues.sinkOf(`${queue}Z`)]).toEqual(['erp', undefined]);
    await queues.hide({ messageId: 'm', receiptHandle: 'r', queue }, 4_200);
    expect(send.mock.calls[0]?.[0]).toMatchObject({
      input: { QueueUrl: QUEUES[0]?.url, ReceiptHandle: 'r', VisibilityTimeout: 5 },
    });
  });

  it('hide no message for longer than SQS does', () => {
    const twelveHours = 12 * 3_600_000;
    expect(Math.max(...RECEIVES.map(({ waitMs = 0 }) => waitMs), LONGEST_HIDDEN_MS)).toBeLessThan(twelveHours);
    expect(RECEIVES.at(-1)).toEqual({ attempt: 10 });
  });
});
