import { describe, expect, it } from 'vitest';
import {
  clause,
  rep,
  smallAgreement,
  territory,
  weekdays,
  withoutManager,
} from '../support/agreement/small-agreement.ts';
import { play } from '../support/scenario/scenario.ts';

const JANE = 'jane@mail.example';

const three = smallAgreement();
const withoutAna = smallAgreement({
  hash: 'without-ana',
  reps: [rep('ben'), rep('cem'), withoutManager(rep('mia'))],
  territories: [territory('Everywhere', ['ben', 'cem'])],
});

describe('a rep who is no longer in the agreement', () => {
  it('loses an unanswered lead at the first look, and nobody writes to them', () =>
    play(three, async (s) => {
      await s.capture('09:00', JANE);
      s.ignoreMessages();
      s.deploy(withoutAna);
      await s.pass('09:15');
      s.expectMessages(['09:15 alert ben sms', '09:15 alert ben email']);
      expect(s.facts(JANE, 'LeadAssigned', 'LeadEscalated', 'SlaBreached')).toEqual([
        '09:00 LeadAssigned ana 1 by share',
        '09:15 LeadEscalated accept reassign 1',
        '09:15 LeadAssigned ben 2 by share',
      ]);
    }));

  it('leaves an accepted lead to the manager, as accepted', () =>
    play(three, async (s) => {
      await s.capture('09:00', JANE);
      await s.accept('09:05', JANE);
      s.ignoreMessages();
      s.deploy(withoutAna);
      await s.pass('09:50');
      s.expectMessages(['09:50 alert mia sms', '09:50 alert mia email']);
      expect(s.facts(JANE, 'LeadAssigned', 'ClockStarted').slice(-2)).toEqual([
        '09:50 LeadAssigned mia 2 by manager',
        '09:50 ClockStarted contact 2 until 10:35',
      ]);
      await s.pass('10:50');
      s.expectMessages([
        '10:35 remind mia sms',
        '10:35 remind mia email',
        '10:50 remind mia sms',
        '10:50 remind mia email',
      ]);
    }));

  it('is found by the daily look where no clause runs any more', () =>
    play(smallAgreement({ sla: { accept: clause(30, []) } }), async (s) => {
      await s.capture('09:00', JANE);
      await s.pass('12:00');
      s.ignoreMessages();
      s.deploy(withoutAna);
      await s.pass('+1 09:00');
      s.expectMessages(['+1 09:00 alert ben sms', '+1 09:00 alert ben email']);
    }));

  it('gets no message that waited for the end of quiet hours', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { quiet: { from: 0, to: 540 } }), rep('ben'), rep('cem'), withoutManager(rep('mia'))],
        sla: { accept: clause(1440, []) },
      }),
      async (s) => {
        await s.capture('08:00', JANE);
        s.expectMessages(['08:00 alert ana email']);
        s.deploy(withoutAna);
        await s.pass('09:10');
        s.expectMessages(['09:00 alert ben sms', '09:00 alert ben email']);
      },
    ));

  it('can still be answered for until then', () =>
    play(three, async (s) => {
      await s.capture('09:00', JANE);
      s.deploy(withoutAna);
      await s.accept('09:10', JANE, 'ana');
      expect(s.facts(JANE, 'LeadAccepted')).toEqual(['09:10 LeadAccepted ana']);
      s.ignoreMessages();
      await s.pass('+1 09:10');
      s.expectMessages(['+1 09:10 alert mia sms', '+1 09:10 alert mia email']);
    }));

  it('comes back to the team without a flood of leads for the time away', () =>
    play(three, async (s) => {
      const lead = (index: number): string => `lead-${index}@mail.example`;
      for (let index = 0; index < 3; index += 1) await s.capture(`09:0${index}`, lead(index));
      for (let index = 0; index < 3; index += 1) await s.accept(`09:0${index + 3}`, lead(index));
      s.deploy(withoutAna);
      for (let index = 10; index < 30; index += 1) {
        await s.capture(`09:${index}`, lead(index));
        await s.accept(`09:${index}`, lead(index));
      }
      s.deploy(three);
      for (let index = 30; index < 36; index += 1) {
        await s.capture(`09:${index}`, lead(index));
        await s.accept(`09:${index}`, lead(index));
      }
      const owners = [30, 31, 32, 33, 34, 35].map((index) => s.facts(lead(index), 'LeadAssigned')[0]?.split(' ')[2]);
      expect(owners.filter((owner) => owner === 'ana')).toHaveLength(2);
      s.ignoreMessages();
    }));
});

describe('a change of the agreement', () => {
  it('changes no promise that runs, and counts from the next', () =>
    play(three, async (s) => {
      await s.capture('09:00', JANE);
      s.deploy(smallAgreement({ hash: 'slower', sla: { accept: clause(60, [[60, 'reassign']]) } }));
      await s.pass('09:30');
      s.expectMessages([
        '09:00 alert ana sms',
        '09:00 alert ana email',
        '09:15 remind ana sms',
        '09:15 remind ana email',
        '09:30 alert ben sms',
        '09:30 alert ben email',
        '09:30 taken-away ana email',
      ]);
      await s.pass('10:30');
      s.expectMessages(['10:30 alert cem sms', '10:30 alert cem email', '10:30 taken-away ben email']);
    }));

  it('that gives a waiting lead a rep is seen by the next look at the line', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { schedule: weekdays(9, 18) })],
        territories: [territory('Everywhere', ['ana'])],
      }),
      async (s) => {
        await s.capture('19:00', JANE);
        s.deploy(smallAgreement({ territories: [territory('Renamed', ['ben'])], hash: 'renamed' }));
        await s.pass('+1 09:00');
        s.expectMessages(['+1 09:00 alert ben sms', '+1 09:00 alert ben email']);
      },
    ));
});
