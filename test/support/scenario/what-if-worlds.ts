import { createDice } from '../../../examples/dice.ts';
import type { Line, Written } from './what-if.ts';

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
  contact: { within: 'PT4H', clock: 'working', steps: [{ at: 'PT4H', do: 'tell-manager' }] },
  maxOwners: 2,
  rejectReasons: { 'no-time': 'reassign', 'not-a-fit': 'recycle' },
};

const SCORING = {
  hot: 60,
  minimum: ['person.email', 'company.name'],
  fit: [
    { name: 'large', when: { 'company.employees': { gte: 500 } }, points: 40 },
    { name: 'known industry', when: { 'company.industry': ['Retail', 'Logistics'] }, points: 25 },
    { name: 'rival', when: { 'company.domain': 'rival.example' }, points: -200 },
  ],
  behaviour: {
    halfLife: 'P14D',
    actions: [
      { name: 'asked for a demo', kind: 'demo-requested', points: 60, handRaise: true },
      { name: 'read pricing', kind: 'page-viewed', when: { url: { contains: '/pricing' } }, points: 20, atMost: 40 },
      { name: 'attended a webinar', kind: 'webinar-attended', points: 25 },
    ],
  },
};

const rep = (id: string, timeZone: string, hours: object, more: object = {}): Written['reps'][number] => ({
  id,
  name: id.toUpperCase(),
  email: `${id}@sales.example`,
  timeZone,
  hours,
  ...more,
});

const OFFICE = { 'mon-fri': ['09:00-17:00'] };
const BOSS = rep('mia', 'Europe/Berlin', OFFICE);
const boss = { manager: 'mia' };

/** By country and size, shares by score and weight, an absence and few places. */
const BY_COUNTRY: Written = {
  scoring: SCORING,
  territories: [
    {
      name: 'DACH enterprise',
      when: { 'location.country': ['DE', 'AT'], 'company.employees': { gte: 1000 } },
      team: [{ rep: 'ana', weight: 2 }, { rep: 'ben' }],
      share: 'score',
      overflow: 'DACH',
    },
    { name: 'DACH', when: { 'location.country': ['DE', 'AT', 'CH'] }, team: [{ rep: 'cem' }, { rep: 'dora' }] },
    { name: 'France', when: { 'location.country': 'FR' }, team: [{ rep: 'luc' }], overflow: 'Rest' },
    { name: 'Rest', team: [{ rep: 'eve' }, { rep: 'fay' }] },
  ],
  reps: [
    BOSS,
    rep('ana', 'Europe/Berlin', OFFICE, { ...boss, away: [{ from: '2026-11-02', to: '2026-11-03' }] }),
    rep('ben', 'Europe/Berlin', OFFICE, { ...boss, capacity: { open: 2 } }),
    rep('cem', 'Europe/Berlin', OFFICE, { ...boss, capacity: { perDay: 3 } }),
    rep('dora', 'Europe/Zurich', { 'mon-thu': ['13:00-18:00'] }, boss),
    rep('luc', 'Europe/Paris', OFFICE, boss),
    rep('eve', 'Europe/London', OFFICE, boss),
    rep('fay', 'America/New_York', OFFICE, boss),
  ],
  sla: SLA,
};

/** By fields of one's own, by text, by language. */
const BY_FIELDS: Written = {
  scoring: { ...SCORING, minimum: ['person.email', 'location.country'] },
  territories: [
    {
      name: 'Partners',
      when: { any: [{ source: { startsWith: 'partner' } }, { 'fields.plan': ['gold', 'platinum'] }] },
      team: [{ rep: 'pat' }],
      overflow: 'Speakers',
    },
    {
      name: 'Directors',
      when: { 'person.title': { contains: 'director' }, not: { 'fields.seats': { lt: 50 } } },
      team: [{ rep: 'dan' }, { rep: 'pat' }],
    },
    { name: 'Speakers', team: [{ rep: 'dan' }, { rep: 'fra' }, { rep: 'ida' }], language: 'match' },
  ],
  reps: [
    BOSS,
    rep('pat', 'Europe/London', OFFICE, { ...boss, capacity: { open: 3, perDay: 2 }, languages: ['en'] }),
    rep('dan', 'Europe/Berlin', OFFICE, { ...boss, languages: ['de', 'en'] }),
    rep('fra', 'Europe/Paris', { 'mon-fri': ['10:00-18:00'] }, { ...boss, languages: ['fr'] }),
    rep('ida', 'Europe/Rome', OFFICE, { ...boss, languages: ['it', 'en'] }),
  ],
  sla: SLA,
};

