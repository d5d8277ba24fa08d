import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WEEKDAYS } from '../../../shared/domain/vocabulary/weekdays.ts';

const ALWAYS = '{ mon-sun: ["00:00-24:00"] }';

const rep = (id: string, name: string, phone: string, more = '', hours = ALWAYS): string =>
  `  - { id: ${id}, name: ${name}, email: ${id}@sales.example, phone: "${phone}", timeZone: Europe/Berlin, hours: ${hours}${more} }`;

/** Far from now: whoever works then alone is off for days. */
const OFF_NOW = `{ ${WEEKDAYS[(new Date().getUTCDay() + 2) % 7]}: ["12:00-13:00"] }`;

/** The check-in is due at any hour of the run. */
export const CHECK_IN = { day: (new Date().getUTCDay() + 6) % 7, minute: 0 } as const;

/** Has the leads of a country that no other test has leads of, so that no other test's SMS are in between. */
export const REPLIER = { rep: 'rae', phone: '+491555000003', country: 'NZ' } as const;

/** Where it is night: nobody of the team works, and somebody is on duty. */
export const NIGHT = { territory: 'Night', country: 'FJ', onDuty: 'nia', phone: '+491555000004' } as const;

/** Where nobody can take a lead now: its manager is told after some seconds. */
export const UNCLAIMED = {
  territory: 'Unclaimed',
  country: 'TO',
  rep: 'off',
  phone: '+491555000007',
  manager: '+491555000009',
} as const;

/** A team of two, one of whom goes away. */
export const PAIR = { territory: 'Pair', country: 'WS', away: 'olu', phone: '+491555000005', stays: 'pia' } as const;

/** Is told in Slack, of the leads of a country of their own. */
export const CHATTER = { territory: 'Chat', country: 'VU', rep: 'sol', slack: 'U0SOLREYES' } as const;

/** Reps at work at every hour, their manager, and clauses of a length that no test is slower than. */
const FILES = {
  'scoring.yaml': `hot: 60
minimum: [person.email, company.name]
fit:
  - { name: large company, when: { company.employees: { gte: 200 } }, points: 25 }
behaviour:
  halfLife: P14D
  actions:
    - { name: asked for a demo, kind: demo-requested, points: 60, handRaise: true }
    - { name: read pricing, kind: page-viewed, when: { url: { contains: /pricing } }, points: 15, atMost: 30 }
`,
  'territories.yaml': `territories:
  - { name: Replies, when: { location.country: ${REPLIER.country} }, team: [{ rep: ${REPLIER.rep} }] }
  - { name: ${NIGHT.territory}, when: { location.country: ${NIGHT.country} }, team: [{ rep: off }], onCall: nights }
  - { name: ${UNCLAIMED.territory}, when: { location.country: ${UNCLAIMED.country} }, manager: mia, team: [{ rep: off }] }
  - { name: ${PAIR.territory}, when: { location.country: ${PAIR.country} }, team: [{ rep: ${PAIR.away} }, { rep: ${PAIR.stays} }] }
  - { name: ${CHATTER.territory}, when: { location.country: ${CHATTER.country} }, team: [{ rep: ${CHATTER.rep} }] }
  - { name: World, team: [{ rep: ana }, { rep: ben }] }
`,
  'reps.yaml': `reps:
${rep('ana', 'Ana Ortiz', '+491555000001', ', manager: mia')}
${rep('ben', 'Ben Yılmaz', '+491555000002', ', manager: mia')}
${rep(REPLIER.rep, 'Rae Tane', REPLIER.phone, ', manager: mia')}
${rep(NIGHT.onDuty, 'Nia Sow', NIGHT.phone, ', manager: mia', OFF_NOW)}
${rep('off', 'Otto Frei', UNCLAIMED.phone, ', manager: mia', OFF_NOW)}
${rep(PAIR.away, 'Olu Ade', PAIR.phone, ', manager: mia')}
${rep(PAIR.stays, 'Pia Lund', '+491555000006', ', manager: mia')}
${rep(CHATTER.rep, 'Sol Reyes', '+491555000008', `, slack: ${CHATTER.slack}, alerts: [slack, email]`)}
${rep('mia', 'Mia Vogel', UNCLAIMED.manager)}
onCall:
  - { name: nights, timeZone: Europe/Berlin, rotation: weekly, from: 2026-01-05, handoff: "mon 09:00", reps: [${NIGHT.onDuty}], hours: ${ALWAYS} }
`,
  'sla.yaml': `alert: { within: PT1H, steps: [{ at: PT5S, do: tell-manager }] }
accept: { within: PT30M, clock: wall, steps: [{ at: PT15M, do: remind }, { at: PT30M, do: reassign }] }
contact: { within: PT1H, clock: wall, steps: [{ at: PT45M, do: remind }] }
verdict: { within: PT40H, clock: wall, steps: [{ at: PT32H, do: remind }] }
maxOwners: 2
rejectReasons: { not-a-fit: recycle, wrong-territory: reassign, duplicate: close, bad-contact: return-to-marketing, no-time: reassign }
`,
  'report.yaml': `digest: { day: ${WEEKDAYS[CHECK_IN.day]}, at: "00:00" }
`,
  'content.yaml': `content:
  - { id: roi, title: ROI calculator, url: https://example.com/roi, after: [buyers-guide] }
  - { id: retail, title: "Four hundred stores, one stock level", url: https://example.com/customers/retail, for: { company.industry: [Retail] } }
  - { id: buyers-guide, title: Buyer’s guide, url: https://example.com/guide }
`,
} as const;

export type AgreementFile = keyof typeof FILES;

/** Seconds where a real agreement has minutes, so that a state machine's clock can be waited for. */
export const SLA_IN_SECONDS = FILES['sla.yaml'].replaceAll('PT15M', 'PT8S').replaceAll('PT30M', 'PT16S');

/** Writes an agreement into a folder; `changed` stands in for whole files. */
export const writeE2eAgreement = (folder: string, changed: Partial<Record<AgreementFile, string>> = {}): string => {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries({ ...FILES, ...changed })) writeFileSync(join(folder, name), text);
  return folder;
};

/** A form, ads whose leads are fetched from this machine, and a CRM's bus, under a name that a local AWS takes. */
export const writeE2eSources = (folder: string, graphPort: number): void =>
  writeFileSync(
    join(folder, 'sources.yaml'),
    `sources:
  - { name: demo-form, kind: typeform, activity: demo-requested, map: { company.name: "{firm}", company.employees: "{size}" } }
  - { name: ads, kind: meta, activity: demo-requested, apiBase: "http://127.0.0.1:${graphPort}/v25.0" }
  - { name: crm, kind: salesforce-cdc, bus: ${PARTNER.bus}, eventSource: ${PARTNER.source} }
`,
  );

/** A webhook and a CRM, both of which this machine is. */
export const writeE2eSinks = (folder: string, sinkPort: number): void =>
  writeFileSync(
    join(folder, 'sinks.yaml'),
    `sinks:
  - { name: erp, kind: webhook, url: "http://127.0.0.1:${sinkPort}/erp", facts: [LeadAssigned] }
  - { name: hub, kind: hubspot, apiBase: "http://127.0.0.1:${sinkPort}" }
`,
  );

/** Nobody but a partner may put events of \`aws.partner/\`, on AWS as on the local one. */
export const PARTNER = { bus: 'crm-changes', source: 'test.partner.crm' } as const;
