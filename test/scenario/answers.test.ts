import { describe, expect, it } from 'vitest';
import { clause, rep, smallAgreement, territory, withoutManager } from '../support/agreement/small-agreement.ts';
import { play } from '../support/scenario/scenario.ts';

const JANE = 'jane@mail.example';
const ALERT = ['09:00 alert ana sms', '09:00 alert ana email'];
const REMIND = ['09:15 remind ana sms', '09:15 remind ana email'];

describe('an answer', () => {
  it('at the deadline is in time, and the clock finds nothing to do at that instant', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.accept('09:30', JANE, 'ana');
      await s.pass('09:44');
      s.expectMessages([...ALERT, ...REMIND]);
      expect(s.facts(JANE, 'LeadAccepted', 'SlaBreached', 'LeadEscalated')).toEqual([
        '09:15 LeadEscalated accept remind 1',
        '09:30 LeadAccepted ana',
      ]);
    }));

  it('at the instant of a reminder comes first, and nobody is reminded', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.accept('09:15', JANE);
      await s.pass('09:59');
      s.expectMessages(ALERT);
    }));

  it('of a past owner is a no-op, not a refusal', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.pass('09:30');
      const before = s.facts(JANE);
      await s.accept('09:31', JANE, 'ana');
      await s.reject('09:32', JANE, 'not-a-fit', 'ana');
      expect(s.facts(JANE)).toEqual(before);
      expect(s.refusals()).toEqual([]);
      s.ignoreMessages();
      await s.pass('09:45');
      s.expectMessages(['09:45 remind ben sms', '09:45 remind ben email']);
    }));

  it("without a repId is the current owner's", () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.accept('09:31', JANE);
      expect(s.facts(JANE, 'LeadAccepted')).toEqual(['09:31 LeadAccepted ben']);
      s.ignoreMessages();
    }));

  it('without a repId is of whoever owned the lead when it occurred, not when it arrived', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.pass('09:31');
      await s.event('09:32', 'RepAnswered', { email: JANE, answer: 'accept' }, { occurredAt: '09:29' });
      expect(s.facts(JANE, 'LeadAccepted')).toEqual([]);
      await s.event('09:33', 'RepAnswered', { email: JANE, answer: 'accept' }, { occurredAt: '09:31' });
      expect(s.facts(JANE, 'LeadAccepted')).toEqual(['09:33 LeadAccepted ben']);
      s.ignoreMessages();
    }));

  it('without a repId counts for the first owner, however late the clock of its producer is', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.event('09:10', 'RepAnswered', { email: JANE, answer: 'accept' }, { occurredAt: '08:00' });
      expect(s.facts(JANE, 'LeadAccepted')).toEqual(['09:10 LeadAccepted ana']);
      s.ignoreMessages();
    }));

  it('that is repeated, or comes after another, changes nothing', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.accept('09:05', JANE, 'ana');
      await s.accept('09:06', JANE, 'ana');
      await s.reject('09:07', JANE, 'not-a-fit', 'ana');
      expect(s.facts(JANE, 'LeadAccepted', 'LeadRejected')).toEqual(['09:05 LeadAccepted ana']);
      expect(s.refusals()).toEqual([]);
      s.expectMessages(ALERT);
    }));

  it('is applied once, however often it is delivered', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.accept('09:05', JANE, 'ana', { id: 'answer' });
      await s.accept('09:06', JANE, 'ana', { id: 'answer' });
      expect(s.facts(JANE, 'LeadAccepted')).toHaveLength(1);
      s.expectMessages(ALERT);
    }));

  it('that is late where no step took the lead away says by how much, after the breach', () =>
    play(smallAgreement({ sla: { accept: clause(30, []) } }), async (s) => {
      await s.capture('09:00', JANE);
      await s.accept('09:42:30', JANE, 'ana');
      expect(s.facts(JANE, 'SlaBreached', 'LeadAccepted')).toEqual([
        '09:30 SlaBreached accept sales 1',
        '09:42:30 LeadAccepted ana late by PT12M30S',
      ]);
      s.expectMessages(ALERT);
    }));

  it('for a lead that nobody knows is refused: by an id at once, by an address when no capture came', () =>
    play(smallAgreement(), async (s) => {
      await s.activity('08:00', JANE, 'webinar-attended');
      await s.accept('09:00', 'nobody@mail.example');
      await s.accept('09:01', JANE);
      await s.event('09:02', 'LeadContacted', { leadId: 'unheard-of' });
      await s.closed('09:03', 'nobody@mail.example', 'won');
      expect(s.refusals()).toEqual(['09:02 LeadRefused detail.data.leadId']);
      await s.pass('09:13');
      expect(s.refusals()).toEqual([
        '09:02 LeadRefused detail.data.leadId',
        '09:10 LeadRefused detail.data.email',
        '09:11 LeadRefused detail.data.email',
        '09:13 LeadRefused detail.data.email',
      ]);
    }));

  it('for a lead that is not hot yet is a no-op', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE, { company: { name: 'Acme', employees: 5 } });
      await s.accept('09:01', JANE, 'ana');
      await s.contacted('09:02', JANE);
      expect(s.facts(JANE)).toEqual(['09:00 LeadScored cold 0', '09:02 ContactRecorded ignored']);
      expect(s.refusals()).toEqual([]);
    }));
});

