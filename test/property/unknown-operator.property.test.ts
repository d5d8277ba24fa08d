import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { canHold } from '../../shared/agreement/analysis/can-hold.ts';
import { reachOf } from '../../shared/agreement/analysis/reach.ts';
import { LEADS } from '../../shared/agreement/analysis/universe.ts';
import type { Territory } from '../../shared/domain/agreement/agreement.ts';
import type { Condition, Fields } from '../../shared/domain/condition/condition.ts';
import { matches } from '../../shared/domain/condition/matches.ts';

/** As if the analysis had not been told what `contains` and `gt` hold for. */
vi.mock('../../shared/agreement/operators/operators.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../shared/agreement/operators/operators.ts')>();
  const { contains, gt } = original.OPERATOR_DESCRIPTIONS;
  const known = () => ({ kind: 'unknown' });
  return {
    ...original,
    OPERATOR_DESCRIPTIONS: {
      ...original.OPERATOR_DESCRIPTIONS,
      contains: { ...contains, known },
      gt: { ...gt, known },
    },
  };
});

const TEXTS = [undefined, 'a', 'b', 'ab', 'ba', 'zaz', 'zz'];
const NUMBERS = [undefined, 1, 2, 3, 4];
const LEADS_OF_ALL_KINDS = TEXTS.flatMap((source) =>
  NUMBERS.map(
    (employees): Fields => ({
      'person.email': 'zoe@example.com',
      ...(source === undefined ? {} : { source }),
      ...(employees === undefined ? {} : { 'company.employees': employees }),
    }),
  ),
);

const text = fc.constantFrom('a', 'b', 'ab');
const bound = fc.constantFrom(1, 2, 3);
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  text.map((contains) => ({ field: 'source', test: { contains } })),
  text.map((contains) => ({ field: 'source', test: { not: { contains } } })),
  text.map((startsWith) => ({ field: 'source', test: { startsWith } })),
  text.map((value) => ({ field: 'source', test: { in: [value] } })),
  bound.map((gt) => ({ field: 'company.employees', test: { gt } })),
  bound.map((gt) => ({ field: 'company.employees', test: { gt, lt: 4 } })),
  bound.map((gte) => ({ field: 'company.employees', test: { not: { gte } } })),
  fc.boolean().map((exists) => ({ field: 'company.employees', test: { exists } })),
);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    leaf,
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('condition').map((not) => ({ not })),
  ),
}));

const territory = (when: Condition, i: number): Territory => ({
  name: `${i}`,
  when,
  team: [],
  share: 'count',
  matchLanguage: false,
});

describe('an operator of which the analysis knows nothing', () => {
  it('leaves it open whether a condition can hold, and whether its negation can', () => {
    const test = { contains: 'a' };
    expect(canHold({ field: 'source', test }, LEADS)).toBe(true);
    expect(canHold({ field: 'source', test: { not: test } }, LEADS)).toBe(true);
    expect(canHold({ not: { field: 'source', test } }, LEADS)).toBe(true);
    expect(canHold({ field: 'source', test: { ...test, not: test } }, LEADS)).toBe(true);
  });

  it('makes no condition impossible that holds for somebody', () => {
    let impossible = 0;
    fc.assert(
      fc.property(condition, (when) => {
        if (canHold(when, LEADS)) return;
        impossible++;
        expect(LEADS_OF_ALL_KINDS.find((lead) => matches(when, lead))).toBeUndefined();
      }),
      { numRuns: 2_000 },
    );
    expect(impossible).toBeGreaterThan(20);
  });

  it('makes no territory unreachable that is the first to match somebody', () => {
    let unreachable = 0;
    fc.assert(
      fc.property(fc.array(condition, { minLength: 2, maxLength: 6 }), (conditions) => {
        for (const [own, reach] of reachOf(conditions.map(territory)).entries()) {
          if (reach !== 'nobody' && typeof reach !== 'object') continue;
          unreachable++;
          const first = LEADS_OF_ALL_KINDS.find((lead) => conditions.findIndex((when) => matches(when, lead)) === own);
          expect(first).toBeUndefined();
        }
      }),
      { numRuns: 1_000 },
    );
    expect(unreachable).toBeGreaterThan(50);
  });

  it('keeps nothing certain from being found beside it', () => {
    const large: Condition = { field: 'company.employees', test: { gte: 3 } };
    const unsure: Condition = { field: 'source', test: { contains: 'a' } };
    const reach = reachOf([large, unsure, { all: [large, unsure] }, unsure].map(territory));
    expect(reach).toEqual(['reached', 'uncertain', { takenBy: [0] }, 'uncertain']);
  });
});
