import type { Test } from '../../domain/condition/condition.ts';
import { readParts } from '../../domain/condition/operators.ts';
import type { Known } from '../operators/operator-description.ts';
import { OPERATOR_DESCRIPTIONS } from '../operators/operators.ts';
import { type NumberSet, numbersInBoth, numbersWithin } from './number-set.ts';

export type KnownPart = Exclude<Known, { kind: 'numbers' }>;

/** What is known of the values that pass a test. What stands under `not` is left to the caller. */
export interface KnownTest {
  /** What all operators on numbers leave together; absent where there are none. */
  readonly numbers?: NumberSet;
  readonly others: readonly KnownPart[];
}

export const knownOf = (test: Test): KnownTest => {
  const others: KnownPart[] = [];
  let numbers: NumberSet | undefined;
  for (const known of readParts(test, (name, operand) => OPERATOR_DESCRIPTIONS[name].known(operand))) {
    if (known.kind !== 'numbers') others.push(known);
    else {
      const within = numbersWithin(known.bounds);
      numbers = numbers === undefined ? within : numbersInBoth(numbers, within);
    }
  }
  return numbers === undefined ? { others } : { numbers, others };
};
