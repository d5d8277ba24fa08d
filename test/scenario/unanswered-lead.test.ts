import { describe, expect, it } from 'vitest';
import {
  clause,
  rep,
  type SmallParts,
  smallAgreement,
  territory,
  withoutManager,
} from '../support/agreement/small-agreement.ts';
import { onBoth } from '../support/scenario/on-both.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

const JANE = 'jane@mail.example';

/**
 * Jane comes at nine, hot and complete. Ana gets her, then Ben, then Cem, then Mia their manager, unless the parts of
 * the agreement say otherwise.
 */
const janeComes = (parts: SmallParts, body: (s: Scenario) => Promise<void>): Promise<void> =>
  play(smallAgreement(parts), async (s) => {
    await s.capture('09:00', JANE);
    await body(s);
  });

describe('a lead that nobody answers', () => {
  it('goes from rep to rep, reminding each, and ends with the manager, who is asked again and again', () =>
    janeComes({}, async (s) => {
      s.expectMessages(onBoth('09:00 alert ana'));
      await s.pass('09:14:59');
      s.expectMessages([]);
      await s.pass('09:15');
      s.expectMessages(onBoth('09:15 remind ana'));
      await s.pass('09:29');
      s.expectMessages([]);
      await s.pass('09:30');
      s.expectMessages([...onBoth('09:30 alert ben'), '09:30 taken-away ana email']);
      await s.pass('10:29');
      s.expectMessages([
        ...onBoth('09:45 remind ben', '10:00 alert cem'),
        '10:00 taken-away ben email',
        ...onBoth('10:15 remind cem'),
      ]);
      await s.pass('10:30');
      s.expectMessages([...onBoth('10:30 alert mia'), '10:30 taken-away cem email']);
      await s.runToEnd();
      s.expectMessages(onBoth('11:15 remind mia', '11:30 remind mia', '14:30 remind mia'));
      await s.pass('+9 09:00');
      s.expectMessages([]);
    }));

  it('is told of in facts whose order at one instant is breach, escalation, assignment', () =>
    janeComes({ sla: { maxOwners: 1 } }, async (s) => {
      await s.runToEnd();
      expect(s.facts(JANE)).toEqual([
        '09:00 LeadScored hot 60',
        '09:00 LeadQualified 60',
        '09:00 ClockStarted alert 0 until 10:00',
        '09:00 LeadAssigned ana 1 by share',
        '09:00 ClockStarted accept 1 until 09:15',
        '09:00 RepAlerted ana alert sms',
        '09:00 RepAlerted ana alert email',
        '09:15 LeadEscalated accept remind 1',
        '09:15 RepAlerted ana remind sms',
        '09:15 RepAlerted ana remind email',
        '09:30 SlaBreached accept sales 1',
        '09:30 LeadEscalated accept reassign 1',
        '09:30 LeadAssigned mia 2 by manager',
        '09:30 ClockStarted contact 2 until 10:15',
        '09:30 RepAlerted mia alert sms',
        '09:30 RepAlerted mia alert email',
        '09:30 RepAlerted ana taken-away email',
        '10:15 LeadEscalated contact remind 2',
        '10:15 RepAlerted mia remind sms',
        '10:15 RepAlerted mia remind email',
        '10:30 SlaBreached contact sales 2',
        '10:30 LeadEscalated contact remind 2',
        '10:30 RepAlerted mia remind sms',
        '10:30 RepAlerted mia remind email',
        '13:30 LeadEscalated contact remind 2',
        '13:30 RepAlerted mia remind sms',
        '13:30 RepAlerted mia remind email',
      ]);
      s.ignoreMessages();
    }));

  it('keeps to the second at which it came', () =>
    play(smallAgreement({ sla: { maxOwners: 1 } }), async (s) => {
      await s.capture('09:00:17', JANE);
      await s.pass('09:31');
      s.expectMessages([
        ...onBoth('09:00:17 alert ana', '09:15:17 remind ana', '09:30:17 alert mia'),
        '09:30:17 taken-away ana email',
      ]);
    }));

  it('goes to the manager before the agreed number of owners when nobody else could ever take it', () =>
    janeComes({ territories: [territory('Everywhere', ['ana'])] }, async (s) => {
      await s.pass('09:30');
      s.expectMessages([
        ...onBoth('09:00 alert ana', '09:15 remind ana', '09:30 alert mia'),
        '09:30 taken-away ana email',
      ]);
    }));

  it('stays with the last owner where there is no manager, and nothing more is sent', () =>
    janeComes(
      {
        reps: [withoutManager(rep('ana')), withoutManager(rep('ben'))],
        territories: [territory('Everywhere', ['ana', 'ben'])],
        sla: { maxOwners: 2 },
      },
      async (s) => {
        await s.pass('09:30');
        s.expectMessages([
          ...onBoth('09:00 alert ana', '09:15 remind ana', '09:30 alert ben'),
          '09:30 taken-away ana email',
        ]);
        await s.runToEnd();
        s.expectMessages(onBoth('09:45 remind ben'));
        expect(s.facts(JANE, 'LeadAssigned')).toHaveLength(2);
        await s.accept('15:00', JANE, 'ben');
        s.expectMessages([]);
        expect(s.facts(JANE, 'LeadAccepted')).toEqual(['15:00 LeadAccepted ben late by PT5H']);
      },
    ));

  it('waits in line where the others are not at work, and the clock of the next owner runs when they are', () =>
    janeComes(
      {
        reps: [
          rep('ana'),
          rep('ben', { schedule: { ...rep('ben').schedule, away: [{ from: '2026-11-02', to: '2026-11-02' }] } }),
          withoutManager(rep('mia')),
        ],
        territories: [territory('Everywhere', ['ana', 'ben'])],
      },
      async (s) => {
        await s.pass('23:59');
        s.expectMessages(onBoth('09:00 alert ana', '09:15 remind ana'));
        expect(s.facts(JANE, 'LeadWaiting')).toEqual(['09:30 LeadWaiting nobody-at-work until +1 00:00']);
        await s.pass('+1 00:15');
        s.expectMessages([
          ...onBoth('+1 00:00 alert ben'),
          '+1 00:00 taken-away ana email',
          ...onBoth('+1 00:15 remind ben'),
        ]);
      },
    ));

  it('is breached at the deadline, once, where the agreement takes no step', () =>
    janeComes({ sla: { accept: clause(30, []) } }, async (s) => {
      await s.pass('+3 09:00');
      s.expectMessages(onBoth('09:00 alert ana'));
      expect(s.facts(JANE, 'SlaBreached', 'LeadEscalated')).toEqual(['09:30 SlaBreached accept sales 1']);
    }));

  it('goes back to marketing where the agreement says recycle', () =>
    janeComes({ sla: { accept: clause(30, [[30, 'recycle']]) } }, async (s) => {
      await s.pass('+3 09:00');
      s.expectMessages(onBoth('09:00 alert ana'));
      expect(s.facts(JANE, 'SlaBreached', 'LeadEscalated', 'LeadRecycled')).toEqual([
        '09:30 SlaBreached accept sales 1',
        '09:30 LeadEscalated accept recycle 1',
        '09:30 LeadRecycled accept ran out',
      ]);
    }));

  it('is reassigned before its deadline where a step says so, and that owner broke no promise', () =>
    janeComes({ sla: { accept: clause(30, [[10, 'reassign']]), maxOwners: 2 } }, async (s) => {
      await s.pass('09:20');
      s.expectMessages([
        ...onBoth('09:00 alert ana', '09:10 alert ben'),
        '09:10 taken-away ana email',
        ...onBoth('09:20 alert mia'),
        '09:20 taken-away ben email',
      ]);
      expect(s.facts(JANE, 'SlaBreached')).toEqual([]);
    }));
});

