import { AGREEMENT_FILES, type AgreementFile } from '../../../shared/agreement/checks/finding.ts';
import type { Files } from './edits.ts';

/**
 * An agreement in which much hangs together: without one of its parts, something else would be wrong. On one line
 * each, so that edits move nothing else.
 */
export const TIGHT: Files = {
  scoring: `hot: 60
warm: 60
minimum: [person.email, fields.seats]
fit:
  - { name: large, when: { company.employees: { gte: 200 }, company.industry: [Retail, Media] }, points: 25 }
  - { name: rival, when: { any: [{ company.domain: [rival.com] }, { not: { source: { exists: true } } }] }, points: -100 }
behaviour:
  halfLife: P14D
  actions:
    - { name: demo, kind: demo-requested, when: { kind: demo-requested, title: { not: x } }, points: 60, handRaise: true }
    - { name: pricing, kind: page-viewed, when: { url: { contains: /pricing } }, points: 15, atMost: 30 }
freeMail: [mail.example]
`,
  territories: `territories:
  - { name: Big, when: { company.employees: { gte: 500 } }, team: [{ rep: ana, weight: 2 }], overflow: Québec, share: score }
  - { name: Québec, when: { location.country: CA, language: [fr] }, team: [{ rep: eve }], overflow: Nordics, language: match }
  - { name: Nordics, when: { location.country: [NO, SE] }, team: [{ rep: ben }, { rep: dan, weight: 3 }], overflow: Rest }
  - { name: Norway, when: { location.country: [NO, DK] }, team: [{ rep: ben }], overflow: Nordics, language: match }
  - { name: Rest, team: [{ rep: ben }], onCall: nights }
`,
  reps: `calendars: { DE-BY: { add: [2026-11-18, 2026-11-19], remove: [2026-01-06, 2025-01-06] } }
onCall:
  - { name: nights, timeZone: Europe/Berlin, rotation: weekly, from: 2026-11-02, handoff: "mon 09:00", reps: [ana, ben], hours: { mon-fri: ["18:00-09:00"] }, overrides: [{ from: 2026-12-24, to: 2026-12-26, rep: dan }, { from: 2026-12-28T09:00, to: 2026-12-28T18:00, rep: eve }] }
  - { name: days, timeZone: UTC, rotation: daily, from: 2026-11-02, handoff: "09:00", reps: [eve], calendar: DE-BY }
reps:
  - { id: ana, name: Ana, email: ana@example.com, phone: "+4917139200011", alerts: [sms], timeZone: Europe/Berlin, hours: { mon-thu: ["09:00-12:30", "13:30-18:00"], fri: ["09:00-15:00"] }, calendar: DE-BY, holidays: [2026-12-31], manager: mia, capacity: { open: 0 } }
  - { id: ben, name: Ben, email: ben@example.com, timeZone: UTC, languages: [no], hours: { mon-sun: ["00:00-24:00"] }, overrides: [{ date: 2026-12-24, hours: [] }, { date: 2026-12-25, hours: ["09:00-10:00"] }], manager: mia }
  - { id: dan, name: Dan, email: dan@example.com, phone: "+4917139200012", alerts: [sms, email], timeZone: UTC, hours: {}, overrides: [{ date: 2026-03-03, hours: ["09:00-17:00"] }], quiet: "22:00-07:00" }
  - { id: eve, name: Eve, email: eve@example.com, timeZone: America/Toronto, languages: [en, fr-CA], hours: { tue: ["09:00-09:30"] }, away: [{ from: 2026-02-02, to: 2026-02-12 }], capacity: { open: 5, perDay: 2 } }
  - { id: mia, name: Mia, email: mia@example.com, timeZone: UTC, hours: {} }
`,
  sla: `alert: { within: PT1H }
accept: { within: PT30M, clock: working, steps: [{ at: PT15M, do: remind }, { at: PT30M, do: tell-manager }, { at: PT45M, do: reassign }] }
contact: { within: PT20M, clock: wall, steps: [{ at: PT10M, do: remind }] }
maxOwners: 2
rejectReasons: { no-time: reassign }
alerts: { throttle: { max: 5, per: PT10M }, senderId: Acme, maxPrice: "0.20" }
marketing: { qualifiedPerWeek: 5, email: marketing@example.com }
`,
  content: `content:
  - { id: tour, title: Tour, url: https://example.com/tour }
  - { id: roi, title: ROI, url: https://example.com/roi, for: { company.industry: [Retail] }, after: [tour] }
`,
  watches: `watches:
  - { name: Acme, tell: [ana, marketing], company: acme.example, does: [page-viewed] }
  - { name: Jo, tell: [owner, ben], person: jo@acme.example, happens: [qualified, activity] }
  - { name: large, tell: [manager], when: { company.employees: { gte: 500 } }, happens: [matched, activity], does: [demo-requested] }
`,
};

/** A text of one of its files. */
export interface Place {
  readonly file: AgreementFile;
  readonly index: number;
  readonly text: string;
}

/** Each value of the agreement: a scalar, with the place of its text. */
export const PLACES = AGREEMENT_FILES.flatMap((file) =>
  [...TIGHT[file].matchAll(/(?<=[:[,{] ?)(?:"[^"]*"|[^\s,{}[\]":]+(?:(?<=[^\s:]):[^\s,{}[\]"]+)*)(?=[\s,\]}])/g)].map(
    ({ index, 0: text }) => ({ file, index, text }),
  ),
);

export const KEYS = AGREEMENT_FILES.flatMap((file) =>
  [...TIGHT[file].matchAll(/(?<=[\s{])[A-Za-z.-]+(?=: )/g)].map(({ index, 0: text }) => ({ file, index, text })),
);

export const put = ({ file, index, text }: Place, value: string, files: Files = TIGHT): Files => ({
  ...files,
  [file]: files[file].slice(0, index) + value + files[file].slice(index + text.length),
});

/** What few values may be. */
export const GARBAGE = ['~', '5', '-1', 'true', '""', '{}', '[]', '[5]', '{ a: 1 }', 'a b', '+49 171', '1 month'];

/** Problems by their files, whatever their order. */
export const withoutPlaces = (problems: readonly string[]): readonly string[] =>
  problems.map((problem) => problem.replace(/^(\w+)\.yaml:\d+:\d+ /, '$1: ')).sort();
