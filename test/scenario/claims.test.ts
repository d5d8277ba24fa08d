import { describe, expect, it } from 'vitest';
import { isOwned } from '../../shared/domain/lead/lead.ts';
import { rep, smallAgreement, territory, weekdays } from '../support/agreement/small-agreement.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

const JANE = 'jane@mail.example';
const JOHN = 'john@mail.example';
const ALERT = ['09:00 alert ana sms', '09:00 alert ana email'];

const ownerOf = (s: Scenario, email: string): string | undefined => {
  const lead = [...s.runtime.store.leads()].find((one) => one.email === email);
  return lead !== undefined && isOwned(lead) ? `${lead.owner.rep}, ${lead.stage}` : lead?.stage;
};

/** Ana is at work from ten; Ben is of no team. */
const lateStart = smallAgreement({
  reps: [rep('ana', { schedule: weekdays(12, 18) }), rep('ben', { capacity: { open: 0 } }), rep('mia')],
  territories: [territory('Everywhere', ['ana'])],
});

describe('a rep who acts on a lead that waits', () => {
  it('claims it by accepting, without a message, outside of team and capacity', () =>
    play(lateStart, async (s) => {
      await s.capture('09:00', JANE);
      await s.accept('09:20', JANE, 'ben');
      expect(s.facts(JANE).slice(3)).toEqual([
        '09:00 LeadWaiting nobody-at-work until 12:00',
        '09:20 LeadAssigned ben 1 by claim',
        '09:20 LeadAccepted ben',
        '09:20 ClockStarted contact 1 until 10:05',
      ]);
      await s.pass('10:05');
      s.expectMessages(['10:05 remind ben sms', '10:05 remind ben email']);
      expect(s.facts(JANE, 'SlaBreached')).toEqual([]);
    }));

  it('claims it by contacting it', () =>
    play(lateStart, async (s) => {
      await s.capture('09:00', JANE);
      await s.event('09:20', 'LeadContacted', { email: JANE, repId: 'ben', channel: 'call' });
      expect(s.facts(JANE).slice(4)).toEqual([
        '09:20 LeadAssigned ben 1 by claim',
        '09:20 LeadAccepted ben',
        '09:20 ContactRecorded applied',
        '09:20 ClockStarted verdict 1 until +1 17:20',
      ]);
      const contact = s.published.find(({ type }) => type === 'ContactRecorded');
      expect(contact?.detail.data).toEqual({ applied: true, channel: 'call', rep: 'ben' });
      s.expectMessages([]);
    }));

  it('breaks our own promise first where its hour is over', () =>
    play(lateStart, async (s) => {
      await s.capture('09:00', JANE);
      await s.accept('10:00:30', JANE, 'ben');
      expect(s.facts(JANE, 'SlaBreached', 'LeadAccepted')).toEqual([
        '10:00 SlaBreached alert us 0',
        '10:00:30 LeadAccepted ben',
      ]);
    }));

  it('claims nothing by rejecting it, nor under a name that the agreement does not have', () =>
    play(lateStart, async (s) => {
      await s.capture('09:00', JANE);
      const before = s.facts(JANE);
      await s.reject('09:10', JANE, 'not-a-fit', 'ben');
      await s.accept('09:11', JANE, 'zoe');
      await s.accept('09:12', JANE, 'constructor');
      expect(s.facts(JANE)).toEqual(before);
      expect(s.refusals()).toEqual([]);
    }));

  it('claims nothing where they have had it in this cycle', () =>
    play(
      smallAgreement({
        reps: [rep('ana'), rep('ben', { schedule: weekdays(12, 18) }), rep('mia')],
        territories: [territory('Everywhere', ['ana', 'ben'])],
      }),
      async (s) => {
        await s.capture('09:00', JANE);
        await s.accept('09:31', JANE, 'ana');
        await s.event('09:32', 'LeadContacted', { email: JANE, repId: 'ana' });
        expect(ownerOf(s, JANE)).toBe('waiting');
        expect(s.facts(JANE).at(-1)).toBe('09:32 ContactRecorded ignored');
        s.ignoreMessages();
      },
    ));

  it('claims nothing by what occurred in an earlier cycle', () =>
    play(lateStart, async (s) => {
      await s.capture('09:00', JANE);
      await s.closed('09:10', JANE, 'lost');
      await s.capture('09:20', JANE);
      await s.accept('09:21', JANE, 'ben', { occurredAt: '09:09' });
      expect(ownerOf(s, JANE)).toBe('waiting');
      await s.accept('09:22', JANE, 'ben', { occurredAt: '09:11' });
      expect(ownerOf(s, JANE)).toBe('ben, accepted');
    }));

  it('gives the company its owner: waiting leads of it follow', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { schedule: weekdays(12, 18) }), rep('ben'), rep('mia')],
        territories: [territory('Everywhere', ['ana'])],
      }),
      async (s) => {
        await s.capture('09:00', 'jane@acme.example');
        await s.capture('09:01', 'john@acme.example');
        await s.accept('09:20', 'jane@acme.example', 'ben');
        expect(s.facts('john@acme.example', 'LeadAssigned')).toEqual(['09:20 LeadAssigned ben 1 by account']);
        s.ignoreMessages();
      },
    ));
});

