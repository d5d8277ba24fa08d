import { describe, expect, it } from 'vitest';
import { isOwned } from '../../shared/domain/lead/lead.ts';
import { rep, smallAgreement, territory, weekdays } from '../support/agreement/small-agreement.ts';
import { type EventOptions, play, type Scenario } from '../support/scenario/scenario.ts';

const JANE = 'jane@mail.example';
const COLD = { company: { name: 'Acme', employees: 5 } };

const change = (s: Scenario, at: string, repId: string, options?: EventOptions): Promise<void> =>
  s.event(at, 'LeadOwnerChanged', { email: JANE, repId, by: 'mia' }, options);

const standing = (s: Scenario): string => {
  const [lead] = [...s.runtime.store.leads()];
  return lead !== undefined && isOwned(lead) ? `${lead.owner.rep}, ${lead.stage}` : (lead?.stage ?? 'unknown');
};

describe('a lead whose owner is changed outside', () => {
  it('is assigned where it waits, and the rep is alerted', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { schedule: weekdays(12, 18) }), rep('ben'), rep('mia')],
        territories: [territory('Everywhere', ['ana'])],
      }),
      async (s) => {
        await s.capture('09:00', JANE);
        await change(s, '09:10', 'ben');
        expect(s.facts(JANE).slice(4)).toEqual([
          '09:10 LeadAssigned ben 1 by owner-change',
          '09:10 ClockStarted accept 1 until 09:25',
          '09:10 RepAlerted ben alert sms',
          '09:10 RepAlerted ben alert email',
        ]);
        const assigned = s.published.find(({ type }) => type === 'LeadAssigned');
        expect(assigned?.detail.data).toMatchObject({ decision: { by: 'owner-change', changedBy: 'mia', reps: [] } });
        expect(assigned?.detail.data).not.toHaveProperty('from');
        s.ignoreMessages();
      },
    ));

  it.each([
    ['assigned', 'accept', '09:31', async () => {}],
    ['accepted', 'contact', '10:01', (s: Scenario) => s.accept('09:05', JANE, 'ana')],
    ['contacted', 'verdict', '+1 17:16', (s: Scenario) => s.contacted('09:05', JANE)],
  ] as const)('stays %s, and its clause starts anew with the new owner', (stage, clause, until, before) =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await before(s);
      s.ignoreMessages();
      await change(s, '09:16', 'cem');
      expect(standing(s)).toBe(`cem, ${stage}`);
      expect(s.facts(JANE, 'ClockStarted').at(-1)).toBe(`09:16 ClockStarted ${clause} 2 until ${until}`);
      const messages = s.sent.slice(-3).map(({ message }) => `${message.purpose} ${message.rep} ${message.channel}`);
      expect(messages).toEqual(['alert cem sms', 'alert cem email', 'taken-away ana email']);
      s.ignoreMessages();
      await s.pass('09:30');
      s.expectMessages([]);
    }),
  );

  it('is qualified by hand where it is with marketing', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE, COLD);
      await change(s, '09:10', 'cem');
      expect(s.facts(JANE, 'LeadQualified', 'ClockStarted', 'LeadAssigned')).toEqual([
        '09:10 LeadQualified 0',
        '09:10 ClockStarted alert 0 until 10:10',
        '09:10 LeadAssigned cem 1 by owner-change',
        '09:10 ClockStarted accept 1 until 09:25',
      ]);
      expect(s.published.find(({ type }) => type === 'LeadQualified')?.detail.data).toMatchObject({
        by: 'owner-change',
      });
      await s.activity('09:11', JANE, 'demo-requested');
      expect(s.facts(JANE, 'LeadQualified')).toHaveLength(1);
      s.expectMessages(['09:10 alert cem sms', '09:10 alert cem email']);
    }));

  it.each(['recycled', 'returned'])('begins its next cycle where it was %s', (end) =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.reject('09:05', JANE, end === 'recycled' ? 'not-a-fit' : 'bad-contact', 'ana');
      await change(s, '09:10', 'ana');
      expect(standing(s)).toBe('ana, assigned');
      expect([...s.runtime.store.leads()]).toMatchObject([{ cycle: 2, attempt: 1, pastOwners: ['ana'] }]);
      s.ignoreMessages();
    }),
  );

  it.each(['won', 'lost', 'sales-qualified'])('stays as it is once it is %s', (outcome) =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.closed('09:05', JANE, outcome);
      const before = s.facts(JANE);
      await change(s, '09:10', 'cem');
      expect(s.facts(JANE)).toEqual(before);
      expect(s.refusals()).toEqual([]);
      s.ignoreMessages();
    }),
  );

  it('may go back to somebody who has had it', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await change(s, '09:05', 'cem');
      await change(s, '09:06', 'ana');
      expect(standing(s)).toBe('ana, assigned');
      expect([...s.runtime.store.leads()]).toMatchObject([{ attempt: 3, pastOwners: ['cem', 'ana'] }]);
      s.ignoreMessages();
    }));

  it('is one that overtook its capture, too', () =>
    play(smallAgreement(), async (s) => {
      await change(s, '08:58', 'ben');
      await change(s, '08:59', 'cem');
      await s.capture('09:00', JANE);
      expect(s.facts(JANE, 'LeadAssigned')).toEqual([
        '09:00 LeadAssigned ben 1 by owner-change',
        '09:00 LeadAssigned cem 2 by owner-change',
      ]);
      s.expectMessages(['09:00 alert cem sms', '09:00 alert cem email', '09:00 taken-away ben email']);
    }));
});

