import type { Scalar, Test } from '../../../shared/domain/condition/condition.ts';

const LISTED = 8;

const inWords = (value: Scalar): string => (typeof value === 'string' ? value : String(value));

const listed = (values: readonly Scalar[]): string => {
  const shown = values.slice(0, LISTED).map(inWords).join(', ');
  return values.length > LISTED ? `${shown} and ${values.length - LISTED} more` : shown;
};

/** A test as somebody would say it after the name of its field: `at least 200`, `one of DE, AT`. */
export const testInWords = (test: Test): string => {
  const { in: values, exists, not } = test;
  const parts: string[] = [];
  if (values !== undefined) parts.push(values.length === 1 ? listed(values) : `one of ${listed(values)}`);
  if (test.gte !== undefined) parts.push(`at least ${test.gte}`);
  if (test.gt !== undefined) parts.push(`more than ${test.gt}`);
  if (test.lte !== undefined) parts.push(`at most ${test.lte}`);
  if (test.lt !== undefined) parts.push(`less than ${test.lt}`);
  if (test.startsWith !== undefined) parts.push(`beginning with "${test.startsWith}"`);
  if (test.endsWith !== undefined) parts.push(`ending with "${test.endsWith}"`);
  if (test.contains !== undefined) parts.push(`containing "${test.contains}"`);
  if (exists !== undefined) parts.push(exists ? 'given' : 'not given');
  if (not !== undefined) parts.push(`not ${testInWords(not)}`);
  return parts.join(' and ');
};
