import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type * as z from 'zod';
import { AGREEMENT_FILES, type AgreementFile } from '../../shared/agreement/checks/finding.ts';
import { AGREEMENT_SCHEMAS } from '../../shared/agreement/files/files.ts';
import { parseFile } from '../../shared/agreement/files/parse-file.ts';
import { type Edit, edited, type Files, problemsOf } from '../support/agreement/edits.ts';
import { GARBAGE, KEYS, PLACES, put, TIGHT, withoutPlaces } from '../support/agreement/tight-agreement.ts';

const garbage = fc.constantFrom(...GARBAGE);

const parsed = (files: Files, file: AgreementFile) => {
  const schema: z.ZodType = AGREEMENT_SCHEMAS[file];
  return parseFile(schema, parse(files[file]));
};

/** What is wrong with the shape of each file. */
const shapeOf = (files: Files): readonly string[] =>
  AGREEMENT_FILES.flatMap((file) => parsed(files, file).complaints.map(({ message }) => `${file}: ${message}`)).sort();

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
  { file: 'watches', from: 'tell: [owner, ben]', to: 'tell: [owner, b e n]' },
  { file: 'watches', from: 'acme.example, does', to: 'acme, does' },
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
  { file: 'reps', from: 'calendar: DE-BY, holidays', to: 'calendar: DE-XX, holidays' },
  { file: 'reps', from: '"13:30-18:00"', to: '"12:00-18:00"' },
  { file: 'sla', from: 'at: PT30M, do: tell-manager', to: 'at: PT14M, do: tell-manager' },
  { file: 'sla', from: 'do: tell-manager', to: 'do: recycle' },
  { file: 'content', from: 'id: roi', to: 'id: tour' },
  { file: 'content', from: 'for: { company.industry', to: 'for: { industry' },
  { file: 'watches', from: 'name: Jo', to: 'name: large' },
  { file: 'watches', from: 'tell: [ana, marketing]', to: 'tell: [zoe, marketing]' },
  { file: 'watches', from: 'when: { company.employees', to: 'when: { employees' },
  { file: 'watches', from: 'happens: [matched, activity]', to: 'happens: [matched]' },
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

  it.each(['5', '~', '{ a: 5 }', 'x'])('as anybody, where no list of reps can be read but %s', async (list) => {
    const files = { ...TIGHT, reps: `${TIGHT.reps.split('reps:\n')[0]}reps: ${list}\n` };
    expect(await told(files)).toEqual(shapeOf(files));
    expect(shapeOf(files)).toHaveLength(1);
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
