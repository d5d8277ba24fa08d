import { describe, expect, it } from 'vitest';
import { smallAgreement } from '../support/agreement/small-agreement.ts';
import { play } from '../support/scenario/scenario.ts';

const JANE = 'jane@mail.example';
const COLD = { company: { name: 'Acme', employees: 5 } };
const NAMELESS = { company: { employees: 5 } };

describe('one person, however often and in whatever order they are heard of', () => {
  it('is one lead, captured twice by the same event, and the second time is done with at once', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE, {}, { id: 'one' });
      await s.capture('09:01', JANE, {}, { id: 'one' });
      expect(s.facts(JANE, 'LeadScored', 'LeadQualified')).toHaveLength(2);
      await s.contacted('09:10', JANE);
      // Long enough for what could not be handled to be dead.
      await s.pass('09:40');
      s.expectMessages(['09:00 alert ana sms', '09:00 alert ana email']);
    }));

  it('is one lead by each spelling of the address', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', 'J.Doe+news@Gmail.com', COLD);
      await s.capture('09:01', 'jdoe@googlemail.com', COLD);
      expect([...s.runtime.store.leads()].map(({ email }) => email)).toEqual(['jdoe@gmail.com']);
    }));

  it('is told apart by the source of an event, also where ids and sources run together', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', 'one@mail.example', COLD, { source: 'web', id: 'a b' });
      await s.capture('09:01', 'two@mail.example', COLD, { source: 'web a', id: 'b' });
      expect([...s.runtime.store.leads()].map(({ email }) => email)).toEqual(['one@mail.example', 'two@mail.example']);
    }));

  it('keeps what was done before the capture', () =>
    play(smallAgreement(), async (s) => {
      await s.activity('08:00', JANE, 'webinar-attended');
      await s.activity('08:00', JANE, 'webinar-attended');
      expect(s.facts(JANE)).toEqual([]);
      await s.capture('08:00', JANE, COLD);
      expect(s.facts(JANE, 'LeadScored', 'LeadQualified')).toEqual([
        '08:00 LeadScored hot 80',
        '08:00 LeadQualified 80',
      ]);
      s.ignoreMessages();
    }));

  it('joins what their browser did before anybody knew whose it was, and what it does later', () =>
    play(smallAgreement(), async (s) => {
      const visited = { visitorId: 'browser-1', kind: 'webinar-attended' };
      await s.event('08:00', 'LeadActivityRecorded', visited);
      await s.capture('08:00', JANE, { ...COLD, visitorId: 'browser-1' });
      await s.event('08:00', 'LeadActivityRecorded', visited);
      expect(s.facts(JANE, 'LeadScored')).toEqual(['08:00 LeadScored warm 40', '08:00 LeadScored hot 80']);
      s.ignoreMessages();
    }));

  it('is described field by field by the newest occurrence, and absence erases nothing', () =>
    play(smallAgreement(), async (s) => {
      const newer = { person: { email: JANE, title: 'CTO' }, company: { name: 'Newer' } };
      const older = {
        person: { email: JANE, title: 'CEO', firstName: 'Jane' },
        company: { name: 'Older', employees: 9 },
      };
      await s.event('09:00', 'LeadCaptured', newer, { occurredAt: '08:30' });
      await s.event('09:01', 'LeadCaptured', older, { occurredAt: '08:00' });
      const [lead] = s.runtime.store.leads();
      expect(lead?.fields).toEqual({
        'person.email': JANE,
        'person.title': 'CTO',
        'person.firstName': 'Jane',
        'company.name': 'Newer',
        'company.employees': 9,
      });
    }));

  it('counts behaviour from when it occurred, a future one as now', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('00:00', JANE, COLD);
      await s.activity('+14 00:00', JANE, 'webinar-attended', { occurredAt: '00:00' });
      expect(s.facts(JANE, 'LeadScored').slice(1)).toEqual([]);
      await s.activity('+14 00:00', JANE, 'webinar-attended', { occurredAt: '+20 00:00' });
      expect(s.facts(JANE, 'LeadScored').slice(1)).toEqual(['+14 00:00 LeadScored hot 60']);
      s.ignoreMessages();
    }));
});

