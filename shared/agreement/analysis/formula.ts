import type { Condition, Scalar, Test } from '../../domain/condition/condition.ts';
import { numbersNotIn, numbersWithin } from './number-set.ts';
import { type TextPart, textsWith, textsWithout } from './text-set.ts';
import { ABSENT, ANYTHING, differentFrom, equalTo, NOTHING, PRESENT, type ValueSet } from './value-set.ts';

/** What one field may hold: where it holds and, exactly, where it fails. */
export interface Literal {
  readonly kind: 'literal';
  readonly field: string;
  readonly holds: () => ValueSet;
  readonly fails: () => ValueSet;
  /** Whether to cut it out leaves a set that is no harder to handle. */
  readonly cuts: boolean;
}

/** A condition down to its literals. */
export type Formula =
  | Literal
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Formula[] }
  | { readonly kind: 'not'; readonly part: Formula };

const denied = (part: Formula): Formula =>
  part.kind === 'literal' ? { ...part, holds: part.fails, fails: part.holds } : { kind: 'not', part };

const textLiteral = (field: string, at: TextPart['at'], constant: string): Formula => {
  const part: TextPart = { at, text: constant.toLowerCase() };
  return {
    kind: 'literal',
    field,
    holds: () => ({ ...NOTHING, texts: textsWith(part) }),
    fails: () => ({ ...ANYTHING, texts: textsWithout(part) }),
    cuts: false,
  };
};

const equality = (field: string, constants: readonly Scalar[]): Formula => ({
  kind: 'literal',
  field,
  holds: () => equalTo(constants),
  fails: () => differentFrom(constants),
  cuts: true,
});

const comparison = (field: string, test: Test): Formula => ({
  kind: 'literal',
  field,
  holds: () => ({ ...NOTHING, numbers: numbersWithin(test) }),
  fails: () => ({ ...ANYTHING, numbers: numbersNotIn(numbersWithin(test)) }),
  cuts: true,
});

const existence = (field: string, exists: boolean): Formula => ({
  kind: 'literal',
  field,
  holds: () => (exists ? PRESENT : ABSENT),
  fails: () => (exists ? ABSENT : PRESENT),
  cuts: true,
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
  if (not !== undefined) parts.push(denied(fromTest(field, not)));
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind: 'all', parts };
};

/** Several values of one field are one list, however they are written. */
const withListsJoined = (conditions: readonly Condition[]): readonly Condition[] => {
  const lists = new Map<string, Scalar[]>();
  const others: Condition[] = [];
  for (const condition of conditions) {
    const values = 'field' in condition && Object.keys(condition.test).join() === 'in' ? condition.test.in : undefined;
    if (!('field' in condition) || values === undefined) others.push(condition);
    else lists.set(condition.field, [...(lists.get(condition.field) ?? []), ...values]);
  }
  return [...[...lists].map(([field, values]): Condition => ({ field, test: { in: values } })), ...others];
};

/** Of no condition: what always holds. */
export const formulaOf = (condition: Condition | undefined): Formula => {
  if (condition === undefined) return { kind: 'all', parts: [] };
  if ('field' in condition) return fromTest(condition.field, condition.test);
  if ('not' in condition) return denied(formulaOf(condition.not));
  if ('all' in condition) return { kind: 'all', parts: condition.all.map(formulaOf) };
  return { kind: 'any', parts: withListsJoined(condition.any).map(formulaOf) };
};
