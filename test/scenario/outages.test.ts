import { describe, expect, it } from 'vitest';
import type { Ports } from '../../shared/ports/ports.ts';
import { StoreError } from '../../shared/ports/store-error.ts';
import { HOUR, MINUTE, smallAgreement } from '../support/agreement/small-agreement.ts';
import { onBoth } from '../support/scenario/on-both.ts';
import { play, type Scenario, type ScenarioOptions } from '../support/scenario/scenario.ts';

const JANE = 'jane@mail.example';
const agreement = smallAgreement({ sla: { maxOwners: 2 } });

/** Jane comes at nine, hot and complete, while something does not work. */
const janeComes = (body: (s: Scenario) => Promise<void>, broken: ScenarioOptions): Promise<void> =>
  play(
    agreement,
    async (s) => {
      await s.capture('09:00', JANE);
      await body(s);
    },
    broken,
  );

/** Whether a call is among the first so many. */
const firstTimes = (count: number): (() => boolean) => {
  let calls = 0;
  return () => {
    calls += 1;
    return calls <= count;
  };
};

describe('the bus', () => {
  it('that does not take a fact gets it again, and every fact goes out', () =>
    janeComes(
      async (s) => {
        await s.pass('09:10');
        expect(s.facts(JANE).map((line) => line.split(' ')[1])).toEqual(
          expect.arrayContaining(['LeadScored', 'LeadQualified', 'LeadAssigned', 'ClockStarted']),
        );
        expect(s.sent.map(({ message }) => message.purpose)).toContain('alert');
        expect(s.runtime.deadLetters).toEqual([]);
        s.ignoreMessages();
      },
      {
        replace: ({ bus }) => {
          const fails = firstTimes(3);
          return { bus: { publish: async (facts) => (fails() ? facts : bus.publish(facts)) } };
        },
        may: ['reorder'],
      },
    ));

  it('that is down for half an hour loses nothing', () =>
    janeComes(
      async (s) => {
        await s.runToEnd();
        expect(s.facts(JANE, 'LeadQualified', 'LeadAssigned')).toHaveLength(4);
        s.ignoreMessages();
      },
      {
        replace: ({ bus, time }) => {
          const heals = time.now() + 9.5 * HOUR;
          return { bus: { publish: async (facts) => (time.now() < heals ? facts : bus.publish(facts)) } };
        },
        may: ['reorder', 'die'],
      },
    ));
});

describe('the messenger', () => {
  const throwing =
    (fails: () => boolean) =>
    ({ messenger }: Ports): Partial<Ports> => ({
      messenger: {
        send: async (message) => {
          if (fails()) throw new Error('SNS does not answer');
          return messenger.send(message);
        },
      },
    });

  it('that throws once is asked again when the claim has expired, and not a second time', () =>
    janeComes(
      async (s) => {
        await s.pass('09:00:59');
        s.expectMessages([]);
        await s.pass('09:14');
        s.expectMessages(onBoth('09:01 alert ana'));
      },
      { replace: throwing(firstTimes(1)) },
    ));

  it('that sends and then dies before it could tell sends once more, and no more than that', () =>
    janeComes(
      async (s) => {
        await s.pass('09:14');
        s.expectMessages(['09:00 alert ana sms', ...onBoth('09:01 alert ana')]);
      },
      {
        replace: ({ messenger }) => {
          const dies = firstTimes(1);
          return {
            messenger: {
              send: async (message) => {
                const sent = await messenger.send(message);
                if (dies()) throw new Error('the function ran out of time');
                return sent;
              },
            },
          };
        },
      },
    ));

  it('that throws for long leaves its messages in the dead-letter queue, and sends what is still owed once it works', () =>
    janeComes(
      async (s) => {
        await s.pass('09:24');
        s.expectMessages([]);
        expect(s.runtime.deadLetters.map(({ queue }) => queue)).toContain('alert-rep');
        await s.pass('09:29');
        s.expectMessages(onBoth('09:25 alert ana', '09:25 remind ana'));
        await s.accept('09:29:30', JANE);
      },
      {
        replace: (ports) => {
          const heals = ports.time.now() + 9 * HOUR + 25 * MINUTE;
          return throwing(() => ports.time.now() < heals)(ports);
        },
        may: ['die'],
      },
    ));
});

describe('the table', () => {
  /** Fails every commit in the first so many milliseconds of the day. */
  const failing =
    (ms: number) =>
    ({ store, time }: Ports): Partial<Ports> => {
      const heals = time.now() + ms;
      return {
        store: {
          ...store,
          commit: async (writes) => {
            if (time.now() < heals) throw new StoreError('commit-failed', 'the table does not answer');
            return store.commit(writes);
          },
        },
      };
    };

  it('that does not answer for some minutes delays an event, and loses none', () =>
    janeComes(
      async (s) => {
        s.expectMessages([]);
        await s.pass('09:10');
        s.expectMessages(onBoth('09:06 alert ana'));
      },
      { replace: failing(9 * HOUR + 4 * MINUTE) },
    ));

  it('that does not answer for long leaves the event in the dead-letter queue, as it came', () =>
    play(
      agreement,
      async (s) => {
        await s.capture('09:00', JANE, {}, { id: 'lost?' });
        await s.pass('10:00');
        expect(s.runtime.deadLetters).toHaveLength(1);
        const [dead] = s.runtime.deadLetters;
        expect(dead?.queue).toBe('score-lead');
        await s.line('10:30', dead?.body ?? '', 'LeadCaptured');
        s.expectMessages(onBoth('10:30 alert ana'));
      },
      { replace: failing(9 * HOUR + 20 * MINUTE), may: ['die'] },
    ));

  it('that conflicts without end gives the message back to its queue', () =>
    janeComes(
      async (s) => {
        s.expectMessages([]);
        await s.pass('09:03');
        s.expectMessages(onBoth('09:03 alert ana'));
      },
      {
        replace: ({ store }) => {
          const conflicts = firstTimes(12);
          return {
            store: { ...store, commit: async (writes) => (conflicts() ? 'conflict' : store.commit(writes)) },
          };
        },
      },
    ));
});
