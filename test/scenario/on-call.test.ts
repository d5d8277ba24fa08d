import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { Duty } from '../../shared/domain/duty/duty.ts';
import { isOwned } from '../../shared/domain/lead/lead.ts';
import {
  DAY,
  rep,
  type SmallParts,
  smallAgreement,
  territory,
  weekdays,
  withoutManager,
} from '../support/agreement/small-agreement.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

const JANE = 'jane@mail.example';
const JOHN = 'john@mail.example';
const OFFICE = weekdays(9, 18);
const QUIET = { from: 20 * 60, to: 7 * 60 };

/** From six in the evening to nine in the morning, Ana before Ben before Cem; the week begins on Monday, 2 November. */
const NIGHTS: Duty = {
  name: 'nights',
  schedule: {
    ...OFFICE,
    week: OFFICE.week.map(() => [
      { from: 0, to: 9 * 60 },
      { from: 18 * 60, to: 24 * 60 },
    ]),
  },
  rotation: {
    reps: ['ana', 'ben', 'cem'],
    from: Date.parse('2026-11-02') / DAY,
    everyDays: 7,
    handoffDay: Date.parse('2026-11-02') / DAY,
    handoffMinute: 9 * 60,
  },
  shifts: [],
};

const TEAM = [
  rep('ana', { schedule: OFFICE, quiet: QUIET }),
  rep('ben', { schedule: OFFICE, quiet: QUIET }),
  rep('cem', { schedule: OFFICE, quiet: QUIET }),
  withoutManager(rep('mia', { schedule: OFFICE })),
];

const agreement = (parts: SmallParts = {}): Agreement =>
  smallAgreement({
    reps: TEAM,
    territories: [territory('Everywhere', ['ana', 'ben'], { onCall: 'nights' })],
    duties: [NIGHTS],
    ...parts,
  });

const leadOf = (s: Scenario, email: string) => [...s.runtime.store.leads()].find((lead) => lead.email === email);
const documentOf = async <T extends 'ledger' | 'rep'>(s: Scenario, type: T, id: string) => {
  const key = { type, id };
  return (await s.runtime.store.load([key])).get(key)?.value;
};

describe('a lead that nobody of the team can take', () => {
  it('goes to whoever is on duty: at once, by all channels, in their quiet hours too', () =>
    play(agreement(), async (s) => {
      await s.capture('22:10', JANE);
      s.expectMessages(['22:10 alert ana sms', '22:10 alert ana email']);
      expect(s.facts(JANE, 'LeadAssigned', 'LeadWaiting')).toEqual(['22:10 LeadAssigned ana 1 by on-call']);
    }));

  it('is reminded of and given to the next of the rotation by the hours of the duty, and then to the manager', () =>
    play(agreement(), async (s) => {
      await s.capture('22:10', JANE);
      await s.pass('23:55');
      s.expectMessages([
        '22:10 alert ana sms',
        '22:10 alert ana email',
        '22:25 remind ana sms',
        '22:25 remind ana email',
        '22:40 alert ben sms',
        '22:40 alert ben email',
        '22:40 taken-away ana email',
        '22:55 remind ben sms',
        '22:55 remind ben email',
        '23:10 alert cem sms',
        '23:10 alert cem email',
        '23:10 taken-away ben email',
        '23:25 remind cem sms',
        '23:25 remind cem email',
        '23:40 alert mia sms',
        '23:40 alert mia email',
        '23:40 taken-away cem email',
      ]);
      expect(s.facts(JANE, 'LeadAssigned').map((fact) => fact.split(' ').slice(2).join(' '))).toEqual([
        'ana 1 by on-call',
        'ben 2 by on-call',
        'cem 3 by on-call',
        'mia 4 by manager',
      ]);
    }));

  it('goes to the manager when everybody on duty has had it, rather than wait for the morning', () =>
    play(agreement({ duties: [{ ...NIGHTS, rotation: { ...NIGHTS.rotation, reps: ['ana'] } }] }), async (s) => {
      await s.capture('22:10', JANE);
      await s.reject('22:12', JANE, 'no-time');
      s.ignoreMessages();
      expect(s.facts(JANE, 'LeadAssigned')).toEqual([
        '22:10 LeadAssigned ana 1 by on-call',
        '22:12 LeadAssigned mia 2 by manager',
      ]);
    }));

  it('waits for the team where there is no manager either', () => {
    const reps = TEAM.map(withoutManager);
    const duties = [{ ...NIGHTS, rotation: { ...NIGHTS.rotation, reps: ['ana'] } }];
    return play(agreement({ reps, duties }), async (s) => {
      await s.capture('22:10', JANE);
      await s.pass('+1 09:00');
      s.ignoreMessages();
      expect(s.facts(JANE, 'LeadAssigned', 'LeadWaiting')).toEqual([
        '22:10 LeadAssigned ana 1 by on-call',
        '22:40 LeadWaiting nobody-at-work until +1 09:00',
        '+1 09:00 LeadAssigned ben 2 by share',
      ]);
    });
  });

  it('runs the later clauses by the hours of the duty too', () =>
    play(agreement(), async (s) => {
      await s.capture('+1 07:50', JANE);
      await s.accept('+1 08:10', JANE, 'ana');
      s.ignoreMessages();
      const lead = leadOf(s, JANE);
      // Fifty minutes are left of the night, and ten come from the next evening.
      expect(lead && isOwned(lead) && new Date(lead.clause?.dueAt ?? 0).toISOString()).toBe('2026-11-03T18:10:00.000Z');
    }));
});

