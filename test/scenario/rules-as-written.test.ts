import { describe, expect, it } from 'vitest';
import {
  clause,
  MINUTE,
  rep,
  type SmallParts,
  smallAgreement,
  territory,
  withoutManager,
} from '../support/agreement/small-agreement.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

const JANE = 'jane@mail.example';

/** Ana alone, who reports to nobody: whatever becomes of a lead, she keeps it. */
const alone = (sla: SmallParts['sla'], ana: Parameters<typeof rep>[1] = {}) =>
  smallAgreement({
    reps: [withoutManager(rep('ana', ana))],
    territories: [territory('Everywhere', ['ana'])],
    sla: { ...sla },
  });

const shareOf = async (s: Scenario, name: string) => {
  const key = { type: 'ledger', id: 'Everywhere' } as const;
  return (await s.runtime.store.load([key])).get(key)?.value.shares[name];
};

describe('a rep who rejects a lead and keeps it, as nobody else can take it', () => {
  it('is charged on for want of time, and no more once it is given back for what lies with the lead', () =>
    play(alone({}), async (s) => {
      await s.capture('09:00', JANE);
      await s.reject('09:05', JANE, 'no-time');
      expect(await shareOf(s, 'ana')).toMatchObject({ virtualTime: 1, leads: 1 });
      await s.reject('09:10', JANE, 'not-a-fit');
      expect(await shareOf(s, 'ana')).toMatchObject({ virtualTime: 0, leads: 0 });
      s.ignoreMessages();
    }));

  it('gets the charge back once, however often the lead is given back', () =>
    play(alone({}), async (s) => {
      await s.capture('09:00', JANE);
      for (const at of ['09:05', '09:10', '09:15']) await s.reject(at, JANE, 'wrong-territory');
      await s.reject('09:20', JANE, 'not-a-fit');
      expect(await shareOf(s, 'ana')).toMatchObject({ virtualTime: 0, leads: 0 });
      s.ignoreMessages();
    }));
});

describe('a lead that its last owner keeps', () => {
  const accept = clause(30, [[10, 'reassign']], 'wall');

  it('breaks the promise at its deadline, to the second', () =>
    play(alone({ accept }), async (s) => {
      await s.capture('09:00:18', JANE);
      await s.runToEnd();
      expect(s.facts(JANE, 'LeadEscalated', 'SlaBreached')).toEqual([
        '09:10:18 LeadEscalated accept reassign 1',
        '09:30:18 SlaBreached accept sales 1',
      ]);
      s.ignoreMessages();
    }));

  it('breaks it when it is known who keeps the lead, where the deadline passed while it waited', () => {
    const both = {
      reps: [withoutManager(rep('ana')), withoutManager(rep('ben', { capacity: { perDay: 1 } }))],
      territories: [territory('Everywhere', ['ana', 'ben'])],
      sla: { accept },
    };
    const busy = smallAgreement(both);
    return play(busy, async (s) => {
      await s.capture('09:00:10', 'ada@mail.example');
      await s.capture('09:00:18', 'bob@mail.example');
      await s.accept('09:01', 'bob@mail.example');
      await s.pass('09:40');
      expect(s.facts('ada@mail.example', 'LeadWaiting', 'SlaBreached')).toEqual([
        '09:10:10 LeadWaiting everybody-full until +1 00:00',
      ]);
      s.deploy(alone({ accept }));
      // Ben has left: that is found when his own lead is looked at, at 09:46, and then all who wait are.
      await s.pass('10:00');
      expect(s.facts('ada@mail.example', 'SlaBreached')).toEqual(['09:46 SlaBreached accept sales 1']);
      s.ignoreMessages();
    });
  });
});

describe('an outcome of a lead that sales gave back', () => {
  it.each(['not-a-fit', 'bad-contact'])('is applied: rejected as %s, it is in nurture again', (reason) =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.reject('09:05', JANE, reason);
      await s.closed('09:10', JANE, 'won');
      expect(s.facts(JANE, 'OutcomeRecorded')).toEqual(['09:10 OutcomeRecorded won applied']);
      await s.closed('09:11', JANE, 'lost');
      expect(s.facts(JANE, 'OutcomeRecorded').at(-1)).toBe('09:11 OutcomeRecorded lost ignored');
      s.ignoreMessages();
    }),
  );
});

describe('a reason to reject', () => {
  it('may be called what is a placeholder elsewhere', () =>
    play(smallAgreement({ sla: { rejectReasons: { test: 'close', x: 'reassign' } } }), async (s) => {
      await s.capture('09:00', JANE);
      await s.reject('09:05', JANE, 'x');
      await s.reject('09:06', JANE, 'test');
      expect(s.facts(JANE, 'LeadRejected')).toEqual(['09:05 LeadRejected ana x', '09:06 LeadRejected ben test']);
      s.ignoreMessages();
    }));
});

describe('two messages of one kind about one lead that wait for the same moment', () => {
  const accept = clause(
    120,
    [
      [60, 'remind'],
      [120, 'remind'],
    ],
    'wall',
  );
  const quiet = { from: 20 * 60, to: 23 * 60 + 30 };
  const messages = [
    '19:30 alert ana sms',
    '19:30 alert ana email',
    '20:30 remind ana email',
    '21:30 remind ana email',
    '23:30 remind ana sms',
  ];

  it.each([
    ['', {}],
    [', where a throttle would send them one after the other', { throttle: { max: 1, perMs: 10 * MINUTE } }],
  ])('are one message%s', (_, alerts) =>
    play(alone({ accept, alerts }, { quiet }), async (s) => {
      await s.capture('19:30', JANE);
      await s.runToEnd();
      s.expectMessages(messages);
    }),
  );
});
