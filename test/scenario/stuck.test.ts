import { describe, expect, it } from 'vitest';
import { watchClocks } from '../../functions/watch-clocks/handler.ts';
import type { CountedMetric } from '../../shared/ports/observer.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import { StoreError } from '../../shared/ports/store-error.ts';
import { sqsRecord } from '../../simulator/sqs-record.ts';
import {
  HOUR,
  MINUTE,
  rep,
  smallAgreement,
  territory,
  weekdays,
  withoutManager,
} from '../support/agreement/small-agreement.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

const JANE = 'jane@mail.example';

/** Nobody is at work until nine: whoever comes before waits, and is due then. */
const agreement = smallAgreement({
  reps: [rep('ana', { schedule: weekdays(9, 17) }), withoutManager(rep('mia', { schedule: weekdays(9, 17) }))],
  territories: [territory('Everywhere', ['ana'])],
});

const stageOf = (s: Scenario, email: string): string | undefined =>
  [...s.runtime.store.leads()].find((lead) => lead.email === email)?.stage;

interface World {
  /** Leads that this version cannot read, as after a rollback. */
  readonly unreadable: Set<string>;
  /** Whether the bus loses everything: then watch-clocks is what remains. */
  loses: boolean;
  /** Real time that each page of what is due takes, in milliseconds of virtual time. */
  pageMs: number;
  readonly counted: Map<CountedMetric, number>;
}

const newWorld = (): World => ({ unreadable: new Set(), loses: false, pageMs: 0, counted: new Map() });

const within =
  (world: World) =>
  ({ store, bus, observer, time }: Ports): Partial<Ports> => {
    let spent = 0;
    return {
      time: { ...time, now: () => time.now() + spent },
      observer: {
        ...observer,
        count: (metric, value = 1) => void world.counted.set(metric, (world.counted.get(metric) ?? 0) + value),
      },
      bus: { publish: (facts) => bus.publish(world.loses ? [] : facts) },
      store: {
        ...store,
        due: async function* (kind, window) {
          spent = 0;
          for await (const page of store.due(kind, window)) {
            yield page;
            spent += world.pageMs;
          }
          spent = 0;
        },
        load: async (keys) => {
          if (keys.some(({ type, id }) => type === 'lead' && world.unreadable.has(id))) {
            throw new StoreError('unreadable', 'Cannot read a lead: schema version 99, not 1.');
          }
          return store.load(keys);
        },
      },
    };
  };

