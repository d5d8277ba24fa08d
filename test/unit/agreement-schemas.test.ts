import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import Holidays from 'date-holidays';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { agreementSchemas } from '../../scripts/agreement-schemas/agreement-schemas.ts';
import { withTables } from '../../scripts/agreement-schemas/agreement-tables.ts';
import { AGREEMENT_FILES, type AgreementFile, OPTIONAL_FILES } from '../../shared/agreement/checks/finding.ts';
import { readDuration } from '../../shared/agreement/files/duration.ts';
import { AGREEMENT_SCHEMAS } from '../../shared/agreement/files/files.ts';
import { loadFiles, problemsIn, SOUND } from '../support/agreement/agreement-folder.ts';
import { soundAgreement } from '../support/agreement/sound-agreement.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = 'schemas/agreement';
const EXAMPLES = ['agreement', 'docs/examples/marketstar/agreement'];
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const ajv = new Ajv({ allErrors: true, strict: false });
const texts = agreementSchemas();
const schemaOf = (file: AgreementFile): object => JSON.parse(texts[`${file}.schema.json`] ?? 'null');
const validators = Object.fromEntries(AGREEMENT_FILES.map((file) => [file, ajv.compile(schemaOf(file))]));
const takes = (file: AgreementFile, value: unknown): boolean => validators[file]?.(value) ?? false;