describe('a rejection', () => {
  it('for a reason that says reassign brings the lead to another rep at once', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.reject('09:10', JANE, 'no-time', 'ana');
      expect(s.facts(JANE, 'LeadRejected', 'LeadAssigned')).toEqual([
        '09:00 LeadAssigned ana 1 by share',
        '09:10 LeadRejected ana no-time',
        '09:10 LeadAssigned ben 2 by share',
      ]);
      s.ignoreMessages();
      await s.pass('09:25');
      s.expectMessages(['09:25 remind ben sms', '09:25 remind ben email']);
      await s.accept('09:26', JANE);
    }));

  it.each(['No Time', 'NO_TIME', ' no  time '])(
    'is for the reason of the agreement that has the words of %j',
    (reason) =>
      play(smallAgreement(), async (s) => {
        await s.capture('09:00', JANE);
        await s.reject('09:10', JANE, reason, 'ana');
        expect(s.facts(JANE, 'LeadRejected')).toEqual(['09:10 LeadRejected ana no-time']);
        s.ignoreMessages();
      }),
  );

  it('for a reason that two of the agreement may be is refused', () => {
    const { sla } = smallAgreement();
    const twice = { ...sla, rejectReasons: { 'no-time': 'reassign', 'no time': 'close' } } as const;
    return play(smallAgreement({ sla: twice }), async (s) => {
      await s.capture('09:00', JANE);
      await s.reject('09:10', JANE, 'No Time', 'ana');
      expect(s.refusals()).toEqual(['09:10 LeadRefused detail.data.reason']);
      s.ignoreMessages();
    });
  });

  it('for a reason that says recycle ends the cycle', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.reject('09:10', JANE, 'not-a-fit');
      await s.runToEnd();
      expect(s.facts(JANE, 'LeadRejected', 'LeadRecycled')).toEqual([
        '09:10 LeadRejected ana not-a-fit',
        '09:10 LeadRecycled not-a-fit',
      ]);
      s.expectMessages(ALERT);
    }));

  it.each(['duplicate', 'bad-contact'])('for %s ends the lead without a word to anybody', (reason) =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.reject('09:10', JANE, reason);
      await s.runToEnd();
      expect(s.facts(JANE).at(-1)).toBe(`09:10 LeadRejected ana ${reason}`);
      expect([...s.runtime.store.leads()].map(({ stage }) => stage)).toEqual(['ended']);
      s.expectMessages(ALERT);
    }),
  );

  it('for a reason that nobody agreed on is refused, and the clock runs on', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.reject('09:10', JANE, 'constructor');
      expect(s.refusals()).toEqual(['09:10 LeadRefused detail.data.reason']);
      await s.pass('09:15');
      s.expectMessages([...ALERT, ...REMIND]);
    }));

  it('by everybody, for whom there is no manager, leaves the lead with the last of them', () =>
    play(
      smallAgreement({ reps: [withoutManager(rep('ana'))], territories: [territory('Everywhere', ['ana'])] }),
      async (s) => {
        await s.capture('09:00', JANE);
        await s.reject('09:10', JANE, 'no-time');
        await s.pass('+2 09:00');
        expect([...s.runtime.store.leads()].map((lead) => 'owner' in lead && lead.owner.rep)).toEqual(['ana']);
        s.expectMessages(ALERT);
      },
    ));

  it('gives the share back where it was not for want of time', () =>
    play(smallAgreement({ territories: [territory('Everywhere', ['ana', 'ben'])] }), async (s) => {
      await s.capture('09:00', 'one@mail.example');
      await s.capture('09:01', 'two@mail.example');
      await s.reject('09:02', 'two@mail.example', 'not-a-fit');
      await s.capture('09:03', 'three@mail.example');
      expect(s.facts('two@mail.example', 'LeadAssigned')).toEqual(['09:01 LeadAssigned ben 1 by share']);
      // Had the rejected lead counted, it would be the turn of ana, who was served longer ago.
      expect(s.facts('three@mail.example', 'LeadAssigned')).toEqual(['09:03 LeadAssigned ben 1 by share']);
      s.ignoreMessages();
    }));
});

