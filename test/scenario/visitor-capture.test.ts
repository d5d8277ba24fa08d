import { describe, expect, it } from 'vitest';
import { smallAgreement } from '../support/agreement/small-agreement.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

const JANE = 'jane@mail.example';
const COLD = { company: { name: 'Acme', employees: 5 } };

const fieldsOf = (s: Scenario) => [...s.runtime.store.leads()].map(({ fields }) => fields);

describe('a capture without a usable address, of a visitor', () => {
  it('who is known as a lead is merged into that lead, and scored', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE, { ...COLD, visitorId: 'browser-1' });
      await s.event('09:05', 'LeadCaptured', {
        visitorId: 'browser-1',
        person: { firstName: 'Jane' },
        interest: 'api',
      });
      await s.event('09:06', 'LeadCaptured', { visitorId: 'browser-1', person: { email: 'jane@@x', title: 'CTO' } });
      expect(fieldsOf(s)).toEqual([
        {
          'person.email': JANE,
          'company.name': 'Acme',
          'company.employees': 5,
          visitorId: 'browser-1',
          'person.firstName': 'Jane',
          interest: 'api',
          'person.title': 'CTO',
        },
      ]);
      expect(s.facts(JANE)).toEqual([
        '09:00 LeadScored cold 0',
        '09:05 LeadScored cold 0',
        expect.stringContaining('09:06 LeadFieldsIgnored'),
        '09:06 LeadScored cold 0',
      ]);
      expect(s.refusals()).toEqual([]);
    }));

  it('whom nobody knows makes no lead, and is joined to the one that names the visitor', () =>
    play(smallAgreement(), async (s) => {
      await s.event('08:00', 'LeadCaptured', { visitorId: 'browser-1', ...COLD, person: { firstName: 'Jane' } });
      await s.event('08:00', 'LeadActivityRecorded', { visitorId: 'browser-1', kind: 'webinar-attended' });
      await s.event('08:00', 'LeadCaptured', { visitorId: 'browser-1', language: 'de' });
      expect(fieldsOf(s)).toEqual([]);
      await s.event('08:00', 'LeadCaptured', { visitorId: 'browser-1', person: { email: JANE } });
      expect(fieldsOf(s)).toEqual([
        {
          'person.email': JANE,
          'person.firstName': 'Jane',
          'company.name': 'Acme',
          'company.employees': 5,
          language: 'de',
          visitorId: 'browser-1',
        },
      ]);
      expect(s.facts(JANE)).toEqual(['08:00 LeadScored warm 40']);
      expect(s.refusals()).toEqual([]);
    }));

  it('counts from when it occurred: what was said later stands', () =>
    play(smallAgreement(), async (s) => {
      const held = { visitorId: 'browser-1', company: { name: 'Held' }, language: 'de' };
      await s.event('09:00', 'LeadCaptured', held, { occurredAt: '08:00' });
      await s.event('09:01', 'LeadCaptured', { person: { email: JANE }, ...COLD }, { occurredAt: '08:30' });
      await s.event('09:02', 'LeadCaptured', { person: { email: JANE }, visitorId: 'browser-1', language: 'fr' });
      expect(fieldsOf(s)[0]).toMatchObject({ 'company.name': 'Acme', language: 'fr' });
    }));

  it('is applied once, however often it comes', () =>
    play(smallAgreement(), async (s) => {
      await s.event('09:00', 'LeadCaptured', { visitorId: 'browser-1', interest: 'api' }, { id: 'one' });
      await s.event('09:01', 'LeadCaptured', { visitorId: 'browser-1', interest: 'csv' }, { id: 'one' });
      await s.event('09:02', 'LeadCaptured', { visitorId: 'browser-1', person: { email: JANE } });
      expect(fieldsOf(s)[0]).toMatchObject({ interest: 'api' });
    }));

  it('is refused where the visitor is a placeholder', () =>
    play(smallAgreement(), async (s) => {
      await s.event('09:00', 'LeadCaptured', { visitorId: 'undefined', ...COLD });
      expect(s.refusals()).toEqual(['09:00 LeadRefused detail.data.person.email']);
    }));
});
