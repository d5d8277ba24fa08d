import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Territory } from '../../shared/domain/agreement/agreement.ts';
import type { Condition, Fields, Scalar, Test } from '../../shared/domain/condition/condition.ts';
import { matches } from '../../shared/domain/condition/matches.ts';
import { createTerritoryMatcher, matchedFields } from '../../shared/domain/territory/match-territory.ts';

const FIELDS = ['location.country', 'company.industry', 'company.employees', 'consent.email', 'fields.x'];

// Few values that differ in case and type only, so that equalities meet often.
const scalar: fc.Arbitrary<Scalar> = fc.constantFrom<Scalar>('DE', 'de', 'AT', 'Us', '1', 1, 2, 1000, true, false);
const text = fc.constantFrom('d', 'E', 'AT', 'u');

const test: fc.Arbitrary<Test> = fc.oneof(
  { weight: 4, arbitrary: fc.array(scalar, { maxLength: 3 }).map((values) => ({ in: values })) },
  fc.record({ gte: fc.constantFrom(1, 2), lt: fc.constantFrom(2, 1001) }, { requiredKeys: ['gte'] }),
  text.map((startsWith) => ({ startsWith })),
  text.map((contains) => ({ contains })),
  fc.boolean().map((exists) => ({ exists })),
  fc.array(scalar, { maxLength: 2 }).map((values) => ({ not: { in: values } })),
  fc.array(scalar, { minLength: 1, maxLength: 2 }).map((values) => ({ in: values, exists: true })),
);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ field: fc.constantFrom(...FIELDS), test }),
    { weight: 3, arbitrary: fc.array(tie('condition'), { maxLength: 3 }).map((all) => ({ all })) },
    fc.array(tie('condition'), { maxLength: 3 }).map((any) => ({ any })),
    tie('condition').map((not) => ({ not })),
  ),
}));

const territories = fc.array(fc.option(condition, { freq: 30, nil: undefined }), { maxLength: 40 }).map((conditions) =>
  conditions.map(
    (when, i): Territory => ({
      name: `territory ${i}`,
      ...(when === undefined ? {} : { when }),
      team: [],
      share: 'count',
      matchLanguage: false,
    }),
  ),
);

const lead: fc.Arbitrary<Fields> = fc.dictionary(fc.constantFrom(...FIELDS), scalar);

const firstOf = (all: readonly Territory[], fields: Fields): Territory | undefined =>
  all.find(({ when }) => when === undefined || matches(when, fields));

describe('the territory of a lead', () => {
  it('is the first that matches, however the territories are indexed', () => {
    fc.assert(
      fc.property(territories, fc.array(lead, { minLength: 1, maxLength: 10 }), (all, leads) => {
        const territoryOf = createTerritoryMatcher(all);
        for (const fields of leads) expect(territoryOf(fields)).toBe(firstOf(all, fields));
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the case in which text is written', () => {
    fc.assert(
      fc.property(territories, lead, (all, fields) => {
        const lower = Object.fromEntries(
          Object.entries(fields).map(([field, value]) => [
            field,
            typeof value === 'string' ? value.toLowerCase() : value,
          ]),
        );
        const territoryOf = createTerritoryMatcher(all);
        expect(territoryOf(lower)).toBe(territoryOf(fields));
      }),
    );
  });

  it('is told with fields of the lead only', () => {
    fc.assert(
      fc.property(condition, lead, (when, fields) => {
        const matched = matchedFields(when, fields);
        for (const { field, value } of matched) expect(fields[field]).toBe(value);
        expect(new Set(matched.map(({ field }) => field)).size).toBe(matched.length);
      }),
    );
  });

  it('is found among ten thousand by looking at those of its country alone', () => {
    const all = Array.from({ length: 10_000 }, (_, i): Territory => {
      const inCountry: Condition = { field: 'location.country', test: { in: [`country ${i % 100}`] } };
      const ofSize: Condition = { field: 'company.employees', test: { gte: 10_000 - i } };
      return { name: `${i}`, when: { all: [inCountry, ofSize] }, team: [], share: 'count', matchLanguage: false };
    });
    const looks: string[] = [];
    const fields = new Proxy<Record<string, Scalar>>(
      { 'location.country': 'Country 7', 'company.employees': 93 },
      {
        get: (target, field: string) => {
          looks.push(field);
          return target[field];
        },
      },
    );
    expect(createTerritoryMatcher(all)(fields)?.name).toBe('9907');
    expect(looks.filter((field) => field === 'company.employees').length).toBeLessThanOrEqual(100);
  });
});
