import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type * as z from 'zod';
import { AGREEMENT_FILES, type AgreementFile } from '../../shared/agreement/checks/finding.ts';
import { AGREEMENT_SCHEMAS } from '../../shared/agreement/files/files.ts';
import { parseFile } from '../../shared/agreement/files/parse-file.ts';
import { type Edit, edited, type Files, problemsOf } from '../support/agreement/edits.ts';

/**
 * An agreement in which much hangs together: without one of its parts, something else would be wrong. On one line
 * each, so that edits move nothing else.
 */
const TIGHT: Files = {
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
  - { name: Rest, team: [{ rep: ben }] }
`,
  reps: `reps:
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
};

/** Each value of the agreement: a scalar, with the place of its text. */
const PLACES = AGREEMENT_FILES.flatMap((file) =>
  [...TIGHT[file].matchAll(/(?<=[:[,{] ?)(?:"[^"]*"|[^\s,{}[\]":]+(?:(?<=[^\s:]):[^\s,{}[\]"]+)*)(?=[\s,\]}])/g)].map(
    ({ index, 0: text }) => ({ file, index, text }),
  ),
);

const KEYS = AGREEMENT_FILES.flatMap((file) =>
  [...TIGHT[file].matchAll(/(?<=[\s{])[A-Za-z.-]+(?=: )/g)].map(({ index, 0: text }) => ({ file, index, text })),
);

const put = ({ file, index, text }: (typeof PLACES)[number], value: string): Files => ({
  ...TIGHT,
  [file]: TIGHT[file].slice(0, index) + value + TIGHT[file].slice(index + text.length),
});

const GARBAGE = ['~', '5', '-1', 'true', '""', '{}', '[]', '[5]', '{ a: 1 }', 'a b', '+49 171', '1 month'];
const garbage = fc.constantFrom(...GARBAGE);

const parsed = (files: Files, file: AgreementFile) => {
  const schema: z.ZodType = AGREEMENT_SCHEMAS[file];
  return parseFile(schema, parse(files[file]));
};

/** What is wrong with the shape of each file. */
const shapeOf = (files: Files): readonly string[] =>
  AGREEMENT_FILES.flatMap((file) => parsed(files, file).complaints.map(({ message }) => `${file}: ${message}`)).sort();

const withoutPlaces = (problems: readonly string[]): readonly string[] =>
  problems.map((problem) => problem.replace(/^(\w+)\.yaml:\d+:\d+ /, '$1: ')).sort();

const told = async (files: Files): Promise<readonly string[]> => withoutPlaces(await problemsOf(files));

describe('an agreement in which much hangs together', () => {
  it('is sound', async () => {
    expect(await problemsOf(TIGHT)).toEqual([]);
  });

  it.each(GARBAGE)('is read around each of its values that is %s', (value) => {
    const unread = PLACES.filter((place) => parsed(put(place, value), place.file).data === undefined);
    expect(unread.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
  });

  it('is read around each of its keys with a slip', () => {
    const unread = KEYS.filter((key) => parsed(put(key, `${key.text}x`), key.file).data === undefined);
    expect(unread.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
  });

  it('has no problem that follows from a value of the wrong shape', async () => {
    let wrong = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...PLACES), garbage, async (place, value) => {
        const files = put(place, value);
        const shape = shapeOf(files);
        if (shape.length === 0) return;
        wrong++;
        expect(await told(files)).toEqual(shape);
      }),
      { numRuns: 300 },
    );
    expect(wrong).toBeGreaterThan(50);
  });

  it('has no problem that follows from a key with a slip', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...KEYS), async (place) => {
        const files = put(place, `${place.text}x`);
        const shape = shapeOf(files);
        fc.pre(shape.length > 0);
        expect(await told(files)).toEqual(shape);
      }),
      { numRuns: 100 },
    );
  });
});

const WRONG_SHAPES: readonly Edit[] = [
  { file: 'scoring', from: 'points: 25', to: 'points: many' },
  { file: 'scoring', from: 'kind: page-viewed', to: 'kind: Page viewed' },
  { file: 'scoring', from: 'halfLife: P14D', to: 'halfLife: 1 month' },
  { file: 'scoring', from: 'title: { not: x }', to: 'title: { not: ~ }' },
  { file: 'territories', from: 'weight: 2', to: 'weight: 0' },
  { file: 'territories', from: 'share: score', to: 'share: scores' },
  { file: 'territories', from: 'weight: 3', to: 'wieght: 3' },
  { file: 'reps', from: 'ana@example.com', to: 'ana' },
  { file: 'reps', from: '"+4917139200012"', to: '+4917139200012' },
  { file: 'reps', from: '2026-02-12', to: '2026-02-30' },
  { file: 'reps', from: 'id: dan, name: Dan', to: 'id: dan' },
  { file: 'sla', from: 'clock: working', to: 'clock: works' },
  { file: 'sla', from: 'at: PT10M', to: 'at: 10' },
  { file: 'content', from: 'https://example.com/tour', to: 'tour' },
];

