import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Ports } from '../ports/ports.ts';

/** A message as a queue holds it. */
export interface QueueMessage {
  /** Unique to this message, the same at each delivery. */
  readonly id: string;
  readonly body: string;
}

/** Handles those messages of a batch that go together, and answers the ids of those that it has done. */
export type Together<P> = (messages: readonly QueueMessage[], ports: P) => Promise<ReadonlySet<string>>;

export type SqsHandler = (event: SQSEvent) => Promise<SQSBatchResponse>;

/**
 * A function that consumes a queue, one message after another. A message that throws goes back to the
 * queue, and after the agreed number of times to its dead-letter queue; the others of its batch are done.
 * `together` is asked first where there is more than one; what it leaves is handled one by one.
 *
 * @example
 * import type { Ports } from '../ports/ports.ts';
 * import { sqsHandler } from './sqs-handler.ts';
 *
 * export const measureMessages = sqsHandler(async ({ id, body }, { observer }: Pick<Ports, 'observer'>) => {
 *   observer.info('A message came', { id, bytes: Buffer.byteLength(body) });
 * });
 */
export const sqsHandler =
  <P extends Pick<Ports, 'observer'>>(
    handle: (message: QueueMessage, ports: P) => Promise<void>,
    together: Together<P> = async () => new Set(),
  ) =>
  (ports: P): SqsHandler => {
    const consume = async ({ messageId, body }: SQSRecord): Promise<string | undefined> => {
      try {
        await handle({ id: messageId, body }, ports);
        return undefined;
      } catch (error) {
        ports.observer.error('A message could not be handled', error, { messageId });
        return messageId;
      }
    };
    return async (event) => {
      const failed: string[] = [];
      const messages = event.Records.map(({ messageId, body }) => ({ id: messageId, body }));
      const done = messages.length > 1 ? await together(messages, ports) : new Set();
      for (const record of event.Records) {
        if (done.has(record.messageId)) continue;
        const failure = await consume(record);
        if (failure !== undefined) failed.push(failure);
      }
      return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
    };
  };
