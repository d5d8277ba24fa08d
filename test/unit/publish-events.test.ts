import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { publishEvents } from '../../functions/publish-events/handler.ts';
import { createMemoryStore } from '../../shared/adapters/memory/memory-store.ts';
import type { FactEvent } from '../../shared/domain/lead/fact-event.ts';
import type { CountedMetric } from '../../shared/ports/observer.ts';
import type { Outbox } from '../../shared/ports/store.ts';
import { StoreError } from '../../shared/ports/store-error.ts';
import { allPages, leadKey, NOON, nextCommit } from '../support/store/store-samples.ts';

interface Bus {
  /** The call of which number throws, from 1. */
  readonly throwsAt?: number;
  readonly refuses?: (fact: FactEvent) => boolean;
  /** What each call takes, in milliseconds. */
  readonly takesMs?: number;
}

/** A batch of the stream, each record the next commit of a lead, with so many facts. */
const publishing = async (
  commits: readonly (readonly [lead: string, facts: number])[],
  { throwsAt, refuses = () => false, takesMs = 0 }: Bus = {},
  unreadable = -1,
) => {
  const store = createMemoryStore();
  const outboxes: Outbox[] = [];
  store.onCommit((outbox) => outboxes.push(outbox));
  const known = new Map<string, { version: number; facts: number }>();
  for (const [lead, facts] of commits) {
    const before = known.get(lead) ?? { version: 0, facts: 0 };
    expect(await store.commit([nextCommit(lead, before.version, before.facts, facts)])).toBe('ok');
    known.set(lead, { version: before.version + 1, facts: before.facts + facts });
  }
  const calls: string[][] = [];
  const again: Outbox[] = [];
  const counted: CountedMetric[] = [];
  let now = NOON;
  const publish = publishEvents({
    store,
    time: { now: () => now, pause: async () => {} },
    bus: {
      publish: async (facts) => {
        now += takesMs;
        if (calls.length + 1 === throwsAt) throw new Error('ThrottlingException');
        calls.push(facts.filter((fact) => !refuses(fact)).map(({ detail }) => `${detail.leadId} ${detail.sequence}`));
        return facts.filter(refuses);
      },
    },
    rechecks: { recheck: async () => {}, publishAgain: async (left) => void again.push(...left) },
    observer: {
      ...{ info: () => {}, warn: () => {}, error: () => {}, measure: () => {} },
      count: (metric) => void counted.push(metric),
    },
    readOutbox: ({ dynamodb }) => {
      const index = Number(dynamodb?.SequenceNumber);
      if (index === unreadable) throw new StoreError('unreadable', 'of a later version');
      return outboxes[index];
    },
  });
  const Records = commits.map((_, index): DynamoDBRecord => ({ dynamodb: { SequenceNumber: String(index) } }));
  const answer = await publish({ Records });
  const failed = answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  return { calls, failed, again, counted, unpublished: await allPages(store.unpublished({ upTo: NOON })) };
};

describe('a batch of the stream', () => {
  it('goes to the bus ten facts a call, in its order, and all of it is noted', async () => {
    const { calls, failed, unpublished } = await publishing([
      ['ann', 4],
      ['ben', 4],
      ['ann', 2],
      ['cem', 1],
      ['ann', 1],
    ]);
    expect(calls).toEqual([
      [1, 2, 3, 4]
        .map((n) => `ann ${n}`)
        .concat(
          [1, 2, 3, 4].map((n) => `ben ${n}`),
          'ann 5',
          'ann 6',
        ),
      ['cem 1', 'ann 7'],
    ]);
    expect(failed).toEqual([]);
    expect(unpublished).toEqual([]);
  });

  it('goes on from the first record of a call that fails, and publishes none again that is out', async () => {
    const commits = Array.from({ length: 4 }, (_, i) => [`lead-${i}`, 6] as const);
    const { calls, failed, unpublished } = await publishing(commits, { throwsAt: 3 });
    expect(calls).toHaveLength(2);
    expect(failed).toEqual(['2']);
    expect(unpublished).toEqual([leadKey('lead-2'), leadKey('lead-3')]);
  });

  it('stops in time for Lambda, and goes on from there', async () => {
    const commits = Array.from({ length: 9 }, (_, i) => [`lead-${i}`, 10] as const);
    const { calls, failed } = await publishing(commits, { takesMs: 5_000 });
    expect(calls).toHaveLength(4);
    expect(failed).toEqual(['4']);
  });

  it('hands on what the bus refuses, with what follows it in the commit, and notes only what is out', async () => {
    const refuses = ({ detail }: FactEvent): boolean => detail.leadId === 'ann' && detail.sequence === 2;
    const { again, failed, counted, unpublished } = await publishing(
      [
        ['ann', 3],
        ['ben', 2],
      ],
      { refuses },
    );
    expect(again.map(({ key, from, events }) => [key.id, from, events.length])).toEqual([['ann', 1, 2]]);
    expect(failed).toEqual([]);
    expect(counted).toContain('FactNotPublished');
    expect(unpublished).toEqual([leadKey('ann')]);
  });

  it('stops at no record that cannot be read, and tells of it', async () => {
    const { calls, failed, counted } = await publishing(
      [
        ['ann', 1],
        ['ben', 1],
        ['cem', 1],
      ],
      {},
      1,
    );
    expect(calls).toEqual([['ann 1', 'cem 1']]);
    expect(failed).toEqual([]);
    expect(counted).toContain('FactUnreadable');
  });
});
