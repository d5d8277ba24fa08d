import { describe, expect, it } from 'vitest';
import { DAY, smallAgreement } from '../support/agreement/small-agreement.ts';
import { play } from '../support/scenario/scenario.ts';

const JANE = 'jane@mail.example';
const COLD = { company: { name: 'Acme', employees: 5 } };

/** Sixty points for one webinar, worth half as much after a fortnight. */
const oneAction = {
  fit: [],
  behaviour: {
    halfLifeMs: 14 * DAY,
    actions: [{ name: 'webinar', kind: 'webinar-attended', points: 60, handRaise: false }],
  },
};

describe('a score', () => {
  it('is rounded to a hundredth before it is compared', () =>
    play(smallAgreement({ scoring: oneAction }), async (s) => {
      await s.capture('09:00', JANE, COLD);
      // After three minutes 59.9938 points are left, after two 59.9959.
      await s.activity('09:03', JANE, 'webinar-attended', { occurredAt: '09:00' });
      expect(s.facts(JANE).at(-1)).toBe('09:03 LeadScored warm 59.99');
      await s.capture('10:00', 'joe@mail.example', COLD);
      await s.activity('10:02', 'joe@mail.example', 'webinar-attended', { occurredAt: '10:00' });
      expect(s.facts('joe@mail.example', 'LeadScored', 'LeadQualified').slice(1)).toEqual([
        '10:02 LeadScored hot 60',
        '10:02 LeadQualified 60',
      ]);
      s.ignoreMessages();
    }));

  it('is told at each capture, and otherwise only when the grade changes', () =>
    play(smallAgreement(), async (s) => {
      const pricing = { email: JANE, kind: 'page-viewed', url: 'https://x.example/PRICING' };
      await s.capture('09:00', JANE, COLD);
      await s.capture('09:00', JANE, COLD);
      for (let index = 0; index < 3; index += 1) await s.event('09:00', 'LeadActivityRecorded', pricing);
      expect(s.facts(JANE)).toEqual(['09:00 LeadScored cold 0', '09:00 LeadScored cold 0', '09:00 LeadScored warm 30']);
    }));

  it('qualifies a lead once a cycle, however often it grows', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.activity('09:01', JANE, 'demo-requested');
      await s.capture('09:02', JANE, { company: { name: 'Acme', employees: 900 } });
      expect(s.facts(JANE, 'LeadQualified')).toEqual(['09:00 LeadQualified 60']);
      s.ignoreMessages();
    }));

  it('tells what is missing of a hot lead again only when that changes', () =>
    play(smallAgreement({ scoring: { minimum: ['company.name', 'person.phone', 'location.country'] } }), async (s) => {
      const employees = { employees: 500 };
      await s.capture('09:00', JANE, { company: employees });
      await s.capture('09:01', JANE, { company: employees });
      await s.capture('09:02', JANE, { company: employees, location: { country: 'DE' } });
      await s.capture('09:03', JANE, { company: { ...employees, name: '' }, location: { country: '' } }, {});
      expect(s.facts(JANE, 'LeadIncomplete', 'LeadQualified')).toEqual([
        '09:00 LeadIncomplete company.name person.phone location.country',
        '09:02 LeadIncomplete company.name person.phone',
      ]);
      expect(s.refusals()).toEqual([]);
    }));
});

describe('an event', () => {
  it('without metadata is known by its own id and occurred at its own time', () =>
    play(smallAgreement({ scoring: oneAction }), async (s) => {
      const line = (id: string, type: string, data: object): string =>
        JSON.stringify({ id, source: 'website', time: '2026-10-19T09:00:00Z', 'detail-type': type, detail: { data } });
      await s.line('09:00', line('one', 'LeadCaptured', { person: { email: JANE }, ...COLD }), 'LeadCaptured');
      const webinar = { email: JANE, kind: 'webinar-attended' };
      await s.line('09:00', line('two', 'LeadActivityRecorded', webinar), 'LeadActivityRecorded');
      await s.line('09:00', line('two', 'LeadActivityRecorded', webinar), 'LeadActivityRecorded');
      expect(s.facts(JANE)).toEqual(['09:00 LeadScored cold 0', '09:00 LeadScored warm 30']);
    }));

  it('is known by the id of its metadata, whatever the bus called it', () =>
    play(smallAgreement(), async (s) => {
      const metadata = { id: 'one', version: 1, occurredAt: '2026-11-02T09:00:00Z' };
      const data = { person: { email: JANE }, ...COLD };
      for (const id of ['bus-1', 'bus-2']) {
        const line = {
          id,
          source: 'website',
          time: metadata.occurredAt,
          'detail-type': 'LeadCaptured',
          detail: { metadata, data },
        };
        await s.line('09:00', JSON.stringify(line), 'LeadCaptured');
      }
      expect(s.facts(JANE)).toEqual(['09:00 LeadScored cold 0']);
    }));
});
