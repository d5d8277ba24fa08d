import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canHold } from '../../shared/agreement/analysis/can-hold.ts';
import { reachOf } from '../../shared/agreement/analysis/reach.ts';
import { ACTIVITIES, LEADS } from '../../shared/agreement/analysis/universe.ts';
import type { Territory } from '../../shared/domain/agreement/agreement.ts';
import type { Condition, Fields, Scalar, Test } from '../../shared/domain/condition/condition.ts';
import { matches } from '../../shared/domain/condition/matches.ts';

/*
 * Few fields of every type and few constants, so that conditions often cover each other. The leads tell apart
 * whatever the tests below can: every start, inside and end of a text, every number at, beside and between the
 * bounds. Only `fields.x` holds fewer values than could be told apart.
 */
const WORDS = ['', 'a', 'b', 'ab', 'ba'];
const TEXTS = [
  ...WORDS.slice(1),
  ...WORDS.flatMap((start) => [...WORDS, 'abzba'].flatMap((inside) => WORDS.map((end) => `${start}z${inside}z${end}`))),
];
const VALUES: Readonly<Record<string, readonly (Scalar | undefined)[]>> = {
  source: [undefined, ...TEXTS],
  'company.employees': [undefined, -1, 1, 1.5, 2, 2.5, 3, 9],
  'consent.email': [undefined, true, false],
};
const ANY_VALUE = [undefined, 'a', 'b', 'ab', 'zab', 'z', 1, 1.5, 2, 9, true, false];

const spread = (leads: readonly Fields[], field: string, values: readonly (Scalar | undefined)[]): readonly Fields[] =>
  leads.flatMap((lead) => values.map((value) => (value === undefined ? lead : { ...lead, [field]: value })));

const everyLead = Object.entries(VALUES).reduce<readonly Fields[]>(
  (leads, [field, values]) => spread(leads, field, values),
  [{ 'person.email': 'zoe@example.com' }],
);

const someLeads = spread(
  everyLead.filter((_, i) => i % 7 === 0),
  'fields.x',
  ANY_VALUE,
);

const part = fc.constantFrom('a', 'A', 'b', 'aB', 'ba');
const bound = fc.constantFrom(1, 2, 3);
const textTest: fc.Arbitrary<Test> = fc.oneof(
  fc.uniqueArray(part, { minLength: 1, maxLength: 3 }).map((values) => ({ in: values })),
  part.map((startsWith) => ({ startsWith })),
  part.map((endsWith) => ({ endsWith })),
  part.map((contains) => ({ contains })),
);
const numberTest: fc.Arbitrary<Test> = fc.oneof(
  fc.array(bound, { minLength: 1, maxLength: 2 }).map((values) => ({ in: values })),
  fc.record({ gte: bound, gt: bound, lte: bound, lt: bound }, { requiredKeys: [] }),
);
const flagTest: fc.Arbitrary<Test> = fc.boolean().map((flag) => ({ in: [flag] }));

const widened = (test: fc.Arbitrary<Test>): fc.Arbitrary<Test> =>
  fc.oneof(
    { weight: 5, arbitrary: test },
    { weight: 2, arbitrary: test.map((not) => ({ not })) },
    { weight: 1, arbitrary: fc.tuple(test, test).map(([one, other]) => ({ ...one, ...other })) },
    { weight: 1, arbitrary: fc.tuple(test, test).map(([one, not]) => ({ ...one, not })) },
    { weight: 1, arbitrary: fc.boolean().map((exists) => ({ exists })) },
  );

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  widened(textTest).map((test) => ({ field: 'source', test })),
  widened(numberTest).map((test) => ({ field: 'company.employees', test })),
  widened(flagTest).map((test) => ({ field: 'consent.email', test })),
);
const anyField = widened(fc.oneof(textTest, numberTest, flagTest)).map((test) => ({ field: 'fields.x', test }));

const conditionOf = (leaves: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> =>
  fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      leaves,
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('condition').map((not) => ({ not })),
    ),
  })).condition;

const condition = conditionOf(leaf);

const territory = (when: Condition | undefined, i: number): Territory => ({
  name: `${i}`,
  ...(when === undefined ? {} : { when }),
  team: [],
  share: 'count',
  matchLanguage: false,
});

const holds = (when: Condition | undefined, lead: Fields): boolean => when === undefined || matches(when, lead);

describe('a territory that is called unreachable', () => {
  it('is matched by no lead of any kind, and those who are named take them all', () => {
    let reported = 0;
    let several = 0;
    fc.assert(
      fc.property(
        fc.array(fc.option(conditionOf(fc.oneof(leaf, anyField)), { freq: 20, nil: undefined }), { maxLength: 7 }),
        (conditions) => {
          for (const [own, reach] of reachOf(conditions.map(territory)).entries()) {
            if (typeof reach !== 'object') continue;
            const { takenBy } = reach;
            reported++;
            if (takenBy.length > 1) several++;
            expect(takenBy.every((place) => place < own)).toBe(true);
            const left = someLeads.find(
              (lead) => holds(conditions[own], lead) && !takenBy.some((place) => holds(conditions[place], lead)),
            );
            expect(left).toBeUndefined();
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(reported).toBeGreaterThan(50);
    expect(several).toBeGreaterThan(0);
  });

  it('is every one that no lead matches although its own condition can hold', () => {
    let unmatched = 0;
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 5 }), (conditions) => {
        const matched = new Set(everyLead.map((lead) => conditions.findIndex((when) => holds(when, lead))));
        const expected = conditions.flatMap((when, own) => (matched.has(own) || !canHold(when, LEADS) ? [] : [own]));
        unmatched += expected.length;
        const found = reachOf(conditions.map(territory)).flatMap((reach, own) =>
          typeof reach === 'object' ? [own] : [],
        );
        expect(found).toEqual(expected);
      }),
      { numRuns: 400 },
    );
    expect(unmatched).toBeGreaterThan(50);
  });
});

describe('a condition', () => {
  it('can hold exactly where it holds for somebody', () => {
    fc.assert(
      fc.property(condition, (when) => {
        expect(canHold(when, LEADS)).toBe(everyLead.some((lead) => matches(when, lead)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('knows what an activity holds', () => {
    expect(canHold({ field: 'kind', test: { exists: false } }, ACTIVITIES)).toBe(false);
    expect(canHold({ field: 'url', test: { in: [''] } }, ACTIVITIES)).toBe(true);
    expect(canHold({ field: 'source', test: { in: [''] } }, LEADS)).toBe(false);
  });
});
