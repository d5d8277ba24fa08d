import { describe, expect, it } from 'vitest';
import { alertRep } from '../../functions/alert-rep/handler.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import { sqsRecord } from '../../simulator/sqs-record.ts';
import {
  clause,
  MINUTE,
  rep,
  smallAgreement,
  territory,
  withoutManager,
} from '../support/agreement/small-agreement.ts';
import { alone, digestOf, lead } from '../support/scenario/digest-story.ts';
import { play } from '../support/scenario/scenario.ts';
import { allPages } from '../support/store/store-samples.ts';

const dueNow = ({ store, time }: Ports): Promise<readonly string[]> =>
  allPages(store.due('urgent', { upTo: time.now() }));

const isNotIn =
  (ids: readonly string[]) =>
  (id: string): boolean =>
    !ids.includes(id);

describe('what is held back for a lead that moves on', () => {
  it('takes nobody else’s place', () =>
    play(
      alone(rep('ana', { channels: ['email'] }), {
        contact: clause(6000, []),
        alerts: { throttle: { max: 2, perMs: 60 * MINUTE } },
      }),
      async (s) => {
        for (const index of [1, 2, 3, 4]) await s.capture(`09:0${index}`, lead(index));
        for (const index of [3, 4]) await s.accept(`09:1${index}`, lead(index));
        await s.capture('12:00', lead(5));
        await s.capture('12:05', lead(6));
        await s.pass('12:10');
        s.expectMessages([
          '09:01 alert ana email',
          '09:02 alert ana email',
          '12:00 alert ana email',
          '12:05 alert ana email',
        ]);
        await s.pass('+1 09:00');
      },
    ));

  it('still goes if its last owner keeps it', () =>
    play(
      smallAgreement({
        reps: [withoutManager(rep('ana', { channels: ['email'] }))],
        territories: [territory('Everywhere', ['ana'])],
        sla: { accept: clause(30, [[30, 'reassign']]), alerts: { throttle: { max: 1, perMs: 60 * MINUTE } } },
      }),
      async (s) => {
        await s.capture('09:00', lead(1));
        await s.accept('09:01', lead(1));
        await s.contacted('09:02', lead(1));
        await s.capture('09:05', lead(2));
        await s.pass('10:04');
        s.expectMessages(['09:00 alert ana email', '10:00 digest ana email']);
        expect(s.facts(lead(2), 'SlaBreached')).toEqual(['09:35 SlaBreached accept sales 1']);
        await s.pass('+1 09:00');
      },
    ));
});

describe('a lead that its last owner keeps', () => {
  it('has its place among those that are held back', () =>
    play(
      smallAgreement({
        reps: [withoutManager(rep('ana', { channels: ['email'] }))],
        territories: [territory('Everywhere', ['ana'])],
        sla: {
          accept: clause(30, [[30, 'reassign']]),
          contact: clause(6000, []),
          alerts: { throttle: { max: 1, perMs: 60 * MINUTE } },
        },
      }),
      async (s) => {
        await s.capture('09:00', lead(1));
        await s.accept('09:01', lead(1));
        await s.capture('09:05', lead(2));
        await s.capture('09:40', lead(3));
        await s.pass('10:00');
        s.expectMessages(['09:00 alert ana email', '10:00 digest ana email']);
        expect(digestOf(s, 'email').leadIds).toHaveLength(2);
        await s.pass('+1 09:00');
        s.ignoreMessages();
      },
    ));
});

describe('what quiet hours catch in the inbox', () => {
  const sleepy = rep('ana', { channels: ['sms'], quiet: { from: 9 * 60 + 11, to: 11 * 60 } });

  it('goes together when they end', () =>
    play(alone(withoutManager(sleepy)), async (s) => {
      for (let index = 0; index < 8; index += 1) await s.capture(`09:00:${30 + index}`, lead(index));
      await s.pass('10:59');
      s.ignoreMessages();
      await s.pass('11:30');
      s.expectMessages(['11:00 digest ana sms']);
      expect(digestOf(s, 'sms').leadIds).toHaveLength(3);
      await s.pass('+1 09:00');
    }));

  it('is recorded for those whom the message named, whoever looks at the others meanwhile', () => {
    let others: Ports | undefined;
    const looking = (own: Ports): Partial<Ports> => {
      others = own;
      return {
        messenger: {
          send: async (message) => {
            if (message.purpose === 'digest') {
              for (const id of (await dueNow(own)).filter(isNotIn(message.leadIds))) {
                await alertRep(others ?? own)({
                  Records: [sqsRecord('alert-rep', 'look', JSON.stringify({ leadId: id }))],
                });
              }
            }
            return own.messenger.send(message);
          },
        },
      };
    };
    return play(
      alone(withoutManager(sleepy)),
      async (s) => {
        for (let index = 0; index < 8; index += 1) await s.capture(`09:00:${30 + index}`, lead(index));
        await s.pass('11:30');
        const named = s.sent.flatMap(({ message }) => message.leadIds);
        const alerted = s.published.filter(({ type }) => type === 'RepAlerted').map(({ detail }) => detail.leadId);
        expect(named.toSorted()).toEqual(alerted.toSorted());
        expect(new Set(named).size).toBe(8);
        s.ignoreMessages();
      },
      { replace: looking },
    );
  });
});
