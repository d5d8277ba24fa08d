import * as fc from 'fast-check';
import { stringify } from 'yaml';
import type { AgreementFile } from '../../../shared/agreement/checks/finding.ts';

/*
 * Agreements that are sound by the way they are made: each market has campaigns of its own, and within a market
 * the narrow territories stand above the wide ones and leave them something.
 */

const COUNTRIES = ['DE', 'AT', 'CH', 'GB', 'IE', 'FR', 'BE', 'NL', 'SE', 'NO', 'US', 'CA', 'BR', 'IN', 'JP', 'AU'];
const ZONES = ['Europe/Berlin', 'Europe/London', 'America/New_York', 'Asia/Tokyo', 'Australia/Sydney', 'UTC'];

const hours = fc.constantFrom(
  { 'mon-fri': ['09:00-17:00'] },
  { 'mon-thu': ['09:00-12:30', '13:30-18:00'], fri: ['09:00-15:00'] },
  { 'sun-thu': ['22:00-06:00'] },
  { 'sat-mon': ['00:00-24:00'] },
  { tue: ['08:00-20:00'], thu: ['08:00-20:00'] },
);

const rep = (id: string) =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(`Rep ${id}`),
    email: fc.constant(`${id}@example.com`),
    phone: fc.constant('+4917139200011'),
    timeZone: fc.constantFrom(...ZONES),
    hours,
    languages: fc.constantFrom([], ['en'], ['de', 'en']),
    capacity: fc.constantFrom({}, { open: 5 }, { open: 20, perDay: 4 }),
    alerts: fc.constantFrom(['sms', 'email'], ['email'], ['sms']),
    quiet: fc.constantFrom('22:00-07:00', '12:00-13:00'),
    away: fc.constantFrom([], [{ from: '2026-07-01', to: '2026-08-15' }]),
  });

/** Conditions of one market, each of which leaves some of its leads to those after it. */
const market = (country: string) =>
  fc
    .subarray(
      [
        { 'company.employees': { gte: 1000 } },
        { 'company.employees': { gte: 100, lt: 900 } },
        { 'company.industry': ['Retail', 'Wholesale'] },
        { any: [{ 'person.title': { startsWith: 'chief' } }, { 'person.title': { contains: 'director' } }] },
        { 'location.postalCode': { startsWith: '8' } },
        { 'company.domain': { endsWith: '.org' } },
        { source: { exists: true, not: ['partner', 'fair'] } },
        { 'fields.seats': { gt: 10, lte: 50 }, not: { 'consent.email': false } },
        { interest: ['a', 'b'], all: [{ campaign: { not: { contains: 'x' } } }] },
        {},
      ],
      { minLength: 1 },
    )
    .map((conditions) => conditions.map((condition) => ({ 'location.country': country, ...condition })));

const team = fc
  .uniqueArray(fc.constantFrom('ana', 'ben', 'cem', 'dee'), { minLength: 1, maxLength: 3 })
  .chain((ids) =>
    fc.tuple(...ids.map((id) => fc.record({ rep: fc.constant(id), weight: fc.constantFrom(1, 2, 0.5) }))),
  );

const clause = fc.record({
  within: fc.constantFrom('PT15M', 'PT30M', 'PT1H', 'PT2H', 'PT26H'),
  clock: fc.constantFrom('working', 'wall'),
  steps: fc.constantFrom(
    [],
    [
      { at: 'PT10M', do: 'remind' },
      { at: 'PT5H', do: 'reassign' },
    ],
  ),
});

const territories = fc
  .uniqueArray(fc.constantFrom(...COUNTRIES), { minLength: 1, maxLength: 8 })
  .chain((countries) => fc.tuple(...countries.map(market)))
  .chain((markets) => {
    const conditions = markets.flat();
    return fc.tuple(
      ...conditions.map((when, i) =>
        fc.record({
          name: fc.constant(`Territory ${i}`),
          when: fc.constant(when),
          team,
          share: fc.constantFrom('count', 'score'),
          overflow: fc.constantFrom('Rest', i + 1 < conditions.length ? `Territory ${i + 1}` : 'Rest'),
          language: fc.constant('match'),
        }),
      ),
    );
  });

const watches = fc.subarray([
  { name: 'Acme', tell: ['ana', 'manager'], company: 'acme.example' },
  { name: 'Jo', tell: ['owner', 'ben'], person: 'jo@acme.example', does: ['pricing-viewed'] },
  { name: 'large', tell: ['cem'], when: { 'company.employees': { gte: 1000 } } },
  { name: 'large and hot', tell: ['dee'], when: { 'company.employees': { gte: 900 } }, happens: ['qualified'] },
]);

/** The files of an agreement in which there is nothing to find. */
export const soundAgreement: fc.Arbitrary<Readonly<Record<AgreementFile, string>>> = fc
  .record({
    territories,
    rest: team,
    reps: fc.tuple(rep('ana'), rep('ben'), rep('cem'), rep('dee')),
    accept: clause,
    contact: clause,
    verdict: clause,
    hot: fc.integer({ min: 10, max: 100 }),
    watches,
  })
  .map(({ territories: named, rest, reps, hot, watches: watched, ...clauses }) => ({
    scoring: stringify({
      hot,
      minimum: ['person.email'],
      fit: [{ name: 'large', when: { 'company.employees': { gte: hot } }, points: 20 }],
      behaviour: { halfLife: 'P7D', actions: [{ name: 'demo', kind: 'demo-requested', points: 50, handRaise: true }] },
    }),
    territories: stringify({ territories: [...named, { name: 'Rest', team: rest }] }),
    reps: stringify({ reps }),
    sla: stringify({ alert: { within: 'PT1H', steps: [{ at: 'PT50M', do: 'tell-manager' }] }, ...clauses }),
    content: stringify({ content: [] }),
    watches: stringify({ watches: watched }),
  }));
