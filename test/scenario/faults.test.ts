import { describe, expect, it } from 'vitest';
import type { FactEvent } from '../../shared/domain/lead/fact-event.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import type { Store, Write, WriteOf } from '../../shared/ports/store.ts';
import { smallAgreement } from '../support/agreement/small-agreement.ts';
import { onBoth } from '../support/scenario/on-both.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

const JANE = 'jane@mail.example';
const agreement = smallAgreement({ sla: { maxOwners: 2 } });

/** What a lead that nobody answers gives rise to, without a fault. */
const ALL = [
  ...onBoth('09:00 alert ana', '09:15 remind ana', '09:30 alert ben'),
  '09:30 taken-away ana email',
  ...onBoth('09:45 remind ben', '10:00 alert mia'),
  '10:00 taken-away ben email',
  ...onBoth('10:45 remind mia', '11:00 remind mia', '14:00 remind mia'),
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

/** The same messages in the same order, some of them late. */
const unansweredAndLate = async (s: Scenario): Promise<void> => {
  await s.capture('09:00', JANE);
  await s.runToEnd();
  expect(s.sent.map(({ message }) => `${message.purpose} ${message.rep} ${message.channel}`)).toEqual(
    ALL.map((line) => line.slice('09:00 '.length)),
  );
  s.ignoreMessages();
};

/** The same messages, each within a quarter of a minute. */
const unansweredAndSoon = async (s: Scenario): Promise<void> => {
  await s.capture('09:00', JANE);
  await s.runToEnd();
  const told = s.sent.map(({ message, at }) => {
    expect(at % 60_000).toBeLessThan(15_000);
    return `${new Date(at).toISOString().slice(11, 16)} ${message.purpose} ${message.rep} ${message.channel}`;
  });
  expect(told).toEqual(ALL);
  s.ignoreMessages();
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
    play(agreement, unansweredAndLate, {
      replace: ({ bus }) => ({ bus: { publish: (facts) => bus.publish(facts.toReversed()) } }),
      may: ['reorder'],
    }));

  it('when no clock ever starts: watch-clocks asks the same', () =>
    play(agreement, unanswered, { replace: losing(({ type }) => type !== 'ClockStarted'), may: ['lose'] }));

  it('when no fact is ever delivered: watch-clocks does it all, some minutes late', () =>
    play(agreement, unansweredAndLate, { replace: losing(() => false), may: ['lose'] }));

  it('when the bus answers once in three times: the stream brings it again, within seconds', () =>
    play(agreement, unansweredAndSoon, {
      replace: ({ bus }) => {
        let index = 0;
        return {
          bus: {
            publish: async (facts) => {
              index += 1;
              if (index % 3 === 0) return bus.publish(facts);
              throw new Error('the bus does not answer');
            },
          },
        };
      },
    }));

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
        s.expectMessages(onBoth('09:00 alert ana'));
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