describe('watch-clocks', () => {
  it('sees the others behind a thousand leads that cannot be read, and tells how many are stuck', () => {
    const world = newWorld();
    return play(
      agreement,
      async (s) => {
        for (let i = 0; i < 1_000; i += 1) await s.capture('07:00', `stuck-${i}@mail.example`);
        for (const { id } of s.runtime.store.leads()) world.unreadable.add(id);
        world.loses = true;
        await s.capture('09:01', JANE);
        await s.pass('09:10');
        expect(s.facts(JANE)).toEqual([]);
        expect(stageOf(s, JANE)).toBe('assigned');
        expect(world.counted.get('Stuck')).toBeGreaterThanOrEqual(1_000);
        s.ignoreMessages();
      },
      { may: ['die', 'lose', 'reorder'], replace: within(world) },
    );
  }, 60_000);

  it('serves what came due lately first, though what is stuck takes all the time that it has, and what is stuck once it can be read', () => {
    const world = newWorld();
    return play(
      agreement,
      async (s) => {
        for (let i = 0; i < 3; i += 1) await s.capture('07:00', `stuck-${i}@mail.example`);
        for (const { id } of s.runtime.store.leads()) world.unreadable.add(id);
        world.loses = true;
        world.pageMs = 60 * MINUTE;
        await s.pass('12:00');
        await s.capture('12:01', JANE);
        await s.pass('12:10');
        expect(stageOf(s, JANE)).toBe('assigned');
        expect(stageOf(s, 'stuck-0@mail.example')).toBe('waiting');
        world.unreadable.clear();
        world.pageMs = 0;
        await s.pass('12:12');
        expect(stageOf(s, 'stuck-0@mail.example')).toBe('assigned');
        s.ignoreMessages();
      },
      { may: ['die', 'lose', 'reorder'], replace: within(world) },
    );
  });

  it('asks the other functions when the queue of one does not answer; there is no heartbeat, and the next minute asks again', () => {
    const counted: CountedMetric[] = [];
    const asked: string[] = [];
    return play(agreement, async (s) => {
      await s.capture('16:50', JANE);
      await s.capture('17:01', 'late@mail.example');
      const { store, time, observer } = s.runtime.ports;
      const tick = watchClocks({
        store,
        time: { ...time, now: () => time.now() + 17 * HOUR },
        observer: { ...observer, count: (metric) => void counted.push(metric) },
        rechecks: {
          recheck: async (target) => {
            if (target === 'advance-clock') throw new Error('the queue does not answer');
            asked.push(target);
          },
          publishAgain: async () => {},
        },
        backlog: { waiting: async () => 0 },
      });
      const answer = await tick({ Records: [sqsRecord('watch-clocks', 'tick', '{}')] });
      expect(answer.batchItemFailures).toEqual([]);
      expect(asked).toEqual(['route-lead']);
      expect(counted).not.toContain('Heartbeat');
      s.ignoreMessages();
    });
  });

  it('asks a function nothing more while a thousand messages wait for it, reads nothing for it, and asks when they are done', () => {
    const asked: (readonly string[])[] = [];
    let waiting = 1_000;
    return play(agreement, async (s) => {
      for (let i = 0; i < 5; i += 1) await s.capture('16:50', `late-${i}@mail.example`);
      const { store, time, observer } = s.runtime.ports;
      let reads = 0;
      const load: typeof store.load = (keys) => {
        reads += 1;
        return store.load(keys);
      };
      const tick = watchClocks({
        store: { ...store, load },
        time: { ...time, now: () => time.now() + 17 * HOUR },
        observer,
        rechecks: { recheck: async (_, leadIds) => void asked.push(leadIds), publishAgain: async () => {} },
        backlog: { waiting: async () => waiting },
      });
      const round = async (): Promise<number> => {
        asked.length = 0;
        const { batchItemFailures } = await tick({ Records: [sqsRecord('watch-clocks', 'tick', '{}')] });
        expect(batchItemFailures).toEqual([]);
        return asked.flat().length;
      };
      expect(await round()).toBe(0);
      expect(reads).toBe(0);
      waiting = 997;
      expect(await round()).toBe(3);
      waiting = 0;
      expect(await round()).toBe(5);
      s.ignoreMessages();
    });
  });

  it('beats whenever it has come to its end, and finds nothing stuck where leads only wait', () => {
    const world = newWorld();
    return play(
      agreement,
      async (s) => {
        await s.capture('07:00', JANE);
        await s.pass('12:00');
        expect(world.counted.get('Heartbeat')).toBeGreaterThan(0);
        expect(world.counted.get('Stuck')).toBeUndefined();
        s.ignoreMessages();
      },
      { replace: within(world) },
    );
  });

  it('has the facts of a lead published behind a hundred whose facts no bus takes, and one that cannot be read', () => {
    let isDown = true;
    const bad = (fact: { readonly type: string }): boolean => fact.type === 'LeadRefused';
    const counted: CountedMetric[] = [];
    return play(
      agreement,
      async (s) => {
        for (let i = 0; i < 101; i += 1) await s.line('09:00', `no event ${i}`, 'LeadCaptured');
        await s.capture('09:01', JANE);
        await s.pass('09:30');
        isDown = false;
        await s.pass('12:00');
        expect(s.facts(JANE, 'LeadQualified')).toHaveLength(1);
        expect(counted).toContain('FactsUnpublished');
        expect(counted).toContain('FactUnreadable');
        expect(counted).toContain('Stuck');
        s.ignoreMessages();
      },
      {
        may: ['die', 'lose', 'reorder'],
        replace: ({ bus, store, observer }) => ({
          observer: { ...observer, count: (metric) => void counted.push(metric) },
          bus: {
            publish: async (facts) => [
              ...facts.filter((fact) => isDown || bad(fact)),
              ...(await bus.publish(facts.filter((fact) => !isDown && !bad(fact)))),
            ],
          },
          store: {
            ...store,
            outbox: async (key, committedBy) => {
              if (key.type === 'rep') throw new StoreError('unreadable', 'Cannot read a fact.');
              const outbox = await store.outbox(key, committedBy);
              const first = outbox?.key.type === 'refusal' ? outbox.events[0]?.detail.data : undefined;
              if (first !== undefined && 'input' in first && first.input === 'no event 7') {
                throw new StoreError('unreadable', 'Cannot read a fact.');
              }
              return outbox;
            },
          },
        }),
      },
    );
  });
});