/** By thresholds of every kind. */
const BY_THRESHOLDS: Written = {
  scoring: SCORING,
  territories: [
    { name: 'Giants', when: { 'company.annualRevenue': { gt: 5_000_000 } }, team: [{ rep: 'gus' }] },
    {
      name: 'Middle',
      when: { all: [{ 'company.employees': { gt: 50, lte: 800 } }, { 'company.annualRevenue': { exists: true } }] },
      team: [{ rep: 'max' }, { rep: 'may' }],
    },
    { name: 'Small', when: { 'company.employees': { lt: 10 } }, team: [{ rep: 'sue' }], overflow: 'Others' },
    { name: 'Others', team: [{ rep: 'oli' }, { rep: 'max' }] },
  ],
  reps: [
    BOSS,
    rep('gus', 'America/New_York', OFFICE, boss),
    rep('max', 'Europe/Berlin', OFFICE, boss),
    rep('may', 'Europe/Berlin', OFFICE, { ...boss, away: [{ from: '2026-11-03', to: '2026-11-10' }] }),
    rep('sue', 'Europe/Berlin', OFFICE, { ...boss, capacity: { open: 1 } }),
    rep('oli', 'Europe/London', OFFICE, boss),
  ],
  sla: SLA,
};

export const WORLDS = { 'by country': BY_COUNTRY, 'by fields': BY_FIELDS, 'by thresholds': BY_THRESHOLDS } as const;

const START = Date.parse('2026-11-02T07:00:00Z');
const MINUTE = 60_000;

export const event = (id: string, minutes: number, type: string, data: Record<string, unknown>): Line => ({
  id,
  source: 'test',
  time: new Date(START + minutes * MINUTE).toISOString(),
  'detail-type': type,
  detail: { data },
});

export const emailOfLead = (index: number): string => `lead${index}@company${index % 9}.example`;

/** Three days of leads of every sort, some of them hot, some answered. */
export const generatedFeed = (leads: number, seed: number): readonly Line[] => {
  const dice = createDice(seed);
  return Array.from({ length: leads }, (_, index) => {
    const email = emailOfLead(index);
    const at = dice.between(0, 3 * 24 * 60);
    const lines = [
      event(`c${index}`, at, 'LeadCaptured', {
        person: { email, title: dice.pick(['Director of sales', 'Clerk', 'Deputy director', 'Owner']) },
        company: {
          name: `Company ${index % 9}`,
          industry: dice.pick(['Retail', 'Mining', 'Logistics']),
          employees: dice.pick([5, 40, 120, 800, 1500]),
          ...(dice.chance(0.6) ? { annualRevenue: dice.pick([100_000, 5_000_000, 9_000_000]) } : {}),
        },
        location: { country: dice.pick(['DE', 'CH', 'FR', 'US', 'GB']) },
        source: dice.pick(['website', 'partner fair']),
        language: dice.pick(['de', 'en', 'fr', 'it']),
        fields: { plan: dice.pick(['gold', 'basic']), seats: dice.pick([5, 50, 500]) },
      }),
    ];
    const kind = dice.pick(['demo-requested', 'demo-requested', 'webinar-attended', 'page-viewed']);
    lines.push(event(`a${index}`, at + dice.between(1, 60), 'LeadActivityRecorded', { email, kind, url: '/pricing' }));
    if (dice.chance(0.5)) {
      lines.push(event(`r${index}`, at + 70, 'RepAnswered', { email, answer: 'accept' }));
      lines.push(event(`k${index}`, at + dice.between(100, 3000), 'LeadClosed', { email, outcome: 'lost' }));
    }
    return lines;
  }).flat();
};
