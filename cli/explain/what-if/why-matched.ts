import type { DecisiveField } from '../../../shared/application/history/routing-decision.ts';
import type { Territory } from '../../../shared/domain/agreement/agreement.ts';
import type { Condition, Fields, Test } from '../../../shared/domain/condition/condition.ts';
import { matches } from '../../../shared/domain/condition/matches.ts';
import type { TerritoryMatcher } from '../../../shared/domain/territory/match-territory.ts';
import { candidateValues, withField } from './candidate-values.ts';

/** A test of one field, as it decided. */
export interface FieldTest {
  readonly field: string;
  readonly test: Test;
}

export const ABOVE_IN_FULL = 5;

const negate = (test: Test): Test => ({ not: test });

/**
 * The tests that made a condition hold or fail: of what needs all, those that failed; of what needs any,
 * the first that held. A test under a `not` is told the other way round.
 */
const decidingTests = (condition: Condition, fields: Fields, negated = false): readonly FieldTest[] => {
  if ('field' in condition) {
    return [{ field: condition.field, test: negated ? negate(condition.test) : condition.test }];
  }
  if ('not' in condition) return decidingTests(condition.not, fields, !negated);
  const holds = matches(condition, fields);
  if ('all' in condition) {
    const parts = holds ? condition.all : condition.all.filter((part) => !matches(part, fields));
    return parts.flatMap((part) => decidingTests(part, fields, negated));
  }
  const parts = holds ? condition.any.filter((part) => matches(part, fields)).slice(0, 1) : condition.any;
  return parts.flatMap((part) => decidingTests(part, fields, negated));
};

const testsOf = (tests: readonly FieldTest[], field: string): readonly Test[] =>
  tests.filter((one) => one.field === field).map(({ test }) => test);

/** The fields whose single change, to a value that the territories speak of, makes another territory the first match. */
const fieldsThatTurn = (
  territories: readonly Territory[],
  territoryOf: TerritoryMatcher,
  fields: Fields,
): ReadonlySet<string> => {
  const matched = territoryOf(fields);
  const turning = new Set<string>();
  const conditions = territories.flatMap(({ when }) => (when === undefined ? [] : [when]));
  for (const [field, values] of candidateValues(conditions, fields)) {
    if (values.some(({ value }) => territoryOf(withField(fields, field, value)) !== matched)) turning.add(field);
  }
  return turning;
};

/**
 * Why this territory, the first whose condition holds: the fields that decided it, those that its own
 * tests look at before those that kept the ones above away. Where no field alone would have turned it,
 * every field that the territory's tests looked at.
 */
export const whyMatched = (
  territory: Territory,
  territories: readonly Territory[],
  territoryOf: TerritoryMatcher,
  fields: Fields,
): readonly DecisiveField[] => {
  const held = territory.when === undefined ? [] : decidingTests(territory.when, fields);
  const above = territories.slice(0, territories.indexOf(territory)).map(({ name, when }) => {
    const failed = when === undefined ? [] : decidingTests(when, fields);
    return { territory: name, failed, only: new Set(failed.map(({ field }) => field)).size === 1 };
  });
  const nearest = above.filter(({ only }) => only);
  const looked = [...held.map(({ field }) => field), ...nearest.flatMap(({ failed }) => failed[0]?.field ?? [])];
  const turning = fieldsThatTurn(territories, territoryOf, fields);
  const alone = [...new Set([...looked, ...turning])].filter((field) => turning.has(field));
  const decisive = alone.length > 0 ? alone : [...new Set(held.map(({ field }) => field))];
  return decisive.map((field) => {
    const value = fields[field];
    const kept = nearest.filter(({ failed }) => failed[0]?.field === field);
    return {
      field,
      ...(value === undefined ? {} : { value }),
      held: testsOf(held, field),
      above: kept
        .slice(0, ABOVE_IN_FULL)
        .map(({ territory: name, failed }) => ({ territory: name, failed: testsOf(failed, field) })),
      moreAbove: Math.max(0, kept.length - ABOVE_IN_FULL),
    };
  });
};
