import { OPERATOR_DESCRIPTIONS } from '../../../shared/agreement/operators/operators.ts';
import type { Test } from '../../../shared/domain/condition/condition.ts';
import { readParts } from '../../../shared/domain/condition/operators.ts';

/** A test as somebody would say it after the name of its field: `at least 200`, `one of DE, AT`. */
export const testInWords = (test: Test): string => {
  const parts: string[] = readParts(test, (name, operand) => OPERATOR_DESCRIPTIONS[name].inWords(operand));
  if (test.not !== undefined) parts.push(`not ${testInWords(test.not)}`);
  return parts.join(' and ');
};