describe('a rep who acts on a lead that a colleague has not accepted', () => {
  it('claims it: the colleague is told by e-mail who has it, and owes nothing any more', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      s.expectMessages(ALERT);
      await s.accept('09:10', JANE, 'cem');
      expect(s.facts(JANE, 'LeadAssigned', 'LeadAccepted')).toEqual([
        '09:00 LeadAssigned ana 1 by share',
        '09:10 LeadAssigned cem 2 by claim',
        '09:10 LeadAccepted cem',
      ]);
      const claim = s.published.findLast(({ type }) => type === 'LeadAssigned');
      expect(claim?.detail.data).toMatchObject({ rep: 'cem', from: 'ana', territory: 'Everywhere' });
      s.expectMessages(['09:10 taken-away ana email']);
      expect(s.sent.at(-1)?.message.text).toContain('is with Cem now.');
      await s.pass('09:50');
      s.expectMessages([]);
      expect(s.facts(JANE, 'LeadEscalated', 'SlaBreached')).toEqual([]);
    }));

  it('is answered as the owner from then on, and the colleague is a past owner', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.accept('09:10', JANE, 'cem');
      await s.accept('09:11', JANE, 'ana');
      await s.reject('09:12', JANE, 'not-a-fit', 'ana');
      await s.event('09:13', 'LeadContacted', { email: JANE, repId: 'cem' });
      expect(s.facts(JANE).at(-1)).toBe('09:13 ClockStarted verdict 2 until +1 17:13');
      expect(ownerOf(s, JANE)).toBe('cem, contacted');
      s.ignoreMessages();
    }));

  it('at the deadline of the colleague finds nothing that was missed', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.pass('09:29:59');
      await s.accept('09:30', JANE, 'cem');
      expect(s.facts(JANE, 'SlaBreached', 'LeadAssigned')).toEqual([
        '09:00 LeadAssigned ana 1 by share',
        '09:30 LeadAssigned cem 2 by claim',
      ]);
      s.ignoreMessages();
    }));

  it('is charged for it, and the colleague gets the charge back', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.accept('09:01', JANE, 'cem');
      const ledger = (await s.runtime.store.load([{ type: 'ledger', id: 'Everywhere' }])).get({
        type: 'ledger',
        id: 'Everywhere',
      });
      expect(ledger?.value.shares).toMatchObject({
        ana: { leads: 0, value: 0, virtualTime: 0 },
        cem: { leads: 1, value: 1, virtualTime: 1 },
      });
      await s.capture('09:02', 'two@mail.example');
      await s.capture('09:03', 'three@mail.example');
      expect(s.facts('two@mail.example', 'LeadAssigned')).toEqual(['09:02 LeadAssigned ben 1 by share']);
      expect(s.facts('three@mail.example', 'LeadAssigned')).toEqual(['09:03 LeadAssigned ana 1 by share']);
      s.ignoreMessages();
    }));

  it('sets the colleague free for whoever waits', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { capacity: { open: 1 } }), rep('ben'), rep('mia')],
        territories: [territory('Everywhere', ['ana'])],
      }),
      async (s) => {
        await s.capture('09:00', JANE);
        await s.capture('09:01', JOHN);
        expect(ownerOf(s, JOHN)).toBe('waiting');
        await s.accept('09:10', JANE, 'ben');
        expect(s.facts(JOHN, 'LeadAssigned')).toEqual(['09:10 LeadAssigned ana 1 by share']);
        s.ignoreMessages();
      },
    ));

  it('is applied once, however often it is delivered', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.accept('09:10', JANE, 'cem', { id: 'answer' });
      await s.accept('09:11', JANE, 'cem', { id: 'answer' });
      await s.accept('09:12', JANE, 'cem');
      expect(s.facts(JANE, 'LeadAccepted', 'LeadAssigned')).toHaveLength(3);
      s.ignoreMessages();
    }));
});

describe('a rep who acts on a lead that a colleague has accepted', () => {
  it('changes nothing, and nobody gets the merit of it', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.accept('09:05', JANE, 'ana');
      await s.accept('09:06', JANE, 'cem');
      await s.event('09:07', 'LeadContacted', { email: JANE, repId: 'cem' });
      expect(ownerOf(s, JANE)).toBe('ana, accepted');
      const contact = s.published.find(({ type }) => type === 'ContactRecorded');
      expect(contact?.detail.data).toEqual({ applied: false, rep: 'cem' });
      s.ignoreMessages();
    }));

  it('ends it by an outcome, which is theirs', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.accept('09:05', JANE, 'ana');
      await s.event('09:07', 'LeadClosed', { email: JANE, repId: 'cem', outcome: 'won' });
      const outcome = s.published.find(({ type }) => type === 'OutcomeRecorded');
      expect(outcome?.detail.data).toEqual({ applied: true, outcome: 'won', rep: 'cem', owner: 'ana' });
      s.ignoreMessages();
    }));
});

