import { describe, expect, it } from 'vitest';
import { clause, rep, smallAgreement, territory, withoutManager } from '../support/agreement/small-agreement.ts';
import { play } from '../support/scenario/scenario.ts';

const JANE = 'jane@mail.example';

describe('our own promise to alert within the hour', () => {
  const sleeping = [
    rep('ana', { channels: ['sms'], quiet: { from: 22 * 60, to: 7 * 60 } }),
    withoutManager(rep('mia')),
  ];
  const slow = { accept: clause(720, [[720, 'reassign']], 'wall') };

  it('is broken at its deadline when no message could go out, whoever owns the lead by then', () =>
    play(smallAgreement({ reps: sleeping, territories: [territory('Everywhere', ['ana'])], sla: slow }), async (s) => {
      await s.capture('22:10:30', JANE);
      await s.pass('+1 07:00');
      s.expectMessages(['+1 07:00 alert ana sms']);
      expect(s.facts(JANE, 'SlaBreached', 'RepAlerted')).toEqual([
        '23:10:30 SlaBreached alert us 1',
        '+1 07:00 RepAlerted ana alert sms late by PT7H49M30S',
      ]);
    }));

  it('is broken at its deadline when the lead still stands in line', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { capacity: { open: 0 } })],
        territories: [territory('Everywhere', ['ana'])],
      }),
      async (s) => {
        await s.capture('09:00:30', JANE);
        await s.pass('10:05');
        expect(s.facts(JANE, 'LeadWaiting', 'SlaBreached')).toEqual([
          '09:00:30 LeadWaiting nobody-left until +1 09:00:30',
          '10:00:30 SlaBreached alert us 0',
        ]);
      },
    ));
});