describe('a change of owner', () => {
  it('to somebody whom the agreement does not have is refused', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await change(s, '09:10', 'zoe');
      await s.event('09:11', 'LeadOwnerChanged', { email: JANE });
      await s.event('09:12', 'LeadOwnerChanged', { repId: 'ana' });
      expect(s.refusals()).toEqual([
        '09:10 LeadRefused detail.data.repId',
        '09:11 LeadRefused detail.data.repId',
        '09:12 LeadRefused detail.data.email',
      ]);
      expect(standing(s)).toBe('ana, assigned');
      s.ignoreMessages();
    }));

  it('that only repeats ours changes nothing', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      const before = s.facts(JANE);
      await change(s, '09:01', 'ana');
      expect(s.facts(JANE)).toEqual(before);
      s.expectMessages(['09:00 alert ana sms', '09:00 alert ana email']);
    }));

  it('that occurred before the present owner had the lead changes nothing', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.pass('09:30');
      await change(s, '09:31', 'ana', { occurredAt: '09:01' });
      expect(standing(s)).toBe('ben, assigned');
      s.ignoreMessages();
    }));

  it('that occurred before the clock took the lead, which waits now, changes nothing', () =>
    play(
      smallAgreement({
        reps: [rep('ana'), rep('ben', { schedule: weekdays(12, 18) }), rep('mia')],
        territories: [territory('Everywhere', ['ana', 'ben'])],
      }),
      async (s) => {
        await s.capture('09:00', JANE);
        await change(s, '09:31', 'ana', { occurredAt: '09:01' });
        expect(standing(s)).toBe('waiting');
        await change(s, '09:33', 'ana', { occurredAt: '09:32' });
        expect(standing(s)).toBe('ana, assigned');
        s.ignoreMessages();
      },
    ));

  it('counts by when it occurred, not by when it came: of two the later one holds, in either order', async () => {
    for (const [first, second] of [
      ['ben', 'cem'],
      ['cem', 'ben'],
    ] as const) {
      const occurred = { ben: '09:10:00', cem: '09:10:01' };
      await play(smallAgreement(), async (s) => {
        await s.capture('09:00', JANE);
        await change(s, '09:10:05', first, { occurredAt: occurred[first] });
        await change(s, '09:10:06', second, { occurredAt: occurred[second] });
        expect(standing(s)).toBe('cem, assigned');
        s.ignoreMessages();
      });
    }
  });

  it('is applied once, however often it is delivered', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await change(s, '09:10', 'ben', { id: 'change' });
      await change(s, '09:11', 'cem');
      await change(s, '09:12', 'ben', { id: 'change' });
      expect(standing(s)).toBe('cem, assigned');
      s.ignoreMessages();
    }));
});
