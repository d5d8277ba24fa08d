import type { DynamoDBRecord, DynamoDBStreamEvent, SQSBatchResponse } from 'aws-lambda';
import type { SqsHandler } from '../shared/application/sqs-handler.ts';
import type { Key } from '../shared/ports/store.ts';
import type { Timers, VirtualTime } from './scheduler.ts';
import { sqsRecord } from './sqs-record.ts';

/** As infra configures every queue. */
const RECEIVES_BEFORE_DEAD_LETTER = 5;
const VISIBILITY_MS = 180_000;

/** As infra configures the stream. */
const STREAM_RETRIES = 5;
const STREAM_RETRY_MS = 1_000;

export type StreamHandler = (event: DynamoDBStreamEvent) => Promise<SQSBatchResponse>;

export interface DeadLetter {
  readonly queue: string;
  readonly body: string;
}

/**
 * Queues before functions, first in first out; what a function fails comes again, and after five times is dead. A record
 * of the stream comes again too; after five times watch-clocks finds what it left.
 */
export interface Queues {
  /** `receives`: how often a message is tried before it is dead; five times unless told. */
  consume(queue: string, consumer: SqsHandler, receives?: number): void;
  send(queue: string, body: string): void;
  /** A message that is being handled comes again so much later, should it fail. */
  hide(messageId: string, ms: number): void;
  /** Who reads the table's stream. */
  consumeStream(consumer: StreamHandler): void;
  /** A record of the stream, of a commit of this document. It is read before any message: facts are out before what they lead to. */
  stream(record: DynamoDBRecord, document: Key): void;
  /** Until every queue is empty. */
  drain(): Promise<void>;
  readonly deadLetters: readonly DeadLetter[];
}

/** First in, first out, without moving what is behind. */
const createFifo = <T>() => {
  let items: T[] = [];
  let head = 0;
  return {
    push: (item: T): void => {
      items.push(item);
    },
    take: (): T | undefined => {
      if (head === items.length) {
        items = [];
        head = 0;
        return undefined;
      }
      head += 1;
      return items[head - 1];
    },
  };
};

export const createQueues = (time: VirtualTime, timers: Timers): Queues => {
  const consumers = new Map<string, { readonly consumer: SqsHandler; readonly most: number }>();
  const hidden = new Map<string, number>();
  const messages = createFifo<() => Promise<void>>();
  const records = createFifo<() => Promise<void>>();
  const deadLetters: DeadLetter[] = [];
  let streamConsumer: StreamHandler | undefined;
  let index = 0;

  const receive = async (queue: string, id: string, body: string, receives: number): Promise<void> => {
    const { consumer, most = RECEIVES_BEFORE_DEAD_LETTER } = consumers.get(queue) ?? {};
    const failed =
      consumer === undefined ||
      (await consumer({ Records: [sqsRecord(queue, id, body, receives)] })).batchItemFailures.length > 0;
    const wait = hidden.get(id) ?? VISIBILITY_MS;
    hidden.delete(id);
    if (!failed) return;
    if (receives >= most) deadLetters.push({ queue, body });
    else timers.set(time.now() + wait, () => receive(queue, id, body, receives + 1));
  };

  /** Records behind one that failed: the stream goes on only when that one is through, or given up. */
  let behind: DynamoDBRecord[] | undefined;

  const attempt = async (record: DynamoDBRecord, retries: number): Promise<void> => {
    const failed = (await streamConsumer?.({ Records: [record] }))?.batchItemFailures ?? [];
    if (failed.length > 0 && retries < STREAM_RETRIES) {
      behind ??= [];
      timers.set(time.now() + STREAM_RETRY_MS, () => attempt(record, retries + 1));
      return;
    }
    const next = behind ?? [];
    behind = undefined;
    for (const one of next) records.push(() => read(one));
  };

  const read = async (record: DynamoDBRecord): Promise<void> => {
    if (behind === undefined) await attempt(record, 0);
    else behind.push(record);
  };

  return {
    consume: (queue, consumer, most = RECEIVES_BEFORE_DEAD_LETTER) => {
      consumers.set(queue, { consumer, most });
    },
    hide: (messageId, ms) => {
      hidden.set(messageId, ms);
    },
    send: (queue, body) => {
      index += 1;
      const id = `${queue}-${index}`;
      messages.push(() => receive(queue, id, body, 1));
    },
    consumeStream: (consumer) => {
      streamConsumer = consumer;
    },
    stream: (record) => records.push(() => read(record)),
    drain: async () => {
      for (let task = records.take() ?? messages.take(); task !== undefined; task = records.take() ?? messages.take()) {
        await task();
      }
    },
    deadLetters,
  };
};