interface Named {
  readonly path: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every key that a schema names, wherever it is, with what it says of it. */
const keysIn = (schema: unknown, path = ''): readonly Named[] => {
  if (Array.isArray(schema)) return schema.flatMap((one) => keysIn(one, path));
  if (!isRecord(schema)) return [];
  return Object.entries(schema).flatMap(([keyword, value]) => {
    if (!['properties', 'patternProperties', 'definitions'].includes(keyword) || !isRecord(value))
      return keyword === 'examples' ? [] : keysIn(value, path);
    return Object.entries(value).flatMap(([name, one]) => {
      const here = `${path}.${name}`;
      const isKey = keyword !== 'definitions' && isRecord(one);
      return [...(isKey ? [{ path: here, schema: one }] : []), ...keysIn(one, here)];
    });
  });
};

describe('the JSON Schemas of the agreement', () => {
  it('are those that the files of an agreement are read by: npm run schemas', () => {
    const found = readdirSync(join(ROOT, FOLDER)).map((name) => [name, read(join(FOLDER, name))]);
    expect(Object.fromEntries(found)).toEqual(texts);
  });

  it.each(AGREEMENT_FILES)('say of each key of %s what it is called and what it means', (file) => {
    const keys = keysIn(schemaOf(file));
    expect(keys.length).toBeGreaterThan(5);
    const silent = keys.filter(({ schema: { title, description } }) => !title || !description);
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it.each(AGREEMENT_FILES)('give examples of %s that may be written where they stand', (file) => {
    const definitions = Object(schemaOf(file)).definitions;
    const wrong = keysIn(schemaOf(file)).flatMap(({ path, schema }) => {
      const { examples = [] } = schema;
      const isTaken = ajv.compile({ ...schema, definitions });
      return Array.isArray(examples) ? examples.filter((one) => !isTaken(one)).map((one) => [path, one]) : [];
    });
    expect(wrong).toEqual([]);
  });

  it('are in the package', () => {
    expect(JSON.parse(read('package.json')).files).toContain('schemas');
  });
});

describe('docs/agreement.md', () => {
  const text = read('docs/agreement.md');

  it('has the tables that the schemas give: npm run schemas', () => {
    expect(withTables(text)).toBe(text);
  });

  it.each(AGREEMENT_FILES)('names every key of %s', (file) => {
    const names = keysIn(schemaOf(file)).map(({ path }) => path.split('.').slice(2).join('.'));
    const missing = names.filter((name) => {
      const last = /[^.]*$/.exec(name)?.[0] ?? '';
      const isDay = /\bhours\.[^.]*$/.test(name);
      return !isDay && !name.startsWith('^') && !new RegExp(`[\`.\\]]${last}\``).test(text);
    });
    expect(missing).toEqual([]);
  });
});

describe.each(EXAMPLES)('the example in %s', (folder) => {
  it.each(AGREEMENT_FILES.filter((file) => !(file in OPTIONAL_FILES)))(
    'names the schema of %s.yaml in its first line, from where it is, and keeps it',
    (file) => {
      const text = read(join(folder, `${file}.yaml`));
      const [, named = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
      expect(normalize(join(folder, dirname(named)))).toBe(normalize(FOLDER));
      expect(named.endsWith(`/${file}.schema.json`)).toBe(true);
      expect(takes(file, parse(text))).toBe(true);
    },
  );
});

describe('a mistake of shape', () => {
  const cases: readonly (readonly [file: AgreementFile, from: string, to: string])[] = [
    ['scoring', 'hot: 60', 'hott: 60'],
    ['scoring', 'hot: 60', 'hot: high'],
    ['scoring', 'hot: 60', 'hot: 0'],
    ['scoring', 'demo-requested', 'Demo requested'],
    ['scoring', 'P14D', '14 dayz'],
    ['scoring', 'P14D', '1 month'],
    ['scoring', 'handRaise: true', 'handRaise: yes'],
    ['scoring', '{ gte: 200 }', '{ gtee: 200 }'],
    ['scoring', '{ gte: 200 }', '{ gte: many }'],
    ['scoring', '{ gte: 200 }', '{}'],
    ['scoring', '{ gte: 200 }', '[]'],
    ['scoring', '{ gte: 200 }', '~'],
    ['scoring', '{ gte: 200 }', '{ not: {} }'],
    ['scoring', '{ company.domain: [rival.com] }', '{}'],
    ['scoring', '{ company.domain: [rival.com] }', '{ any: [] }'],
    ['scoring', '{ company.domain: [rival.com] }', '{ not: rival.com }'],
    ['territories', 'share: score', 'share: scores'],
    ['territories', 'language: match', 'language: de'],
    ['territories', 'weight: 2', 'weight: 0'],
    ['territories', 'weight: 2', 'wieght: 2'],
    ['territories', '- name: DACH', '- nam: DACH'],
    ['territories', 'name: DACH', 'name: ""'],
    ['reps', 'id: ben', 'id: ben the second'],
    ['reps', 'ben@example.com', 'ben'],
    ['reps', '"+4917139200011"', '+4917139200011'],
    ['reps', '"+4917139200011"', '"0171 39200011"'],
    ['reps', 'Europe/Berlin', '+01:00'],
    ['reps', '[de, EN]', '[de, english]'],
    ['reps', '[2026-12-31]', '[2026-13-31]'],
    ['reps', 'perDay: 8', 'perDay: -1'],
    ['reps', 'perDay: 8', 'perDay: 1.5'],
    ['reps', 'quiet: "22:00-07:00"', 'quiet: "22-7"'],
    ['reps', 'sat-mon:', 'weekend:'],
    ['reps', '"13:30-18:00"', '9-17'],
    ['reps', '["22:00-06:00"]', '"22:00-06:00"'],
    ['reps', 'id: ben,', 'id: ben, alerts: [fax],'],
    ['sla', 'at: PT15M', 'at: 15'],
    ['sla', 'do: remind', 'do: remember'],
    ['sla', '{ no-time: reassign }', '{ no time: reassign }'],
    ['sla', '{ no-time: reassign }', '{ no-time: ignore }'],
    ['sla', 'max: 5', 'max: 2.5'],
    ['sla', 'PT10M }', 'PT10M }, maxPrice: 0.2'],
    ['sla', 'PT10M }', 'PT10M }, senderId: Acme Incorporated'],
    ['content', 'https://example.com/roi', 'ftp://example.com/roi'],
    ['content', 'id: roi, ', ''],
  ];

  it.each(cases)('in %s is found by zod and by the schema alike: %s → %s', (file, from, to) => {
    expect(takes(file, parse(SOUND[file]))).toBe(true);
    const wrong = parse(SOUND[file].replace(from, to));
    expect(AGREEMENT_SCHEMAS[file].safeParse(wrong).success).toBe(false);
    expect(takes(file, wrong)).toBe(false);
  });

  it.each([
    ['scoring', '{ gte: 200 }', '"200"'],
    ['scoring', '{ gte: 200 }', '{ contains: "2" }'],
    ['scoring', 'company.domain: [rival.com]', 'company.size: 1'],
    ['scoring', 'url: { contains', 'company.name: { contains'],
    ['scoring', 'fields.seats', 'company.size'],
    ['territories', 'location.country: NO', 'location.postalCode: 01067'],
    ['territories', 'location.country: NO', 'consent.sms: yes'],
    ['territories', 'location.country: NO', 'location.postalCode: { district: 1 }'],
    ['territories', 'location.country: NO', 'company.employees: { district: E1 }'],
    ['content', 'company.industry', 'industry'],
  ] as const)('of a field in %s is found by the schema as by the check: %s → %s', (file, from, to) => {
    expect(takes(file, parse(SOUND[file].replace(from, to)))).toBe(false);
  });
});

describe('what the check takes', () => {
  it.each(['{ district: E1 }', '{ district: [E1, SW1A] }', '{ not: { district: e1w } }'])(
    'the schema takes of a postal code: %s',
    async (test) => {
      const territories = SOUND.territories.replace('location.country: NO', `location.postalCode: ${test}`);
      const sound = territories.replace('    language: match\n', '');
      expect(problemsIn(await loadFiles({ ...SOUND, territories: sound }))).toEqual([]);
      expect(takes('territories', parse(sound))).toBe(true);
    },
  );

  it('the schemas take, in agreements of all kinds', () => {
    fc.assert(
      fc.property(soundAgreement, (files) => {
        for (const file of AGREEMENT_FILES) expect(takes(file, parse(files[file]))).toBe(true);
      }),
    );
  });

  const places = AGREEMENT_FILES.flatMap((file) =>
    [...SOUND[file].matchAll(/(?<=[:[,] )(?:"[^"]*"|[^\s,{}[\]"]+)/g)].map(({ index, 0: text }) => ({
      file,
      index,
      text,
    })),
  );
  const values = fc.oneof(
    fc.constantFrom('~', '5', '0', '-1', '0.5', 'true', '""', '{}', '[]', '[5]', '{ a: 1 }', '"01067"', 'DE', 'de-at'),
    fc.constantFrom('30 min', '1.5 h', 'PT1H', '1 month', '2026-12-31', '"09:00-17:00"', 'UTC', '+4917139200011'),
    fc.constantFrom('mon', 'sms', 'wall', 'person.email', 'fields.x', 'http://a.b', 'a@b.example', 'Zoë', '🙂', 'a b'),
    fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => JSON.stringify(text)),
  );

  it('the schemas take, whatever stands in a place', async () => {
    let sound = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), values, async ({ file, index, text }, value) => {
        const changed = SOUND[file].slice(0, index) + value + SOUND[file].slice(index + text.length);
        const problems = problemsIn(await loadFiles({ ...SOUND, [file]: changed }));
        if (problems.length > 0) return;
        sound++;
        expect(takes(file, parse(changed))).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(sound).toBeGreaterThan(5);
  });

  it('the schema takes, whatever a duration is made of', () => {
    const pieces = [
      'P',
      'T',
      'PT',
      '1',
      '30',
      '1.5',
      ' ',
      'h',
      'H',
      'm',
      'M',
      'min',
      'hours',
      'Days',
      'w',
      's',
      'S',
      'D',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 6 }), (parts) => {
        const within = parts.join('');
        // What is too long to count has the form of a duration all the same.
        fc.pre(!/\d{7}/.test(within));
        const isTaken = takes('sla', { alert: { within }, accept: { within: '1 h', clock: 'wall' } });
        expect(isTaken, within).toBe(readDuration(within) !== undefined);
      }),
      { numRuns: 3_000 },
    );
  });

  it('the schema takes, for every calendar that there is', () => {
    const all = new Holidays();
    const codes = Object.keys(all.getCountries()).flatMap((country) => [
      country,
      ...Object.keys(all.getStates(country) ?? {}).flatMap((state) => [
        `${country}-${state}`,
        ...Object.keys(all.getRegions(country, state) ?? {}).map((region) => `${country}-${state}-${region}`),
      ]),
    ]);
    const [rep] = parse(SOUND.reps).reps;
    const refused = codes.filter((calendar) => !takes('reps', { reps: [{ ...rep, calendar }] }));
    expect(codes.length).toBeGreaterThan(500);
    expect(refused).toEqual([]);
  });
});