describe('what names no rep and is told when somebody else has the lead', () => {
  const recorded = (s: Scenario): readonly unknown[] =>
    s.published.flatMap(({ type, detail }) => (/Recorded$/.test(type) ? [detail.data] : []));

  it('is no contact of the owner, and an outcome of whoever had the lead when it occurred', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.pass('09:30');
      await s.event('09:31', 'LeadContacted', { email: JANE }, { occurredAt: '09:29' });
      await s.event('09:32', 'ContactAttempted', { email: JANE }, { occurredAt: '09:29' });
      await s.event('09:33', 'LeadClosed', { email: JANE, outcome: 'lost' }, { occurredAt: '09:29' });
      expect(recorded(s)).toEqual([
        { applied: false, rep: 'ana' },
        { applied: false, counted: false, rep: 'ana' },
        { applied: true, outcome: 'lost', rep: 'ana' },
      ]);
      s.ignoreMessages();
    }));

  it('is an outcome of whoever had it by then, however many had it', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.event('09:10', 'LeadOwnerChanged', { email: JANE, repId: 'ben' });
      await s.event('09:20', 'LeadOwnerChanged', { email: JANE, repId: 'ana' });
      await s.event('09:30', 'LeadOwnerChanged', { email: JANE, repId: 'cem' });
      await s.event('09:40', 'LeadClosed', { email: JANE, outcome: 'sales-qualified' }, { occurredAt: '09:15' });
      await s.event('09:41', 'LeadClosed', { email: JANE, outcome: 'won' }, { occurredAt: '09:25' });
      expect(recorded(s)).toEqual([
        { applied: true, outcome: 'sales-qualified', rep: 'ben' },
        { applied: true, outcome: 'won', rep: 'ana' },
      ]);
      s.ignoreMessages();
    }));

  it('is an outcome of the first owner, where it is said to have occurred before: clocks of producers are off', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.event('09:10', 'LeadOwnerChanged', { email: JANE, repId: 'ben' });
      await s.event('09:20', 'LeadOwnerChanged', { email: JANE, repId: 'cem' });
      await s.event('09:40', 'LeadClosed', { email: JANE, outcome: 'won' }, { occurredAt: '08:00' });
      expect(recorded(s)).toEqual([{ applied: true, outcome: 'won', rep: 'ana' }]);
      s.ignoreMessages();
    }));

  it('is an outcome of whoever has given the lead back since', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.reject('09:10', JANE, 'not-a-fit', 'ana');
      await s.event('09:20', 'LeadClosed', { email: JANE, outcome: 'won' }, { occurredAt: '09:05' });
      expect(recorded(s)).toEqual([{ applied: true, outcome: 'won', rep: 'ana' }]);
      s.ignoreMessages();
    }));

  it('is an outcome of the rep that is named, though nobody has the lead', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.reject('09:10', JANE, 'not-a-fit', 'ana');
      await s.event('09:20', 'LeadClosed', { email: JANE, repId: 'ana', outcome: 'won' }, { occurredAt: '09:15' });
      expect(recorded(s)).toEqual([{ applied: true, outcome: 'won', rep: 'ana' }]);
      s.ignoreMessages();
    }));

  it('is an outcome of nobody, where nobody had it when it occurred', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.reject('09:10', JANE, 'not-a-fit', 'ana');
      await s.event('09:20', 'LeadClosed', { email: JANE, outcome: 'won' }, { occurredAt: '09:15' });
      expect(recorded(s)).toEqual([{ applied: true, outcome: 'won' }]);
      s.ignoreMessages();
    }));

  it('is no contact of the first owner in the next cycle, and an outcome of the last one in the cycle before', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.reject('09:10', JANE, 'not-a-fit', 'ana');
      await s.event('09:20', 'LeadOwnerChanged', { email: JANE, repId: 'ben' });
      await s.event('09:30', 'LeadContacted', { email: JANE }, { occurredAt: '09:05' });
      expect(ownerOf(s, JANE)).toBe('ben, assigned');
      await s.event('09:40', 'LeadClosed', { email: JANE, outcome: 'won' }, { occurredAt: '09:05' });
      expect(recorded(s)).toEqual([
        { applied: false, rep: 'ana' },
        { applied: true, outcome: 'won', rep: 'ana' },
      ]);
      s.ignoreMessages();
    }));
});
