import { describe, expect, it } from 'vitest';
import type { FactEvent } from '../../shared/domain/lead/fact-event.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import type { Store, Write, WriteOf } from '../../shared/ports/store.ts';
import { StoreError } from '../../shared/ports/store-error.ts';
import { smallAgreement } from '../support/agreement/small-agreement.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

const JANE = 'jane@mail.example';
const agreement = smallAgreement({ sla: { maxOwners: 2 } });

/** What a lead that nobody answers gives rise to, without a fault. */
const ALL = [
  '09:00 alert ana sms',
  '09:00 alert ana email',
  '09:15 remind ana sms',
  '09:15 remind ana email',
  '09:30 alert ben sms',
  '09:30 alert ben email',
  '09:30 taken-away ana email',
  '09:45 remind ben sms',
  '09:45 remind ben email',
  '10:00 alert mia sms',
  '10:00 alert mia email',
  '10:00 taken-away ben email',
  '10:45 remind mia sms',
  '10:45 remind mia email',
  '11:00 remind mia sms',
  '11:00 remind mia email',
  '14:00 remind mia sms',
  '14:00 remind mia email',
];

/** Lets through only those facts that `keeps`, and tells the functions that all went out. */
const losing =
  (keeps: (fact: FactEvent) => boolean) =>
  ({ bus }: Ports): Partial<Ports> => ({ bus: { publish: (facts) => bus.publish(facts.filter(keeps)) } });

const isLaterLeadWrite = (write: Write): write is WriteOf<'lead'> =>
  write.key.type === 'lead' && write.expectedVersion > 0;

/** A commit that changes nothing of the lead but its version. */
const touch = async (store: Store, { key }: WriteOf<'lead'>): Promise<void> => {
  const stored = (await store.load([key])).get(key);
  if (stored === undefined) throw new Error('a lead that is written again is there');
  expect(await store.commit([{ key, expectedVersion: stored.version, value: stored.value }])).toBe('ok');
};

const unanswered = async (s: Scenario): Promise<void> => {
  await s.capture('09:00', JANE);
  await s.runToEnd();
  s.expectMessages(ALL);
};

describe('nobody hears twice, and nobody is forgotten', () => {
  it('when every fact is delivered twice', () =>
    play(agreement, unanswered, {
      replace: ({ bus }) => ({
        bus: {
          publish: async (facts) => {
            await bus.publish(facts);
            return bus.publish(facts);
          },
        },
      }),
    }));

  it('when every fact is delivered in the wrong order', () =>
    play(
      agreement,
      async (s) => {
        await s.capture('09:00', JANE);
        await s.runToEnd();
        expect(s.sent.map(({ message }) => `${message.purpose} ${message.rep} ${message.channel}`)).toEqual(
          ALL.map((line) => line.slice(6)),
        );
        s.ignoreMessages();
      },
      { replace: ({ bus }) => ({ bus: { publish: (facts) => bus.publish(facts.toReversed()) } }), may: ['reorder'] },
    ));

  it('when no clock ever starts: watch-clocks asks the same', () =>
    play(agreement, unanswered, { replace: losing(({ type }) => type !== 'ClockStarted'), may: ['lose'] }));

  it('when no fact is ever delivered: watch-clocks does it all, some minutes late', () =>
    play(
      agreement,
      async (s) => {
        await s.capture('09:00', JANE);
        await s.runToEnd();
        expect(s.sent.map(({ message }) => `${message.purpose} ${message.rep} ${message.channel}`)).toEqual(
          ALL.map((line) => line.slice(6)),
        );
        s.ignoreMessages();
      },
      { replace: losing(() => false), may: ['lose'] },
    ));

  it('when every commit meets a conflict before it holds', () =>
    play(agreement, unanswered, {
      replace: ({ store }) => {
        let index = 0;
        return {
          store: {
            ...store,
            commit: async (writes) => {
              index += 1;
              return index % 3 === 0 ? store.commit(writes) : 'conflict';
            },
          },
        };
      },
    }));

  it('when somebody else commits between every load and commit of the leads', () =>
    play(agreement, unanswered, {
      replace: ({ store }) => {
        let disturbed = false;
        return {
          store: {
            ...store,
            commit: async (writes) => {
              const lead = writes.find(isLaterLeadWrite);
              disturbed = lead !== undefined && !disturbed;
              if (lead !== undefined && disturbed) await touch(store, lead);
              return store.commit(writes);
            },
          },
        };
      },
    }));
});

describe('a message that one is sending', () => {
  it('is not sent by another who is asked meanwhile', () => {
    let meanwhile = async (): Promise<void> => {};
    return play(
      agreement,
      async (s) => {
        meanwhile = async () => {
          await s.runtime.ports.bus.publish(s.published.filter(({ type }) => type === 'LeadAssigned'));
          await s.runtime.settle();
        };
        await s.capture('09:00', JANE);
        await s.accept('09:10', JANE);
        s.expectMessages(['09:00 alert ana sms', '09:00 alert ana email']);
      },
      {
        replace: ({ messenger }) => ({
          messenger: {
            send: async (message) => {
              await meanwhile();
              return messenger.send(message);
            },
          },
        }),
      },
    );
  });
});

