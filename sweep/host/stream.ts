import type { DynamoDBRecord } from 'aws-lambda';
import { nameOf } from '../../shared/ports/snapshot.ts';
import type { Key } from '../../shared/ports/store.ts';
import type { StreamHandler } from '../../simulator/queues.ts';
import type { Machine } from './machine.ts';

/** As infra configures the stream. */
const RETRIES = 5;
const BATCH = 100;

/** Shards; the records of one document are always in the same one. */
const LANES = 2;

interface Entry {
  readonly record: DynamoDBRecord;
  readonly name: string;
}

interface Lane {
  readonly entries: Entry[];
  isBusy: boolean;
  retries: number;
}

/** The table's stream: in order for each document, in batches, a failing batch again before what is behind it. */
export interface Stream {
  consume(consumer: StreamHandler): void;
  send(record: DynamoDBRecord, document: Key): void;
  ready(): readonly (() => void)[];
}

export const createStream = ({ time, agenda, processes, plan, story }: Machine): Stream => {
  const lanes: readonly Lane[] = Array.from({ length: LANES }, () => ({ entries: [], isBusy: false, retries: 0 }));
  let consumer: StreamHandler | undefined;

  const laneOf = (name: string): Lane | undefined =>
    lanes[[...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 0) % LANES];

  const again = (lane: Lane, size: number): void => {
    lane.retries += 1;
    if (lane.retries > RETRIES) {
      story.tell(() => `the stream gives up on ${size} records`);
      lane.entries.splice(0, size);
      lane.retries = 0;
    }
    lane.isBusy = true;
    agenda.at(time.now() + 1_000 * 2 ** lane.retries, () => {
      lane.isBusy = false;
    });
  };

  const read = (lane: Lane, handler: StreamHandler): void => {
    // A batch that failed is halved.
    const most = Math.max(1, Math.floor(Math.min(BATCH, lane.entries.length) / 2 ** lane.retries));
    const batch = lane.entries.slice(0, most - plan.choose(most));
    lane.isBusy = true;
    story.tell(() => `publish-events reads ${batch.map(({ name }) => name).join(', ')}`);
    processes.start(
      'publish-events',
      () => handler({ Records: batch.map(({ record }) => record) }),
      (ending) => {
        lane.isBusy = false;
        const from = ending.ended === 'done' ? ending.value.batchItemFailures[0]?.itemIdentifier : '';
        if (from === undefined) {
          lane.entries.splice(0, batch.length);
          lane.retries = 0;
          return;
        }
        story.tell(() => `publish-events ${ending.ended}: the batch comes again`);
        const done = batch.findIndex(({ record }) => record.dynamodb?.SequenceNumber === from);
        if (done > 0) lane.entries.splice(0, done);
        again(lane, batch.length - Math.max(0, done));
      },
    );
  };

  return {
    consume: (handler) => {
      consumer = handler;
    },
    send: (record, document) => {
      const name = nameOf(document);
      const lane = laneOf(name);
      const fault = plan.at({ kind: 'record', what: `the stream's record of ${name}` });
      if (fault !== undefined) story.tell(() => `FAULT the stream's record of ${name} ${fault}`);
      if (fault === 'given-up') return;
      lane?.entries.push({ record, name });
      if (fault === 'comes-twice') lane?.entries.push({ record, name });
    },
    ready: () => {
      const handler = consumer;
      if (handler === undefined) return [];
      return lanes
        .filter(({ isBusy, entries }) => !isBusy && entries.length > 0)
        .map((lane) => () => read(lane, handler));
    },
  };
};
