import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AGREEMENT_FILES, type AgreementFile } from '../../../shared/agreement/checks/finding.ts';
import { type LoadedAgreement, loadAgreement, type UsedYears } from '../../../shared/agreement/load-agreement.ts';
import { formatProblem } from '../../../shared/agreement/problem.ts';
import type { Agreement } from '../../../shared/domain/agreement/agreement.ts';
import type { HolidayCalendar } from '../../../shared/ports/holiday-calendar.ts';

/** A small sound agreement. */
export const SOUND: Readonly<Record<AgreementFile, string>> = {
  scoring: `# who is hot
hot: 60
minimum: [person.email, fields.seats]
fit:
  - { name: large, when: { company.employees: { gte: 200 } }, points: 25 }
  - name: rival
    when: { company.domain: [rival.com] }
    points: -100
behaviour:
  halfLife: P14D
  actions:
    - { name: demo, kind: demo-requested, points: 60, handRaise: true }
    - { name: pricing, kind: page-viewed, when: { url: { contains: /pricing } }, points: 15, atMost: 30 }
`,
  territories: `territories:
  - name: DACH
    when: { location.country: [DE, AT] }
    team: [{ rep: ana, weight: 2 }, { rep: ben }]
    overflow: North
  - name: North
    when: { location.country: NO }
    team: [{ rep: ben }]
    overflow: Rest
    share: score
    language: match
  - name: Rest
    team:
      - { rep: ben }
`,
  reps: `reps:
  - id: ana
    name: Ana Ortiz
    email: ana@example.com
    phone: "+4917139200011"
    manager: mia
    timeZone: Europe/Berlin
    languages: [de, EN]
    hours: { mon-thu: ["09:00-12:30", "13:30-18:00"], fri: ["22:00-06:00"] }
    calendar: DE-BY
    holidays: [2026-12-31]
    overrides: [{ date: 2026-12-24, hours: ["09:00-12:00"] }]
    away: [{ from: 2026-12-28, to: 2027-01-02 }]
    capacity: { open: 25, perDay: 8 }
    quiet: "22:00-07:00"
  - { id: ben, name: Ben, email: ben@example.com, timeZone: UTC, hours: { sat-mon: ["00:00-24:00"] } }
  - { id: mia, name: Mia, email: mia@example.com, timeZone: UTC, hours: {} }
`,
  sla: `alert: { within: PT1H }
accept:
  within: PT30M
  clock: working
  steps:
    - { at: PT15M, do: remind }
    - { at: PT30M, do: reassign }
contact: { within: PT1H, clock: wall }
rejectReasons: { no-time: reassign }
alerts: { throttle: { max: 5, per: PT10M } }
`,
  content: `content:
  - { id: tour, title: Tour, url: https://example.com/tour }
  - { id: roi, title: ROI, url: https://example.com/roi, for: { company.industry: [Retail] }, after: [tour] }
`,
  watches: `watches:
  - { name: Acme, tell: [ana, manager], company: acme.example }
  - { name: large and lost, tell: [mia], when: { company.employees: { gte: 500 } }, does: [pricing-viewed] }
  - { name: Jo, tell: [owner, ben], person: jo@acme.example, happens: [qualified, activity] }
`,
};

/** One holiday a year in DE-BY; no other calendar is known. */
export const FEW_HOLIDAYS: HolidayCalendar = {
  publicHolidays: async (calendar, years) =>
    calendar === 'DE-BY' ? years.map((year) => ({ date: `${year}-01-06`, name: 'Epiphany' })) : undefined,
};

export interface Loaded {
  readonly loaded: LoadedAgreement;
  readonly folder: string;
}

/** Writes the files to a folder of their own and loads it; a file that is undefined is not written. Texts become UTF-8. `beside`: other files. */
export const loadFiles = async (
  files: Readonly<Partial<Record<AgreementFile, string | Uint8Array>>>,
  beside: Readonly<Record<string, string | Uint8Array>> = {},
  used: UsedYears = { year: 2026 },
): Promise<Loaded> => {
  const folder = await mkdtemp(join(tmpdir(), 'agreement-'));
  try {
    for (const name of AGREEMENT_FILES) {
      const text = files[name];
      if (text !== undefined) await writeFile(join(folder, `${name}.yaml`), text);
    }
    for (const [name, text] of Object.entries(beside)) await writeFile(join(folder, name), text);
    return { folder, loaded: await loadAgreement(folder, { ...used, calendar: FEW_HOLIDAYS }) };
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** The problems as they are printed, without the folder. */
export const problemsIn = ({ loaded, folder }: Loaded): readonly string[] =>
  'problems' in loaded ? loaded.problems.map((problem) => formatProblem(problem).replace(join(folder, '/'), '')) : [];

/** The compiled agreement; fails with the problems when there are any. */
export const agreementOf = ({ loaded }: Pick<Loaded, 'loaded'>): Agreement => {
  if ('problems' in loaded) throw new Error(loaded.problems.map(formatProblem).join('\n'));
  return loaded.agreement;
};
