import type { Reading } from '../../../shared/fields/reading.ts';

/** What stands in a table of tests for a reading without a value. */
export const ABSENT = Symbol('says nothing');
export const PROBLEM = Symbol('cannot be read');

/** A reading as a row of a table shows it. */
export const outcomeOf = <T>(reading: Reading<T>): T | typeof ABSENT | typeof PROBLEM => {
  if ('value' in reading) return reading.value;
  return 'absent' in reading ? ABSENT : PROBLEM;
};
