import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { LAST_RECEIVE, LONGEST_HIDDEN_MS, RECEIVES } from '../../domain/sink/retries.ts';
import type { Sink } from '../../domain/sink/sink.ts';
import type { Ports } from '../../ports/ports.ts';
import type { SinkCounts } from '../../ports/sink-counts.ts';
import type { SinkQueues } from '../../ports/sink-queues.ts';
import type { SqsHandler } from '../sqs-handler.ts';

/** The attempt after two and a half hours: whoever does not take it by then has more than a bad moment. */
const DOWN_AFTER = 5;

/** What became of an attempt. */
export type Told =
  | { readonly result: 'done' }
  /** Somebody else is at it just now: no failure of the sink. */
  | { readonly result: 'busy' }
  /** `code` is for the log; `afterMs` is how long the other side wants to be left alone. */
  | { readonly result: 'later'; readonly code: string; readonly afterMs?: number | undefined };

export const DONE: Told = { result: 'done' };

export const BUSY: Told = { result: 'busy' };

export const later = (code: string, afterMs?: number): Told => ({ result: 'later', code, afterMs });

export interface SinkPorts extends Pick<Ports, 'time' | 'observer'> {
  readonly sinks: readonly Sink[];
  readonly queues: SinkQueues;
  readonly counts: SinkCounts;
}

/** One attempt to tell a sink what a message says. What it throws is an attempt that failed. */
export type Tell<S extends Sink> = (
  sink: S,
  message: { readonly body: string; readonly attempt: number },
) => Promise<Told>;

/** A queue of a sink that this version does not have. Its messages wait for the deploy to end. */
export class UnknownSink extends Error {
  readonly code = 'UNKNOWN_SINK';
  constructor() {
    super('sinks.yaml has no sink for this queue: deploy again.');
    this.name = 'UnknownSink';
  }
}

/**
 * Works off the queues of the sinks of one kind. What a sink does not take is hidden until the next attempt; after the last
 * one it is dead, and waits for a person.
 */
export const sinkHandler = <S extends Sink>(
  isOurs: (sink: Sink) => sink is S,
  tell: Tell<S>,
  { sinks, queues, counts, observer }: SinkPorts,
): SqsHandler => {
  const find = (queue: string): S => {
    const name = queues.sinkOf(queue);
    const sink = sinks.filter(isOurs).find((one) => one.name === name);
    if (sink === undefined) throw new UnknownSink();
    return sink;
  };
  /** Whether the message is done with. */
  const work = async ({ messageId, receiptHandle, eventSourceARN: queue, body, attributes }: SQSRecord) => {
    const sink = find(queue);
    const hide = (ms: number) => queues.hide({ messageId, receiptHandle, queue }, Math.min(ms, LONGEST_HIDDEN_MS));
    // A queue that is older than this code may have it received more often.
    const { attempt, waitMs = 0 } = RECEIVES[Number(attributes.ApproximateReceiveCount) - 1] ?? LAST_RECEIVE;
    if (attempt === undefined) {
      await hide(waitMs);
      return false;
    }
    const told = await tell(sink, { body, attempt }).catch((error: unknown) => {
      observer.error('A sink could not be told', error, { sink: sink.name, messageId });
      return later('FAILED');
    });
    if (told.result === 'done') return true;
    if (told.result === 'busy') {
      await hide(waitMs);
      return false;
    }
    counts.count('SinkFailed', sink.name);
    if (attempt >= DOWN_AFTER) counts.count('SinkDown', sink.name);
    observer.warn('A sink has not taken a message', { sink: sink.name, messageId, attempt, code: told.code });
    await hide(Math.max(waitMs, told.afterMs ?? 0));
    return false;
  };
  return async ({ Records }: SQSEvent) => {
    const failed: string[] = [];
    for (const record of Records) {
      try {
        if (!(await work(record))) failed.push(record.messageId);
      } catch (error) {
        observer.error('A message of a sink could not be handled', error, { messageId: record.messageId });
        failed.push(record.messageId);
      }
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
};
