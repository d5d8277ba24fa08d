import { OPERATOR_DESCRIPTIONS } from '../../../shared/agreement/operators/operators.ts';
import type { Condition, Fields, Scalar, Test } from '../../../shared/domain/condition/condition.ts';
import { leadFieldType } from '../../../shared/domain/condition/condition-fields.ts';
import { foldCase } from '../../../shared/domain/condition/fold-case.ts';
import { readParts } from '../../../shared/domain/condition/operators.ts';

/** A value that a field could have had instead; null is none at all. */
export interface Candidate {
  readonly value: Scalar | null;
  /** Whether a condition speaks of it. */
  readonly named: boolean;
}

/** Values on both sides of what a test asks for. */
const valuesOfTest = (test: Test): readonly Scalar[] => [
  ...readParts(test, (name, operand) => OPERATOR_DESCRIPTIONS[name].candidates(operand)).flat(),
  ...(test.not === undefined ? [] : valuesOfTest(test.not)),
];

const collect = (condition: Condition, into: Map<string, Map<Scalar, Scalar>>): void => {
  if ('all' in condition) for (const part of condition.all) collect(part, into);
  else if ('any' in condition) for (const part of condition.any) collect(part, into);
  else if ('not' in condition) collect(condition.not, into);
  else {
    const known = into.get(condition.field) ?? new Map<Scalar, Scalar>();
    into.set(condition.field, known);
    for (const value of valuesOfTest(condition.test)) {
      if (!known.has(foldCase(value))) known.set(foldCase(value), value);
    }
  }
};

/** The first of them that no condition names stands for all that none names. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  'location.country': ['US', 'GB', 'DE', 'FR', 'IN', 'JP', 'BR', 'ZA', 'AU', 'CA', 'MX', 'SE', 'PL', 'KE', 'NZ', 'PE'],
  'company.domain': ['another.example', 'yet-another.example'],
};
const OTHER_TEXTS = ['another', 'yet another'];

/** Values that no condition names, of the kind that the field holds. */
const unnamed = (field: string, known: ReadonlyMap<Scalar, Scalar>): readonly Scalar[] => {
  const type = leadFieldType(field);
  if (type === 'flag') return [true, false].filter((value) => !known.has(value));
  if (type === 'number') return known.size === 0 ? [1] : [];
  if ([...known.keys()].some((value) => typeof value !== 'string')) return [];
  return (OTHERS[field] ?? OTHER_TEXTS).filter((value) => !known.has(foldCase(value))).slice(0, 1);
};

/**
 * For each field that these conditions look at, the values on which any of them may turn: every constant,
 * the numbers on both sides of each threshold, one that nobody names, and none at all. What the lead has
 * already is left out.
 */
export const candidateValues = (
  conditions: readonly Condition[],
  fields: Fields,
): ReadonlyMap<string, readonly Candidate[]> => {
  const found = new Map<string, Map<Scalar, Scalar>>();
  for (const condition of conditions) collect(condition, found);
  return new Map(
    [...found].map(([field, known]) => {
      const has = fields[field];
      const all: readonly Candidate[] = [
        ...[...known.values()].map((value) => ({ value, named: true })),
        ...unnamed(field, known).map((value) => ({ value, named: false })),
        { value: null, named: false },
      ];
      const isNow = ({ value }: Candidate): boolean =>
        value === null ? has === undefined : has !== undefined && foldCase(value) === foldCase(has);
      return [field, all.filter((candidate) => !isNow(candidate))] as const;
    }),
  );
};

/** The fields with one of them changed. */
export const withField = (fields: Fields, field: string, value: Scalar | null): Fields => {
  const { [field]: _, ...without } = fields;
  return value === null ? without : { ...without, [field]: value };
};
