import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { DERIVED_FIELDS } from '../shared/domain/vocabulary/derived-fields.ts';

/** A market of the benchmark: one territory for its large companies, one for the others. */
export interface Market {
  readonly id: string;
  readonly country: string;
  readonly timeZone: string;
  readonly calendar: string;
}

export const MARKETS = [
  { id: 'de', country: 'DE', timeZone: 'Europe/Berlin', calendar: 'DE-BY' },
  { id: 'at', country: 'AT', timeZone: 'Europe/Vienna', calendar: 'AT' },
  { id: 'gb', country: 'GB', timeZone: 'Europe/London', calendar: 'GB-ENG' },
  { id: 'fr', country: 'FR', timeZone: 'Europe/Paris', calendar: 'FR' },
  { id: 'se', country: 'SE', timeZone: 'Europe/Stockholm', calendar: 'SE' },
  { id: 'us', country: 'US', timeZone: 'America/New_York', calendar: 'US' },
  { id: 'ca', country: 'CA', timeZone: 'America/Toronto', calendar: 'CA-ON' },
  { id: 'br', country: 'BR', timeZone: 'America/Sao_Paulo', calendar: 'BR' },
  { id: 'in', country: 'IN', timeZone: 'Asia/Kolkata', calendar: 'IN' },
  { id: 'jp', country: 'JP', timeZone: 'Asia/Tokyo', calendar: 'JP' },
  { id: 'au', country: 'AU', timeZone: 'Australia/Sydney', calendar: 'AU-NSW' },
] as const satisfies readonly Market[];

export const INDUSTRIES = [
  'Manufacturing',
  'Logistics',
  'Retail',
  'Wholesale',
  'Software',
  'Finance',
  'Health',
] as const;

/** Enough reps for some seven hundred hot leads a working day. */
const REPS_IN_A_TEAM = 6;

const TEAMS = MARKETS.flatMap((market) => [`${market.id}-large`, market.id].map((team) => ({ team, market })));

const repIds = (team: string): readonly string[] =>
  Array.from({ length: REPS_IN_A_TEAM }, (_, index) => `${team}-${index + 1}`);

const reps = () => [
  ...MARKETS.map(({ id, timeZone }) => ({
    id: `${id}-manager`,
    name: `Manager ${id}`,
    email: `${id}-manager@example.com`,
    timeZone,
    hours: { 'mon-fri': ['08:00-18:00'] },
  })),
  ...TEAMS.flatMap(({ team, market }) =>
    repIds(team).map((id, index) => ({
      id,
      name: `Rep ${id}`,
      email: `${id}@example.com`,
      ...(index % 2 === 0 ? { phone: `+1202555${String(100 + index).padStart(4, '0')}` } : {}),
      manager: `${market.id}-manager`,
      timeZone: market.timeZone,
      hours: { 'mon-fri': index % 3 === 0 ? ['09:00-12:30', '13:30-18:00'] : ['08:30-17:30'] },
      calendar: market.calendar,
      capacity: { open: 80, perDay: 16 },
      quiet: '21:00-07:00',
    })),
  ),
];

const territories = () => [
  ...MARKETS.flatMap(({ id, country }) => [
    {
      name: `${country} large`,
      when: { 'location.country': country, 'company.employees': { gte: 1000 } },
      team: repIds(`${id}-large`).map((rep, index) => ({ rep, weight: index === 0 ? 2 : 1 })),
      share: 'score',
      overflow: country,
    },
    { name: country, when: { 'location.country': country }, team: repIds(id).map((rep) => ({ rep })) },
  ]),
  { name: 'Rest of world', team: repIds('gb').map((rep) => ({ rep })) },
];

const scoring = (hot = 60) => ({
  hot,
  // Who it is, and what a source may make of the rest.
  minimum: ['person.email', ...DERIVED_FIELDS],
  fit: [
    { name: 'enterprise', when: { 'company.employees': { gte: 1000 } }, points: 20 },
    { name: 'mid-size company', when: { 'company.employees': { gte: 100, lt: 1000 } }, points: 10 },
    { name: 'industry we know', when: { 'company.industry': INDUSTRIES.slice(0, 4) }, points: 5 },
    {
      name: 'decides',
      when: { any: [{ 'person.title': { startsWith: 'chief' } }, { 'person.title': { contains: 'director' } }] },
      points: 5,
    },
    { name: 'competitor', when: { 'company.domain': ['rival.example'] }, points: -200 },
  ],
  behaviour: {
    halfLife: 'P14D',
    actions: [
      { name: 'asked for a demo', kind: 'demo-requested', points: 60, handRaise: true },
      { name: 'read pricing', kind: 'page-viewed', when: { url: { contains: '/pricing' } }, points: 5, atMost: 10 },
      { name: 'visited the site', kind: 'page-viewed', points: 1, atMost: 5 },
      { name: 'downloaded something', kind: 'content-downloaded', points: 5, atMost: 10 },
      { name: 'attended a webinar', kind: 'webinar-attended', points: 5, atMost: 5 },
      { name: 'clicked in an e-mail', kind: 'email-clicked', points: 1, atMost: 3 },
    ],
  },
});

const sla = () => ({
  alert: { within: 'PT1H' },
  accept: {
    within: 'PT30M',
    clock: 'working',
    steps: [
      { at: 'PT15M', do: 'remind' },
      { at: 'PT30M', do: 'reassign' },
    ],
  },
  contact: {
    within: 'PT1H',
    clock: 'working',
    steps: [
      { at: 'PT45M', do: 'remind' },
      { at: 'PT1H', do: 'tell-manager' },
      { at: 'PT4H', do: 'reassign' },
    ],
  },
  verdict: {
    within: 'PT40H',
    clock: 'working',
    steps: [
      { at: 'PT32H', do: 'remind' },
      { at: 'PT40H', do: 'tell-manager' },
    ],
  },
  maxOwners: 3,
  rejectReasons: { 'not-a-fit': 'recycle', 'wrong-territory': 'reassign', 'no-time': 'reassign', duplicate: 'close' },
});

const content = () => [
  { id: 'product-tour', title: 'Product tour', url: 'https://example.com/tour' },
  { id: 'buyers-guide', title: "Buyer's guide", url: 'https://example.com/guide', after: ['product-tour'] },
];

/** Rows of territories.yaml and reps.yaml, as they are written. */
export interface Rows {
  readonly territories: readonly object[];
  readonly reps: readonly object[];
  /** What sla.yaml holds in place of the benchmark's own. */
  readonly sla?: object;
  /** The score from which a lead is hot. */
  readonly hot?: number;
}

/** Writes the five files of an agreement; unless told, one that has room for the benchmark's feed. */
export const writeBenchAgreement = (
  folder: string,
  rows: Rows = { territories: territories(), reps: reps() },
): void => {
  const files = {
    scoring: scoring(rows.hot),
    territories: { territories: rows.territories },
    reps: { reps: rows.reps },
    sla: rows.sla ?? sla(),
    content: { content: content() },
  };
  mkdirSync(folder, { recursive: true });
  for (const [name, file] of Object.entries(files)) writeFileSync(join(folder, `${name}.yaml`), stringify(file));
};
