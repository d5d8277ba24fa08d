import { describe, expect, it } from 'vitest';
import type { AlertClause } from '../../shared/domain/agreement/agreement.ts';
import {
  clause,
  HOUR,
  MINUTE,
  rep,
  type SmallParts,
  smallAgreement,
  territory,
  weekdays,
  withoutManager,
} from '../support/agreement/small-agreement.ts';
import { onBoth } from '../support/scenario/on-both.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

const JANE = 'jane@mail.example';

const STEPS: AlertClause = {
  withinMs: HOUR,
  steps: [
    { atMs: 20 * MINUTE, do: 'tell-manager' },
    { atMs: 40 * MINUTE, do: 'assign-manager' },
  ],
};

const LATE = weekdays(14, 18);

/** Ana starts at two; Mia, her manager, is always at work. */
const agreementWith = ({ sla, ...parts }: SmallParts = {}) =>
  smallAgreement({
    reps: [rep('ana', { schedule: LATE }), withoutManager(rep('mia'))],
    territories: [territory('Everywhere', ['ana'])],
    ...parts,
    sla: { alert: STEPS, ...sla },
  });

const steps = (s: Scenario, email = JANE) =>
  s.facts(email, 'LeadEscalated', 'LeadAssigned', 'LeadWaiting', 'SlaBreached');

