import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { factBytes } from '../../ports/item-size.ts';
import type { RecheckQueue, RecheckQueueName } from '../../ports/recheck-queue.ts';
import type { Outbox } from '../../ports/store.ts';

/** SendMessageBatch takes so many entries, and so many bytes of them. */
const MAX_ENTRIES = 10;
const MAX_BYTES = 250 * 1024;

/** Some messages were not taken; those who asked come again. */
export class QueueRefused extends Error {
  readonly code = 'QUEUE_REFUSED';
  constructor(
    readonly queue: string,
    readonly count: number,
  ) {
    super(`${count} messages were not taken by the queue for ${queue}; the call is to be repeated`);
    this.name = 'QueueRefused';
  }
}

export type QueueUrls = { readonly [Q in RecheckQueueName]?: string };

/** As many of the first facts as a message holds; the rest is found as unpublished once these are out. */
const fitting = (outbox: Outbox): Outbox => {
  let bytes = 0;
  const events = outbox.events.filter((event, index) => {
    bytes += factBytes(event);
    return index === 0 || bytes <= MAX_BYTES;
  });
  return { ...outbox, events };
};

export const createSqsRecheckQueue = (client: SQSClient, urls: QueueUrls): RecheckQueue => {
  const sendAll = async (queue: keyof QueueUrls, bodies: readonly string[]): Promise<void> => {
    let left = bodies;
    let notTaken = 0;
    while (left.length > 0) {
      let bytes = 0;
      const fits = left.slice(0, MAX_ENTRIES).filter((body, index) => {
        bytes += Buffer.byteLength(body);
        return index === 0 || bytes <= MAX_BYTES;
      });
      const Entries = fits.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: urls[queue], Entries }));
      notTaken += Failed.length;
      left = left.slice(fits.length);
    }
    if (notTaken > 0) throw new QueueRefused(queue, notTaken);
  };
  return {
    recheck: (target, leadIds) =>
      sendAll(
        target,
        leadIds.map((leadId) => JSON.stringify({ leadId })),
      ),
    publishAgain: (outboxes) =>
      sendAll(
        'publish-events',
        outboxes.map((outbox) => JSON.stringify(fitting(outbox))),
      ),
  };
};