const NO_SENSE: readonly Edit[] = [
  { file: 'scoring', from: 'warm: 60', to: 'warm: 61' },
  { file: 'scoring', from: 'fields.seats', to: 'seats' },
  { file: 'scoring', from: 'name: rival', to: 'name: large' },
  { file: 'scoring', from: 'name: pricing', to: 'name: demo' },
  { file: 'scoring', from: 'company.industry: [Retail, Media]', to: 'industry: [Retail]' },
  { file: 'scoring', from: 'company.domain: [rival.com]', to: 'company.domain: { gt: 5 }' },
  { file: 'scoring', from: '/pricing', to: '/pricing, not: { contains: ing }' },
  { file: 'territories', from: 'rep: eve', to: 'rep: zoe' },
  { file: 'territories', from: 'name: Norway', to: 'name: Big' },
  { file: 'territories', from: '[NO, DK]', to: '[NO]' },
  { file: 'territories', from: 'overflow: Rest', to: 'overflow: South' },
  { file: 'territories', from: 'language: [fr]', to: 'language: [de]' },
  { file: 'territories', from: '{ name: Rest,', to: '{ name: Rest, when: { source: x },' },
  { file: 'reps', from: 'manager: mia, capacity', to: 'manager: max, capacity' },
  { file: 'reps', from: 'alerts: [sms]', to: 'alerts: []' },
  { file: 'reps', from: 'date: 2026-12-25', to: 'date: 2026-12-24' },
  { file: 'reps', from: 'DE-BY', to: 'DE-XX' },
  { file: 'reps', from: '"13:30-18:00"', to: '"12:00-18:00"' },
  { file: 'sla', from: 'at: PT30M, do: tell-manager', to: 'at: PT14M, do: tell-manager' },
  { file: 'sla', from: 'do: tell-manager', to: 'do: recycle' },
  { file: 'content', from: 'id: roi', to: 'id: tour' },
  { file: 'content', from: 'for: { company.industry', to: 'for: { industry' },
];

describe('problems of shape all over an agreement', () => {
  it('hide none of each other', async () => {
    const each = await Promise.all(WRONG_SHAPES.map((edit) => problemsOf(edited(TIGHT, edit))));
    expect(each.map((problems) => problems.length)).toEqual(WRONG_SHAPES.map(() => 1));
    expect(await told(edited(TIGHT, ...WRONG_SHAPES))).toEqual(withoutPlaces(each.flat()));
  });

  it.each(NO_SENSE.map((edit) => [`${edit.file}: ${edit.from} → ${edit.to}`, edit] as const))(
    'hide nothing else: %s',
    async (_, noSense) => {
      const alone = await problemsOf(edited(TIGHT, noSense));
      const shapes = await problemsOf(edited(TIGHT, ...WRONG_SHAPES));
      expect(alone).toHaveLength(1);
      expect(await told(edited(TIGHT, noSense, ...WRONG_SHAPES))).toEqual(withoutPlaces([...alone, ...shapes]));
    },
  );
});

describe('what cannot be read is known all the same', () => {
  it('by its name', async () => {
    const files = edited(TIGHT, { file: 'reps', from: 'ben@example.com', to: 'ben' });
    expect(await told(files)).toEqual(['reps: expected an e-mail address, got "ben"']);
  });

  it('as one of unknown name, for which others may stand', async () => {
    const files = edited(
      TIGHT,
      { file: 'reps', from: 'id: eve', to: 'id: e v e' },
      { file: 'territories', from: 'name: Québec', to: 'name: 5' },
    );
    expect(await told(files)).toEqual([
      'reps: expected letters, digits, ".", "_" and "-", at most 64, got "e v e"',
      'territories: expected text, got 5',
    ]);
  });

  it('by its place, where its name cannot be read', async () => {
    const files = edited(
      TIGHT,
      {
        file: 'territories',
        from: '{ name: Norway, when: { location.country: [NO, DK] }',
        to: '{ when: { location.country: [NO] }',
      },
      {
        file: 'reps',
        from: 'id: ana, name: Ana, email: ana@example.com, phone: "+4917139200011"',
        to: 'name: Ana, email: ana@example.com',
      },
    );
    expect(await told(files)).toEqual([
      'reps: missing "id"',
      'reps: no channel reaches "rep 1": sms needs "phone"',
      'territories: "territory 4" can never match: "Nordics" above takes every lead that it would',
      'territories: missing "name"',
    ]);
  });

  it('as something, where a whole entry is no mapping', async () => {
    const files = edited(TIGHT, {
      file: 'reps',
      from: '- { id: mia, name: Mia, email: mia@example.com, timeZone: UTC, hours: {} }',
      to: '- mia',
    });
    expect(await told(files)).toEqual(['reps: expected a mapping, got "mia"']);
  });
});
