import { describe, expect, it } from 'vitest';
import type { SqsHandler } from '../../shared/application/sqs-handler.ts';
import type { Snapshot, Store, Write } from '../../shared/ports/store.ts';
import { FLOWS } from '../../sweep/flows/flows.ts';
import type { Sabotage } from '../../sweep/play-flow.ts';
import { sweep } from '../../sweep/sweep.ts';

/** Each is a mistake that somebody could make; with the flow in which it shows. */
interface Planted {
  readonly bug: string;
  readonly flow: string;
  readonly sabotage: Sabotage;
}

const storeThat = (change: (store: Store) => Partial<Store>): Sabotage => ({
  before: ({ store }) => ({ store: { ...store, ...change(store) } }),
});

const without = (writes: readonly Write[], type: Write['key']['type']): readonly Write[] =>
  writes.filter(({ key }) => key.type !== type);

const consumerThat = (change: (consumer: SqsHandler) => SqsHandler): Sabotage => ({
  consumer: (_, consumer) => change(consumer),
});

/** Claims look as if they had expired. */
const blindToClaims = (snapshot: Snapshot): Snapshot => ({
  get: (key) => {
    const stored = snapshot.get(key);
    if (stored === undefined || typeof stored.value !== 'object' || !('notices' in stored.value)) return stored;
    const notices = stored.value.notices.map((notice) => ({
      ...notice,
      deliveries: notice.deliveries.map((one) => (one.state === 'claimed' ? { ...one, until: 0 } : one)),
    }));
    return { ...stored, value: { ...stored.value, notices } };
  },
});

const PLANTED: readonly Planted[] = [
  {
    bug: 'a store that ignores the versions of what has no facts',
    flow: 'crowd',
    sabotage: {
      behind: ({ store }) => ({
        store: {
          ...store,
          commit: async (writes) => {
            const now = await store.load(writes.map(({ key }) => key));
            return store.commit(
              writes.map((write) =>
                (write.events ?? []).length > 0
                  ? write
                  : { ...write, expectedVersion: now.get(write.key)?.version ?? 0 },
              ),
            );
          },
        },
      }),
    },
  },
  {
    bug: 'a store that commits one document after another',
    flow: 'crowd',
    sabotage: {
      behind: ({ store }) => ({
        store: {
          ...store,
          commit: async (writes) => {
            let result: Awaited<ReturnType<Store['commit']>> = 'ok';
            for (const write of writes) if ((await store.commit([write])) === 'conflict') result = 'conflict';
            return result;
          },
        },
      }),
    },
  },
  {
    bug: 'a conflict that is taken for a commit',
    flow: 'won',
    sabotage: storeThat((store) => ({
      commit: async (writes) => {
        await store.commit(writes);
        return 'ok';
      },
    })),
  },
  {
    bug: 'a publisher that marks all facts where the bus refused some',
    flow: 'won',
    sabotage: {
      before: ({ bus }) => ({
        bus: {
          publish: async (facts) => {
            await bus.publish(facts);
            return [];
          },
        },
      }),
    },
  },
  {
    bug: 'facts that are marked as published and are not on the bus',
    flow: 'rejected',
    sabotage: { before: ({ bus }) => ({ bus: { publish: async (facts) => bus.publish(facts).catch(() => []) } }) },
  },
  {
    bug: 'a batch that stops at its first failing message, and the rest of it is deleted',
    flow: 'refused',
    sabotage: consumerThat((consumer) => async ({ Records }) => {
      for (const record of Records) {
        const result = await consumer({ Records: [record] });
        if (result.batchItemFailures.length > 0) return result;
      }
      return { batchItemFailures: [] };
    }),
  },
  {
    bug: 'a failure that is told to nobody',
    flow: 'won',
    sabotage: consumerThat((consumer) => async (event) => {
      await consumer(event);
      return { batchItemFailures: [] };
    }),
  },
  {
    bug: 'a receipt that is not written',
    flow: 'won',
    sabotage: storeThat((store) => ({ commit: (writes) => store.commit(without(writes, 'receipt')) })),
  },
  {
    bug: 'a claim that is taken again before it expired',
    flow: 'recaptured',
    sabotage: storeThat((store) => ({ load: async (keys) => blindToClaims(await store.load(keys)) })),
  },
  {
    bug: 'an inbox that is not written with the claims',
    flow: 'held-back',
    sabotage: storeThat((store) => ({ commit: (writes) => store.commit(without(writes, 'inbox')) })),
  },
  {
    bug: 'an account that is not written with its lead',
    flow: 'account',
    sabotage: storeThat((store) => ({ commit: (writes) => store.commit(without(writes, 'account')) })),
  },
  {
    bug: 'a watch that asks nobody',
    flow: 'unanswered',
    sabotage: {
      consumer: (queue, consumer) => (queue === 'watch-clocks' ? async () => ({ batchItemFailures: [] }) : consumer),
    },
  },
  {
    bug: 'rechecks that get lost',
    flow: 'alert-steps',
    sabotage: { before: ({ rechecks }) => ({ rechecks: { ...rechecks, recheck: async () => {} } }) },
  },
  {
    bug: 'a check that keeps nothing of what it has found',
    flow: 'unreachable',
    sabotage: storeThat((store) => ({ commit: (writes) => store.commit(without(writes, 'reach')) })),
  },
  {
    bug: 'figures whose write failed, and nobody tried again',
    flow: 'won',
    sabotage: {
      before: ({ measured }) => ({
        measured: { ...measured, keep: (lead, from) => measured.keep(lead, from).catch(() => true) },
      }),
    },
  },
  {
    bug: 'a link to the figures that takes no place of its hour',
    flow: 'unreachable',
    sabotage: storeThat((store) => ({ commit: (writes) => store.commit(without(writes, 'receipt')) })),
  },
  {
    bug: 'an address in a log',
    flow: 'won',
    sabotage: {
      before: ({ observer, messenger }) => ({
        messenger: {
          send: async (message) => {
            observer.info(`Sent to ${message.to}`);
            return messenger.send(message);
          },
        },
      }),
    },
  },
];

describe('the sweep finds', { timeout: 300_000 }, () => {
  it.each(PLANTED)('$bug', async ({ flow, sabotage }) => {
    const flows = FLOWS.filter(({ name }) => name === flow);
    expect(flows).toHaveLength(1);
    // By which all of them show early: by some seeds the first takes twenty times as long.
    const swept = await sweep({ flows, seed: 3, singles: 60, schedules: 600, mostBroken: 1, sabotage });
    expect(swept.broken).toHaveLength(1);
    expect(swept.broken[0]?.problems).not.toEqual([]);
  });
});
