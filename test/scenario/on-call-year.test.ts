import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { agreementWith, seller, type Told, told } from '../support/scenario/field-world.ts';
import type { Written } from '../support/scenario/what-if.ts';
import { yearOfLeads } from '../support/scenario/year-of-leads.ts';

/** `ON_CALL_LEADS=20000` plays more. */
const LEADS = Number(process.env.ON_CALL_LEADS ?? 200);
const YEAR = 2026;
const HOUR_MS = 3_600_000;

const OFFICE = { 'mon-fri': ['09:00-18:00'] };
const NIGHTS_AND_WEEKENDS = { 'mon-fri': ['18:00-09:00'], 'sat-sun': ['00:00-24:00'] };

const SLA = {
  alert: { within: 'PT1H' },
  accept: {
    within: 'PT30M',
    clock: 'working',
    steps: [
      { at: 'PT15M', do: 'remind' },
      { at: 'PT30M', do: 'reassign' },
    ],
  },
  contact: { within: 'PT1H', clock: 'working', steps: [{ at: 'PT1H', do: 'tell-manager' }] },
  rejectReasons: { 'no-time': 'reassign' },
};

/** A team of office hours and public holidays, whose reps are silent at night but for the duty. */
const worldOf = (timeZone: string, calendar: string, duty: object): Written => {
  const inOffice = { timeZone, calendar, hours: OFFICE, quiet: '20:00-07:30', manager: 'mia' };
  const reps = [
    seller('ana', {
      ...inOffice,
      phone: '+4917139200011',
      alerts: ['sms'],
      away: [{ from: '2026-07-06', to: '2026-07-19' }],
    }),
    seller('ben', { ...inOffice, phone: '+4917139200012', alerts: ['sms'] }),
    seller('cem', {
      ...inOffice,
      phone: '+4917139200013',
      alerts: ['sms'],
      away: [{ from: '2026-12-21', to: '2026-12-31' }],
    }),
    seller('mia', { timeZone, calendar, hours: OFFICE }),
  ];
  return agreementWith(reps, {
    territories: [{ name: 'All', team: [{ rep: 'ana' }, { rep: 'ben' }], onCall: 'nights' }],
    onCall: [
      {
        name: 'nights',
        timeZone,
        from: '2025-12-29',
        reps: ['ana', 'ben', 'cem'],
        rotation: 'weekly',
        handoff: 'mon 09:00',
        hours: NIGHTS_AND_WEEKENDS,
        ...duty,
      },
    ],
    sla: SLA,
  });
};

/** For how long each lead was hot before somebody was alerted; those that nobody was alerted to count without end. */
const untilAlerted = (facts: readonly Told[]): readonly number[] => {
  const alerted = new Map<string, number>();
  for (const { at, type, email, data } of facts) {
    const isAlert = type === 'RepAlerted' && data?.purpose !== 'taken-away' && data?.failure === undefined;
    if (isAlert && email && !alerted.has(email)) alerted.set(email, Date.parse(at));
  }
  return facts
    .filter(({ type }) => type === 'LeadQualified')
    .map(({ at, email }) => (alerted.get(email ?? '') ?? Number.POSITIVE_INFINITY) - Date.parse(at));
};

const isOnCall = ({ type, data }: Told): boolean =>
  type === 'LeadAssigned' && z.object({ decision: z.object({ by: z.string() }) }).parse(data).decision.by === 'on-call';

/** Around both changes of the clocks, and around noon of holidays in the week. */
const BERLIN = [
  ...['2026-03-29T00:30:00Z', '2026-03-29T01:00:00Z', '2026-03-29T01:30:00Z'],
  ...['2026-10-25T00:30:00Z', '2026-10-25T01:00:00Z', '2026-10-25T01:30:00Z'],
  ...['2026-04-03T10:00:00Z', '2026-04-06T09:00:00Z', '2026-05-01T11:00:00Z', '2026-12-25T10:00:00Z'],
];
const NEW_YORK = [
  ...['2026-03-08T06:30:00Z', '2026-03-08T07:00:00Z', '2026-03-08T07:30:00Z'],
  ...['2026-11-01T05:30:00Z', '2026-11-01T06:00:00Z', '2026-11-01T06:30:00Z'],
  ...['2026-05-25T15:00:00Z', '2026-07-03T16:00:00Z', '2026-11-26T17:00:00Z', '2026-12-25T15:00:00Z'],
];

describe.each([
  ['Europe/Berlin', 'DE-BE', BERLIN],
  ['America/New_York', 'US', NEW_YORK],
])(
  'with somebody on duty at nights and weekends in %s, in a year of leads at all hours',
  (timeZone, calendar, moments) => {
    it.each([
      ['handed over weekly', {}],
      ['handed over daily', { rotation: 'daily', handoff: '09:00' }],
      ['with the hours of a Sunday on the holidays of a calendar', { calendar }],
    ])('everybody hot is alerted within the hour: %s', async (_, duty) => {
      const lines = yearOfLeads(YEAR, { leads: LEADS, seed: timeZone.length, moments });
      const facts = await told(worldOf(timeZone, calendar, duty), lines, '2027-01-04T00:00:00Z');
      const waits = untilAlerted(facts);
      expect(waits).toHaveLength(LEADS + moments.length);
      expect(waits.filter((ms) => ms > HOUR_MS)).toEqual([]);
      expect(facts.filter(isOnCall).length).toBeGreaterThan(LEADS / 2);
    });

    it('without it some wait for the morning', async () => {
      const { onCall: _, ...world } = worldOf(timeZone, calendar, {});
      const territories = [{ name: 'All', team: [{ rep: 'ana' }, { rep: 'ben' }] }];
      const facts = await told(
        { ...world, territories },
        yearOfLeads(YEAR, { leads: 100, seed: 1 }),
        '2027-01-04T00:00:00Z',
      );
      expect(untilAlerted(facts).filter((ms) => ms > HOUR_MS).length).toBeGreaterThan(50);
    });
  },
);