describe('a contact', () => {
  it('before the acceptance is the acceptance too, and starts the verdict clause', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.contacted('09:05', JANE);
      expect(s.facts(JANE).slice(-3)).toEqual([
        '09:05 LeadAccepted ana',
        '09:05 ContactRecorded applied',
        '09:05 ClockStarted verdict 1 until +1 17:05',
      ]);
      s.expectMessages(ALERT);
    }));

  it('after its deadline is late by so much', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.accept('09:00', JANE);
      await s.contacted('10:30', JANE);
      expect(s.facts(JANE, 'SlaBreached', 'ContactRecorded')).toEqual([
        '10:00 SlaBreached contact sales 1',
        '10:30 ContactRecorded applied late by PT30M',
      ]);
      s.ignoreMessages();
    }));
});

describe('an attempt to reach a lead', () => {
  it('puts the reminder off, by as long as it was made after the acceptance', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.accept('09:00', JANE);
      await s.event('09:10', 'ContactAttempted', { email: JANE, channel: 'call' });
      await s.pass('09:59');
      expect(s.facts(JANE, 'ContactAttemptRecorded', 'LeadEscalated')).toEqual([
        '09:10 ContactAttemptRecorded noted',
        '09:55 LeadEscalated contact remind 1',
      ]);
      s.ignoreMessages();
    }));

  it('meets the contact clause where the agreement counts it', () =>
    play(smallAgreement({ sla: { countAttempts: true } }), async (s) => {
      await s.capture('09:00', JANE);
      await s.accept('09:00', JANE);
      await s.event('09:10', 'ContactAttempted', { email: JANE, repId: 'ana', note: 'voice mail' });
      expect(s.facts(JANE).slice(-2)).toEqual([
        '09:10 ContactAttemptRecorded counted',
        '09:10 ClockStarted verdict 1 until +1 17:10',
      ]);
      s.ignoreMessages();
    }));
});

describe('an outcome', () => {
  it('ends every clock', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.closed('09:10', JANE, 'lost');
      await s.runToEnd();
      expect(s.facts(JANE).at(-1)).toBe('09:10 OutcomeRecorded lost applied');
      s.expectMessages(ALERT);
    }));

  it('of a lead that sales qualified is applied once more, when it is won', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.contacted('09:10', JANE);
      await s.closed('09:20', JANE, 'sales-qualified');
      await s.closed('09:30', JANE, 'won');
      await s.closed('09:40', JANE, 'lost');
      expect(s.facts(JANE, 'OutcomeRecorded')).toEqual([
        '09:20 OutcomeRecorded sales-qualified applied',
        '09:30 OutcomeRecorded won applied',
        '09:40 OutcomeRecorded lost ignored',
      ]);
      s.expectMessages(ALERT);
    }));

  it('sales-qualified ends no cycle: what the person does next starts nothing, and gives the lead to nobody else', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.contacted('09:10', JANE);
      await s.closed('09:20', JANE, 'sales-qualified');
      const before = s.facts(JANE);
      await s.capture('10:00', JANE);
      await s.activity('10:05', JANE, 'demo-requested');
      await s.reject('10:10', JANE, 'not-a-fit', 'ana');
      await s.runToEnd();
      const since = s.facts(JANE).slice(before.length);
      expect(since.every((fact) => fact.includes('LeadScored'))).toBe(true);
      expect([...s.runtime.store.leads()]).toMatchObject([
        { stage: 'sales-qualified', cycle: 1, owner: { rep: 'ana' } },
      ]);
      await s.closed('+1 09:00', JANE, 'won');
      await s.capture('+2 09:00', JANE);
      expect([...s.runtime.store.leads()]).toMatchObject([{ cycle: 2 }]);
      s.ignoreMessages();
    }));

  it('of a lead in line ends it there', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { capacity: { open: 0 } })],
        territories: [territory('Everywhere', ['ana'])],
      }),
      async (s) => {
        await s.capture('09:00', JANE);
        await s.closed('09:10', JANE, 'lost');
        await s.runToEnd();
        expect(s.facts(JANE).at(-1)).toBe('09:10 OutcomeRecorded lost applied');
      },
    ));
});