describe('the bus', () => {
  it('that does not take a fact gets it again, and every fact goes out', () =>
    play(
      agreement,
      async (s) => {
        await s.capture('09:00', JANE);
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
          let index = 0;
          return {
            bus: {
              publish: async (facts) => {
                index += 1;
                return index <= 3 ? facts : bus.publish(facts);
              },
            },
          };
        },
        may: ['reorder'],
      },
    ));

  it('that is down for half an hour loses nothing', () =>
    play(
      agreement,
      async (s) => {
        await s.capture('09:00', JANE);
        await s.runToEnd();
        expect(s.facts(JANE, 'LeadQualified', 'LeadAssigned')).toHaveLength(4);
        s.ignoreMessages();
      },
      {
        replace: ({ bus, time }) => {
          const heals = time.now() + 9.5 * 3_600_000;
          return { bus: { publish: async (facts) => (time.now() < heals ? facts : bus.publish(facts)) } };
        },
        may: ['reorder', 'die'],
      },
    ));
});

describe('the messenger', () => {
  const throwing =
    (until: (index: number, now: number) => boolean) =>
    ({ messenger, time }: Ports): Partial<Ports> => {
      let index = 0;
      return {
        messenger: {
          send: async (message) => {
            index += 1;
            if (until(index, time.now())) throw new Error('SNS does not answer');
            return messenger.send(message);
          },
        },
      };
    };

  it('that throws once is asked again when the claim has expired, and not a second time', () =>
    play(
      agreement,
      async (s) => {
        await s.capture('09:00', JANE);
        await s.pass('09:00:59');
        s.expectMessages([]);
        await s.pass('09:14');
        s.expectMessages(['09:01 alert ana sms', '09:01 alert ana email']);
      },
      { replace: throwing((index) => index === 1) },
    ));

  it('that sends and then dies before it could tell sends once more, and no more than that', () =>
    play(
      agreement,
      async (s) => {
        await s.capture('09:00', JANE);
        await s.pass('09:14');
        s.expectMessages(['09:00 alert ana sms', '09:01 alert ana sms', '09:01 alert ana email']);
      },
      {
        replace: ({ messenger }) => {
          let index = 0;
          return {
            messenger: {
              send: async (message) => {
                index += 1;
                const sent = await messenger.send(message);
                if (index === 1) throw new Error('the function ran out of time');
                return sent;
              },
            },
          };
        },
      },
    ));

  it('that throws for long leaves its messages in the dead-letter queue, and sends what is still owed once it works', () =>
    play(
      agreement,
      async (s) => {
        await s.capture('09:00', JANE);
        await s.pass('09:24');
        s.expectMessages([]);
        expect(s.runtime.deadLetters.map(({ queue }) => queue)).toContain('alert-rep');
        await s.pass('09:29');
        s.expectMessages([
          '09:25 alert ana sms',
          '09:25 alert ana email',
          '09:25 remind ana sms',
          '09:25 remind ana email',
        ]);
        await s.accept('09:29:30', JANE);
      },
      {
        replace: (ports) => {
          const heals = ports.time.now() + 9 * 3_600_000 + 25 * 60_000;
          return throwing((_, now) => now < heals)(ports);
        },
        may: ['die'],
      },
    ));
});

describe('the table', () => {
  /** Fails commits of one kind of document until an instant of the day. */
  const failing =
    (minutes: number) =>
    ({ store, time }: Ports): Partial<Ports> => {
      const heals = time.now() + minutes * 60_000;
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
    play(
      agreement,
      async (s) => {
        await s.capture('09:00', JANE);
        s.expectMessages([]);
        await s.pass('09:10');
        s.expectMessages(['09:06 alert ana sms', '09:06 alert ana email']);
      },
      { replace: failing(9 * 60 + 4) },
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
        s.expectMessages(['10:30 alert ana sms', '10:30 alert ana email']);
      },
      { replace: failing(9 * 60 + 20), may: ['die'] },
    ));

  it('that conflicts without end gives the message back to its queue', () =>
    play(
      agreement,
      async (s) => {
        await s.capture('09:00', JANE);
        s.expectMessages([]);
        await s.pass('09:03');
        s.expectMessages(['09:03 alert ana sms', '09:03 alert ana email']);
      },
      {
        replace: ({ store }) => {
          let index = 0;
          return {
            store: {
              ...store,
              commit: async (writes) => {
                index += 1;
                return index <= 12 ? 'conflict' : store.commit(writes);
              },
            },
          };
        },
      },
    ));
});