describe('the steps of our own clause', () => {
  it('tell the manager of a lead that nobody owns, then give it to the manager, each at its second and once', () =>
    play(agreementWith(), async (s) => {
      await s.capture('09:00:17', JANE);
      await s.pass('09:20:16');
      s.expectMessages([]);
      await s.pass('09:20:17');
      s.expectMessages(onBoth('09:20:17 tell-manager mia'));
      await s.pass('09:40:16');
      s.expectMessages([]);
      await s.pass('09:40:17');
      s.expectMessages(onBoth('09:40:17 alert mia'));
      expect(s.facts(JANE)).toEqual([
        '09:00:17 LeadScored hot 60',
        '09:00:17 LeadQualified 60',
        '09:00:17 ClockStarted alert 0 until 09:20:17',
        '09:00:17 LeadWaiting nobody-at-work until 14:00',
        '09:20:17 LeadEscalated alert tell-manager 0',
        '09:20:17 RepAlerted mia tell-manager sms',
        '09:20:17 RepAlerted mia tell-manager email',
        '09:40:17 LeadEscalated alert assign-manager 0',
        '09:40:17 LeadAssigned mia 1 by manager',
        '09:40:17 ClockStarted contact 1 until 10:25:17',
        '09:40:17 RepAlerted mia alert sms',
        '09:40:17 RepAlerted mia alert email',
      ]);
      await s.contacted('09:50', JANE);
      await s.closed('09:55', JANE, 'won');
      await s.pass('+3 09:00');
    }));

  it('say that nobody has taken the lead, by when somebody should, and what to do', () =>
    play(agreementWith({ territories: [territory('Everywhere', ['ana'])] }), async (s) => {
      await s.capture('09:00', JANE, { person: { email: JANE, firstName: 'Jane' } });
      await s.pass('09:30');
      s.ignoreMessages();
      const [sms, email] = s.sent.map(({ message }) => message);
      expect(sms?.text).toMatch(/^Nobody has taken Jane, Acme \(large company\) yet\. Due Mon 10:00 https:\S+$/);
      expect(email?.text).toContain('This needs your help: nobody has taken Jane of Acme yet.');
      expect(email?.text).toContain('What to do: find somebody who can act now.\nDue: ');
      expect(email?.text).toContain('Owner: nobody yet\nPast owners: none\nTerritory: Everywhere');
    }));

  it('do not come while somebody owns the lead', () =>
    play(agreementWith({ reps: [rep('ana'), withoutManager(rep('mia'))] }), async (s) => {
      await s.capture('09:00', JANE);
      await s.accept('09:05', JANE);
      await s.contacted('09:06', JANE);
      await s.pass('12:00');
      s.expectMessages(onBoth('09:00 alert ana'));
      expect(steps(s)).toEqual(['09:00 LeadAssigned ana 1 by share']);
    }));

  it('come by the wall clock from qualified where an owner gives the lead back between them', () =>
    play(
      agreementWith({
        reps: [rep('ana'), rep('ben', { schedule: LATE }), withoutManager(rep('mia'))],
        territories: [territory('Everywhere', ['ana', 'ben'])],
      }),
      async (s) => {
        await s.capture('09:00', JANE);
        await s.reject('09:25', JANE, 'wrong-territory');
        await s.pass('09:40');
        expect(steps(s)).toEqual([
          '09:00 LeadAssigned ana 1 by share',
          '09:15 LeadEscalated accept remind 1',
          '09:25 LeadWaiting nobody-at-work until 14:00',
          '09:40 LeadEscalated alert assign-manager 1',
          '09:40 LeadAssigned mia 2 by manager',
        ]);
        s.ignoreMessages();
      },
    ));

  it('are passed over for good where their time came while somebody owned the lead', () =>
    play(
      agreementWith({
        reps: [rep('ana'), rep('ben', { schedule: LATE }), withoutManager(rep('mia'))],
        territories: [territory('Everywhere', ['ana', 'ben'])],
        sla: { accept: clause(40, [[40, 'reassign']]) },
      }),
      async (s) => {
        await s.capture('09:00', JANE);
        await s.pass('13:00');
        expect(steps(s)).toEqual([
          '09:00 LeadAssigned ana 1 by share',
          '09:40 SlaBreached accept sales 1',
          '09:40 LeadEscalated accept reassign 1',
          '09:40 LeadWaiting nobody-at-work until 14:00',
        ]);
        s.ignoreMessages();
      },
    ));

  it('begin anew with each cycle', () =>
    play(agreementWith(), async (s) => {
      await s.capture('09:00', JANE);
      await s.closed('09:30', JANE, 'lost');
      await s.activity('10:00', JANE, 'demo-requested');
      await s.pass('10:40');
      expect(s.facts(JANE, 'LeadEscalated')).toEqual([
        '09:20 LeadEscalated alert tell-manager 0',
        '10:20 LeadEscalated alert tell-manager 0',
        '10:40 LeadEscalated alert assign-manager 0',
      ]);
      s.ignoreMessages();
    }));

  it('come once where clocks are lost, and only watch-clocks asks', () =>
    play(
      agreementWith(),
      async (s) => {
        await s.capture('09:00:30', JANE);
        await s.pass('10:00');
        s.expectMessages(onBoth('09:21 tell-manager mia', '09:41 alert mia'));
        expect(steps(s)).toEqual([
          '09:00:30 LeadWaiting nobody-at-work until 14:00',
          '09:21 LeadEscalated alert tell-manager 0',
          '09:41 LeadEscalated alert assign-manager 0',
          '09:41 LeadAssigned mia 1 by manager',
        ]);
      },
      {
        may: ['lose'],
        replace: ({ bus }) => ({
          bus: { publish: (facts) => bus.publish(facts.filter(({ type }) => type !== 'ClockStarted')) },
        }),
      },
    ));

  it('tell nobody who held the message back once the lead has an owner', () =>
    play(
      agreementWith({
        reps: [
          rep('ana', { schedule: weekdays(10, 18) }),
          withoutManager(rep('mia', { channels: ['sms'], quiet: { from: 9 * 60, to: 11 * 60 } })),
        ],
        sla: { alert: { withinMs: 2 * HOUR, steps: [{ atMs: 20 * MINUTE, do: 'tell-manager' }] } },
      }),
      async (s) => {
        await s.capture('09:05', JANE);
        await s.accept('10:00', JANE);
        await s.contacted('10:01', JANE);
        await s.pass('12:00');
        s.expectMessages(['09:05 alert ana sms', '09:05 alert ana email']);
      },
    ));

  it("tell the territory's own manager, and give the lead to them", () =>
    play(
      agreementWith({
        reps: [rep('ana', { schedule: LATE }), withoutManager(rep('mia')), withoutManager(rep('leo'))],
        territories: [territory('Everywhere', ['ana'], { manager: 'leo' })],
      }),
      async (s) => {
        await s.capture('09:00', JANE);
        await s.pass('09:40');
        s.expectMessages(onBoth('09:20 tell-manager leo', '09:40 alert leo'));
      },
    ));

  it('are told as facts alone where there is no manager, and the lead goes on waiting', () =>
    play(agreementWith({ reps: [withoutManager(rep('ana', { schedule: LATE }))] }), async (s) => {
      await s.capture('09:00', JANE);
      await s.pass('14:00');
      s.expectMessages(onBoth('14:00 alert ana'));
      expect(steps(s)).toEqual([
        '09:00 LeadWaiting nobody-at-work until 14:00',
        '09:20 LeadEscalated alert tell-manager 0',
        '09:40 LeadEscalated alert assign-manager 0',
        '10:00 SlaBreached alert us 0',
        '14:00 LeadAssigned ana 1 by share',
      ]);
    }));
});
