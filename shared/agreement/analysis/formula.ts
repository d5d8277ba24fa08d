import type { Condition, Scalar, Test } from '../../domain/condition/condition.ts';
import { type KnownPart, knownOf } from './known-of.ts';
import { type NumberSet, numbersNotIn } from './number-set.ts';
import { textsWith, textsWithout } from './text-set.ts';
import { ABSENT, ANYTHING, differentFrom, equalTo, NOTHING, PRESENT, type ValueSet } from './value-set.ts';

/**
 * What one field may hold where it holds, and where it fails. The two leave nothing out. They have a value in common
 * only where the analysis does not know for which of the two it is: there, nothing is certain.
 */
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

const numbersLiteral = (field: string, numbers: NumberSet): Literal => ({
  kind: 'literal',
  field,
  holds: () => ({ ...NOTHING, numbers }),
  fails: () => ({ ...ANYTHING, numbers: numbersNotIn(numbers) }),
  cuts: true,
});

/** What an operator says of a field, by what is known of it. */
const literalOf = (field: string, known: KnownPart): Literal => {
  switch (known.kind) {
    case 'values': {
      const { values } = known;
      return { kind: 'literal', field, holds: () => equalTo(values), fails: () => differentFrom(values), cuts: true };
    }
    case 'texts': {
      const { part } = known;
      const holds = (): ValueSet => ({ ...NOTHING, texts: textsWith(part) });
      return { kind: 'literal', field, holds, fails: () => ({ ...ANYTHING, texts: textsWithout(part) }), cuts: false };
    }
    case 'presence': {
      const [holds, fails] = known.isPresent ? [PRESENT, ABSENT] : [ABSENT, PRESENT];
      return { kind: 'literal', field, holds: () => holds, fails: () => fails, cuts: true };
    }
    case 'unknown':
      return { kind: 'literal', field, holds: () => ANYTHING, fails: () => ANYTHING, cuts: false };
  }
};

const fromTest = (field: string, test: Test): Formula => {
  const { numbers, others } = knownOf(test);
  const parts: Formula[] = others.map((known) => literalOf(field, known));
  if (numbers !== undefined) parts.push(numbersLiteral(field, numbers));
  if (test.not !== undefined) parts.push(denied(fromTest(field, test.not)));
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
