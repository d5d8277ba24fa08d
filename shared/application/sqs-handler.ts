import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Ports } from '../ports/ports.ts';

/** A message as a queue holds it. */
export interface QueueMessage {
  /** Unique to this message, the same at each delivery. */
  readonly id: string;
  readonly body: string;
}

export type SqsHandler = (event: SQSEvent) => Promise<SQSBatchResponse>;

/**
 * A function that consumes a queue, one message after another. A message that throws goes back to the
 * queue, and after the agreed number of times to its dead-letter queue; the others of its batch are done.
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
  <P extends Pick<Ports, 'observer'>>(handle: (message: QueueMessage, ports: P) => Promise<void>) =>
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
      for (const record of event.Records) {
        const failure = await consume(record);
        if (failure !== undefined) failed.push(failure);
      }
      return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
    };
  };