describe('the team comes first,', () => {
  it('while one of it is at work', () =>
    play(agreement(), async (s) => {
      await s.capture('17:59', JANE);
      await s.capture('18:00', JOHN);
      s.ignoreMessages();
      expect(s.facts(JANE, 'LeadAssigned')).toEqual(['17:59 LeadAssigned ana 1 by share']);
      expect(s.facts(JOHN, 'LeadAssigned')).toEqual(['18:00 LeadAssigned ana 1 by on-call']);
    }));

  it('if one of it begins before the promise would break', () =>
    play(agreement(), async (s) => {
      await s.capture('08:00', JANE);
      await s.capture('08:01', JOHN);
      s.ignoreMessages();
      expect(s.facts(JANE, 'LeadAssigned')).toEqual(['08:00 LeadAssigned ana 1 by on-call']);
      expect(s.facts(JOHN, 'LeadAssigned')).toEqual(['08:01 LeadAssigned ana 1 by share']);
    }));

  it('and so does the team that helps out', () => {
    const territories = [
      territory('North', ['ana'], {
        when: { field: 'location.country', test: { in: ['NO'] } },
        overflow: 'Rest',
        onCall: 'nights',
      }),
      territory('Rest', ['zoe']),
    ];
    return play(agreement({ reps: [...TEAM, rep('zoe')], territories }), async (s) => {
      await s.capture('22:00', JANE, { location: { country: 'NO' } });
      s.ignoreMessages();
      expect(s.facts(JANE, 'LeadAssigned')).toEqual(['22:00 LeadAssigned zoe 1 by overflow']);
    });
  });

  it('and so does whoever of it is at work, where nobody speaks the language of the lead', () => {
    const north = { matchLanguage: true, overflow: 'Rest', onCall: 'nights' };
    const territories = [
      territory('North', ['ana'], { when: { field: 'location.country', test: { in: ['NO'] } }, ...north }),
      territory('Rest', ['zoe'], { when: { field: 'location.country', test: { in: ['IS'] } } }),
      territory('Alone', ['ben'], { matchLanguage: true, onCall: 'nights' }),
    ];
    return play(agreement({ reps: [...TEAM, rep('zoe')], territories }), async (s) => {
      await s.capture('22:00', JANE, { location: { country: 'NO' }, language: 'ja' });
      await s.capture('22:01', JOHN, { location: { country: 'SE' }, language: 'ja' });
      s.ignoreMessages();
      expect(s.facts(JANE, 'LeadAssigned')).toEqual(['22:00 LeadAssigned zoe 1 by overflow']);
      expect(s.facts(JOHN, 'LeadAssigned')).toEqual(['22:01 LeadAssigned ana 1 by on-call']);
    });
  });

  it('and a lead whose territory names no duty waits', () =>
    play(agreement({ territories: [territory('Everywhere', ['ana', 'ben'])] }), async (s) => {
      await s.capture('22:10', JANE);
      expect(s.facts(JANE, 'LeadAssigned', 'LeadWaiting')).toEqual(['22:10 LeadWaiting nobody-at-work until +1 09:00']);
    }));
});

describe('who is on duty', () => {
  it('is the next of the rotation for whoever is away, and the record says so', () => {
    const away = [{ from: '2026-11-02', to: '2026-11-08' }];
    const reps = TEAM.map((one) => (one.id === 'ana' ? { ...one, schedule: { ...OFFICE, away } } : one));
    return play(agreement({ reps }), async (s) => {
      await s.capture('22:10', JANE);
      s.ignoreMessages();
      const [assigned] = s.published.filter(({ type }) => type === 'LeadAssigned');
      expect(assigned?.detail.data).toMatchObject({
        rep: 'ben',
        decision: { by: 'on-call', duty: { name: 'nights', passedOver: [{ rep: 'ana', excluded: 'away' }] } },
      });
    });
  });

  it('takes a lead that has waited, when the duty begins', () =>
    play(agreement({ reps: TEAM.map((one) => ({ ...one, capacity: { open: 0 } })) }), async (s) => {
      await s.capture('17:00', JANE);
      await s.pass('18:00');
      s.ignoreMessages();
      expect(s.facts(JANE, 'LeadAssigned', 'LeadWaiting')).toEqual([
        '17:00 LeadWaiting nobody-at-work until 18:00',
        '18:00 LeadAssigned ana 1 by on-call',
      ]);
    }));

  it('takes leads outside the shares, beyond the own capacity, and has them all the same', () =>
    play(agreement(), async (s) => {
      await s.capture('22:10', JANE);
      s.ignoreMessages();
      expect(await documentOf(s, 'ledger', 'Everywhere')).toBeUndefined();
      expect(await documentOf(s, 'rep', 'ana')).toMatchObject({ open: 1, today: 1 });
      await s.closed('22:20', JANE, 'lost');
      s.ignoreMessages();
      expect(await documentOf(s, 'rep', 'ana')).toMatchObject({ open: 0 });
      expect(await documentOf(s, 'ledger', 'Everywhere')).toBeUndefined();
    }));

  it('takes a lead in a language that the team is asked for', () => {
    const territories = [territory('Everywhere', ['ana'], { matchLanguage: true, onCall: 'nights' })];
    return play(agreement({ territories }), async (s) => {
      await s.capture('22:10', JANE, { language: 'fr' });
      s.ignoreMessages();
      expect(s.facts(JANE, 'LeadAssigned')).toEqual(['22:10 LeadAssigned ana 1 by on-call']);
    });
  });
});
