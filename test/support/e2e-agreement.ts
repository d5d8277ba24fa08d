import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HOURS = 'hours: { mon-sun: ["00:00-24:00"] }';

const rep = (id: string, phone: string, more = ''): string =>
  `  - { id: ${id}, name: ${id[0]?.toUpperCase()}${id.slice(1)}, email: ${id}@example.com, phone: "${phone}", timeZone: Europe/Berlin, ${HOURS}${more} }`;

/** Seconds where a real agreement has minutes, so that a state machine's clock can be waited for. */
const FILES = {
  'scoring.yaml': `hot: 60
minimum: [person.email, company.name]
fit:
  - { name: large company, when: { company.employees: { gte: 200 } }, points: 25 }
behaviour:
  halfLife: P14D
  actions:
    - { name: asked for a demo, kind: demo-requested, points: 60, handRaise: true }
`,
  'territories.yaml': `territories:
  - { name: World, team: [{ rep: ana }, { rep: ben }] }
`,
  'reps.yaml': `reps:
${rep('ana', '+491555000001', ', manager: mia')}
${rep('ben', '+491555000002', ', manager: mia')}
${rep('mia', '+491555000009')}
`,
  'sla.yaml': `alert: { within: PT1H }
accept: { within: PT16S, clock: wall, steps: [{ at: PT8S, do: remind }, { at: PT16S, do: reassign }] }
contact: { within: PT1H, clock: wall, steps: [{ at: PT45M, do: remind }] }
maxOwners: 2
rejectReasons: { not-a-fit: recycle, no-time: reassign }
`,
  'content.yaml': 'content: []\n',
} as const;

export type AgreementFile = keyof typeof FILES;

/** Writes an agreement into a folder; `changed` stands in for whole files. */
export const writeE2eAgreement = (folder: string, changed: Partial<Record<AgreementFile, string>> = {}): string => {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries({ ...FILES, ...changed })) writeFileSync(join(folder, name), text);
  return folder;
};