describe('a hand raised', () => {
  it('makes the lead hot, but never passes it on without the agreed minimum', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE, NAMELESS);
      await s.activity('09:01', JANE, 'demo-requested');
      await s.activity('09:02', JANE, 'demo-requested');
      expect(s.facts(JANE)).toEqual([
        '09:00 LeadScored cold 0',
        '09:01 LeadScored hot 60',
        '09:01 LeadIncomplete company.name',
      ]);
      await s.capture('09:03', JANE, COLD);
      expect(s.facts(JANE).slice(3, 6)).toEqual([
        '09:03 LeadScored hot 119.99',
        '09:03 LeadQualified 119.99',
        '09:03 ClockStarted alert 0 until 10:03',
      ]);
      s.expectMessages(['09:03 alert ana sms', '09:03 alert ana email']);
    }));

  it('keeps the lead hot for the rest of the cycle, whatever its score', () =>
    play(smallAgreement({ scoring: { minimum: ['company.name'] } }), async (s) => {
      await s.capture('09:00', JANE, NAMELESS);
      await s.activity('09:00', JANE, 'demo-requested');
      await s.capture('+56 09:00', JANE, COLD);
      expect(s.facts(JANE, 'LeadScored', 'LeadQualified').slice(-2)).toEqual([
        '+56 09:00 LeadScored hot 3.75',
        '+56 09:00 LeadQualified 3.75',
      ]);
      s.ignoreMessages();
    }));

  it('does nothing for somebody whose fit is negative', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE, { company: { name: 'RIVAL' } });
      await s.activity('09:01', JANE, 'demo-requested');
      expect(s.facts(JANE)).toEqual(['09:00 LeadScored cold -100']);
    }));
});

describe('a lead that comes back', () => {
  it('starts the next cycle with its behaviour at zero and its attempts from one', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE, COLD);
      await s.activity('09:00', JANE, 'demo-requested');
      await s.reject('09:10', JANE, 'not-a-fit');
      s.ignoreMessages();
      await s.activity('10:00', JANE, 'webinar-attended');
      expect(s.facts(JANE).at(-1)).toBe('10:00 LeadScored warm 40');
      await s.activity('11:00', JANE, 'demo-requested');
      expect(s.facts(JANE, 'LeadQualified', 'LeadAssigned').slice(2)).toEqual([
        '11:00 LeadQualified 99.92',
        '11:00 LeadAssigned ben 1 by share',
      ]);
      s.expectMessages(['11:00 alert ben sms', '11:00 alert ben email']);
    }));

  it('does not come back by what occurred before its end', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.closed('09:10', JANE, 'lost');
      const ended = s.facts(JANE);
      s.ignoreMessages();
      await s.activity('10:00', JANE, 'demo-requested', { occurredAt: '09:09:59' });
      await s.capture('10:01', JANE, {}, { occurredAt: '09:05' });
      expect(s.facts(JANE)).toEqual(ended);
      await s.activity('10:02', JANE, 'webinar-attended');
      expect(s.facts(JANE).slice(ended.length)).toEqual([
        '10:02 LeadQualified 100',
        '10:02 ClockStarted alert 0 until 11:02',
        '10:02 LeadAssigned ben 1 by share',
        '10:02 ClockStarted accept 1 until 10:17',
        '10:02 RepAlerted ben alert sms',
        '10:02 RepAlerted ben alert email',
      ]);
      s.ignoreMessages();
    }));

  it('does not count in the new cycle what occurred in the old one and is told late', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE, COLD);
      await s.activity('09:00', JANE, 'demo-requested');
      await s.reject('09:10', JANE, 'not-a-fit');
      s.ignoreMessages();
      await s.activity('10:00', JANE, 'webinar-attended');
      await s.activity('10:01', JANE, 'demo-requested', { occurredAt: '09:05' });
      expect(s.facts(JANE, 'LeadScored').at(-1)).toBe('10:00 LeadScored warm 40');
    }));

  it('does not count in the new cycle what a browser did in the old one', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.event('09:05', 'LeadActivityRecorded', { visitorId: 'phone', kind: 'demo-requested' });
      await s.closed('09:10', JANE, 'lost');
      s.ignoreMessages();
      await s.capture('10:00', JANE, { ...COLD, visitorId: 'phone' });
      expect(s.facts(JANE, 'LeadScored').at(-1)).toBe('10:00 LeadScored cold 0');
    }));

  it('is not disturbed by the clocks of the cycle before', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.closed('09:05', JANE, 'lost');
      await s.capture('09:10', JANE);
      await s.pass('09:39');
      s.expectMessages([
        '09:00 alert ana sms',
        '09:00 alert ana email',
        '09:10 alert ben sms',
        '09:10 alert ben email',
        '09:25 remind ben sms',
        '09:25 remind ben email',
      ]);
    }));
});
