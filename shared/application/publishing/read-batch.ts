import type { DynamoDBStreamEvent } from 'aws-lambda';
import { FACTS_A_CALL } from '../../ports/bus-rules.ts';
import type { Observer } from '../../ports/observer.ts';
import type { Outbox } from '../../ports/store.ts';
import { StoreError } from '../../ports/store-error.ts';

type StreamRecord = DynamoDBStreamEvent['Records'][number];

/** Reads the facts of a commit from a record of the table's stream. Throws StoreError `unreadable`. */
export type ReadOutbox = (record: StreamRecord) => Outbox | undefined;

/** Records that follow each other, whose facts go to the bus in one call. */
export interface Call {
  /** Where the stream goes on if the call fails. */
  readonly sequenceNumber: string;
  readonly outboxes: readonly Outbox[];
}

const readRecord = (record: StreamRecord, read: ReadOutbox, observer: Observer): Outbox | undefined => {
  try {
    return read(record);
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'unreadable')) throw error;
    // It stays in the index of what is unpublished: the version that can read it publishes it.
    observer.error('A record of the stream cannot be read', error);
    observer.count('FactUnreadable');
    return undefined;
  }
};

/** The calls to the bus that a batch of the stream takes, in its order. What cannot be read is told, and stops nobody. */
export const readBatch = (records: readonly StreamRecord[], read: ReadOutbox, observer: Observer): readonly Call[] => {
  const calls: { sequenceNumber: string; outboxes: Outbox[]; facts: number }[] = [];
  for (const record of records) {
    const outbox = readRecord(record, read, observer);
    if (outbox === undefined) continue;
    const facts = outbox.events.length;
    const last = calls.at(-1);
    if (last !== undefined && last.facts + facts <= FACTS_A_CALL) {
      last.outboxes.push(outbox);
      last.facts += facts;
    } else {
      calls.push({ sequenceNumber: record.dynamodb?.SequenceNumber ?? '', outboxes: [outbox], facts });
    }
  }
  return calls;
};