describe('an owner who accepted and then does nothing', () => {
  it('is reminded, told on to the manager, and loses the lead', () =>
    janeComes({ sla: { maxOwners: 1 } }, async (s) => {
      await s.accept('09:10', JANE, 'ana');
      await s.pass('13:10');
      s.expectMessages([
        ...onBoth('09:00 alert ana', '09:55 remind ana', '10:10 tell-manager mia', '13:10 alert mia'),
        '13:10 taken-away ana email',
      ]);
      expect(s.facts(JANE, 'SlaBreached', 'LeadEscalated')).toEqual([
        '09:55 LeadEscalated contact remind 1',
        '10:10 SlaBreached contact sales 1',
        '10:10 LeadEscalated contact tell-manager 1',
        '13:10 LeadEscalated contact reassign 1',
      ]);
    }));

  it('is reminded of the verdict, and the manager is told when it does not come', () =>
    janeComes({}, async (s) => {
      await s.accept('09:05', JANE);
      await s.contacted('09:10', JANE);
      s.expectMessages(onBoth('09:00 alert ana'));
      await s.runToEnd();
      s.expectMessages(onBoth('+1 17:10 remind ana', '+2 01:10 tell-manager mia'));
      expect(s.facts(JANE, 'SlaBreached')).toEqual(['+2 01:10 SlaBreached verdict sales 1']);
    }));

  it('as a manager is only ever reminded, in the verdict clause too', () =>
    janeComes({ sla: { maxOwners: 1, accept: clause(30, [[30, 'reassign']]) } }, async (s) => {
      await s.pass('09:30');
      await s.contacted('09:40', JANE);
      await s.runToEnd();
      s.expectMessages([
        ...onBoth('09:00 alert ana', '09:30 alert mia'),
        '09:30 taken-away ana email',
        ...onBoth('+1 17:40 remind mia', '+2 01:40 remind mia'),
      ]);
    }));
});
