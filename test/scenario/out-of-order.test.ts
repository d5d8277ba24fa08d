import { describe, expect, it } from 'vitest';
import { smallAgreement } from '../support/agreement/small-agreement.ts';
import { agreementWith, seller, sent, told } from '../support/scenario/field-world.ts';
import { play } from '../support/scenario/scenario.ts';

const JANE = 'jane@mail.example';
const COLD = { company: { name: 'Acme', employees: 5 } };

describe('an outcome that overtakes the capture of its lead', () => {
  it('waits for it, and nobody is alerted for a deal that is won', () =>
    play(smallAgreement(), async (s) => {
      await s.closed('09:00', JANE, 'won');
      await s.capture('09:01', JANE);
      await s.pass('+3 09:00');
      expect(s.facts(JANE, 'OutcomeRecorded', 'LeadAssigned')).toEqual(['09:01 OutcomeRecorded won applied']);
      expect(s.refusals()).toEqual([]);
      s.expectMessages([]);
    }));

  it('is applied once, however often it came', () =>
    play(smallAgreement(), async (s) => {
      const won = { email: JANE, outcome: 'won' };
      await s.event('09:00', 'LeadClosed', won, { id: 'deal' });
      await s.event('09:01', 'LeadClosed', won, { id: 'deal' });
      await s.capture('09:02', JANE, COLD);
      await s.event('09:03', 'LeadClosed', won, { id: 'deal' });
      await s.runToEnd();
      expect(s.facts(JANE, 'OutcomeRecorded')).toEqual(['09:02 OutcomeRecorded won applied']);
      expect(s.refusals()).toEqual([]);
    }));

  it('is applied where the capture comes exactly ten minutes later', () =>
    play(smallAgreement(), async (s) => {
      await s.closed('09:00', JANE, 'lost');
      await s.capture('09:10', JANE, COLD);
      await s.runToEnd();
      expect(s.facts(JANE, 'OutcomeRecorded')).toEqual(['09:10 OutcomeRecorded lost applied']);
      expect(s.refusals()).toEqual([]);
    }));

  it('gives one refusal after ten minutes without a capture', () =>
    play(smallAgreement(), async (s) => {
      await s.closed('09:00', JANE, 'lost');
      await s.pass('09:09:59');
      expect(s.refusals()).toEqual([]);
      await s.pass('09:10');
      expect(s.refusals()).toEqual(['09:10 LeadRefused detail.data.email']);
      await s.capture('09:11', JANE, COLD);
      await s.runToEnd();
      expect(s.facts(JANE, 'OutcomeRecorded')).toEqual([]);
      expect(s.refusals()).toHaveLength(1);
    }));

  it('is refused by a capture that comes too late, before the minute in which anybody looks', () =>
    play(smallAgreement(), async (s) => {
      await s.closed('09:00:20', JANE, 'lost');
      await s.capture('09:10:30', JANE, COLD);
      await s.runToEnd();
      expect(s.facts(JANE, 'OutcomeRecorded')).toEqual([]);
      expect(s.refusals()).toEqual(['09:10:30 LeadRefused detail.data.email']);
    }));

  it('keeps its order with others, and each is told on its own', () =>
    play(smallAgreement(), async (s) => {
      await s.contacted('09:00', JANE);
      await s.closed('09:01', JANE, 'lost');
      await s.reject('09:02', JANE, 'because', 'ana');
      await s.capture('09:03', JANE, COLD);
      await s.runToEnd();
      expect(s.facts(JANE, 'ContactRecorded', 'OutcomeRecorded')).toEqual([
        '09:03 ContactRecorded ignored',
        '09:03 OutcomeRecorded lost applied',
      ]);
      expect(s.refusals()).toEqual(['09:03 LeadRefused detail.data.reason']);
    }));

  it('waits beside what the person did before', () =>
    play(smallAgreement(), async (s) => {
      await s.activity('08:50', JANE, 'webinar-attended');
      await s.closed('09:00', JANE, 'lost');
      await s.activity('09:01', JANE, 'webinar-attended');
      await s.capture('09:02', JANE, COLD);
      await s.runToEnd();
      expect(s.facts(JANE, 'OutcomeRecorded')).toEqual(['09:02 OutcomeRecorded lost applied']);
    }));

  it('is refused at once where ten wait already', () =>
    play(smallAgreement(), async (s) => {
      for (let i = 0; i < 10; i++) await s.contacted('09:00', JANE);
      expect(s.refusals()).toEqual([]);
      await s.closed('09:01', JANE, 'lost');
      expect(s.refusals()).toEqual(['09:01 LeadRefused detail.data.email']);
      await s.capture('09:02', JANE, COLD);
      expect(s.facts(JANE, 'ContactRecorded')).toHaveLength(10);
    }));

  it('is refused at once where it names a lead by an id that nobody has', () =>
    play(smallAgreement(), async (s) => {
      await s.event('09:00', 'LeadClosed', { leadId: 'unheard-of', outcome: 'won' });
      expect(s.refusals()).toEqual(['09:00 LeadRefused detail.data.leadId']);
    }));

  it('is refused with what it said and why', async () => {
    const lines = [sent('2026-11-16T09:00:05Z', 'LeadClosed', { email: JANE, outcome: 'won' })];
    const [refused, ...others] = await told(agreementWith([seller('ida')]), lines);
    expect(others).toEqual([]);
    const message = 'no lead is known by it, and none was captured within ten minutes';
    expect(refused).toMatchObject({
      at: '2026-11-16T09:11:00.000Z',
      type: 'LeadRefused',
      data: {
        problems: [{ path: 'detail.data.email', message }],
        input: expect.stringContaining('"outcome":"won"'),
      },
    });
  });
});
