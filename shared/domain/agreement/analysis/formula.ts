import type { Condition, Scalar, Test } from '../../condition/condition.ts';
import { numbersNotIn, numbersWithin } from './number-set.ts';
import { type TextPart, textsWith, textsWithout } from './text-set.ts';
import { ABSENT, ANYTHING, differentFrom, equalTo, NOTHING, PRESENT, type ValueSet } from './value-set.ts';

/** A condition down to what one field may hold: where a literal holds and, exactly, where it fails. */
export type Formula =
  | { readonly kind: 'literal'; readonly field: string; readonly holds: () => ValueSet; readonly fails: () => ValueSet }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Formula[] }
  | { readonly kind: 'not'; readonly part: Formula };

const textLiteral = (field: string, at: TextPart['at'], constant: string): Formula => {
  const part: TextPart = { at, text: constant.toLowerCase() };
  return {
    kind: 'literal',
    field,
    holds: () => ({ ...NOTHING, texts: textsWith(part) }),
    fails: () => ({ ...ANYTHING, texts: textsWithout(part) }),
  };
};

const equality = (field: string, constants: readonly Scalar[]): Formula => ({
  kind: 'literal',
  field,
  holds: () => equalTo(constants),
  fails: () => differentFrom(constants),
});

const comparison = (field: string, test: Test): Formula => ({
  kind: 'literal',
  field,
  holds: () => ({ ...NOTHING, numbers: numbersWithin(test) }),
  fails: () => ({ ...ANYTHING, numbers: numbersNotIn(numbersWithin(test)) }),
});

const existence = (field: string, exists: boolean): Formula => ({
  kind: 'literal',
  field,
  holds: () => (exists ? PRESENT : ABSENT),
  fails: () => (exists ? ABSENT : PRESENT),
});

const fromTest = (field: string, test: Test): Formula => {
  const { exists, startsWith, endsWith, contains, not } = test;
  const parts: Formula[] = [];
  if (test.in !== undefined) parts.push(equality(field, test.in));
  if ([test.gte, test.gt, test.lte, test.lt].some((bound) => bound !== undefined)) parts.push(comparison(field, test));
  if (exists !== undefined) parts.push(existence(field, exists));
  if (startsWith !== undefined) parts.push(textLiteral(field, 'startsWith', startsWith));
  if (endsWith !== undefined) parts.push(textLiteral(field, 'endsWith', endsWith));
  if (contains !== undefined) parts.push(textLiteral(field, 'contains', contains));
  if (not !== undefined) parts.push({ kind: 'not', part: fromTest(field, not) });
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind: 'all', parts };
};

/** Of no condition: what always holds. */
export const formulaOf = (condition: Condition | undefined): Formula => {
  if (condition === undefined) return { kind: 'all', parts: [] };
  if ('field' in condition) return fromTest(condition.field, condition.test);
  if ('not' in condition) return { kind: 'not', part: formulaOf(condition.not) };
  if ('all' in condition) return { kind: 'all', parts: condition.all.map(formulaOf) };
  return { kind: 'any', parts: condition.any.map(formulaOf) };
};
