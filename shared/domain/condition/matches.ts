import type { Condition, Fields, Scalar, Test } from './condition.ts';

export type Holds = (fields: Fields) => boolean;
type Passes = (value: Scalar | undefined) => boolean;

/** What a value is compared by: strings without regard to case, everything else as it is. */
export const foldCase = (value: Scalar): Scalar => (typeof value === 'string' ? value.toLowerCase() : value);

const equalsAny = (constants: readonly Scalar[]): Passes => {
  const folded = new Set(constants.map(foldCase));
  const [only] = folded;
  if (only !== undefined && folded.size === 1) {
    return (value) => value === only || (typeof value === 'string' && value.toLowerCase() === only);
  }
  return (value) => value !== undefined && folded.has(foldCase(value));
};

const compareNumber =
  (holds: (value: number) => boolean): Passes =>
  (value) =>
    typeof value === 'number' && holds(value);

const compareText = (constant: string, holds: (value: string, part: string) => boolean): Passes => {
  const part = constant.toLowerCase();
  return (value) => typeof value === 'string' && holds(value.toLowerCase(), part);
};

const compileTest = (test: Test): Passes => {
  const { gte, gt, lte, lt } = test;
  const parts: Passes[] = [];
  if (test.exists !== undefined) parts.push((value) => (value !== undefined) === test.exists);
  if (test.in !== undefined) parts.push(equalsAny(test.in));
  if (gte !== undefined) parts.push(compareNumber((value) => value >= gte));
  if (gt !== undefined) parts.push(compareNumber((value) => value > gt));
  if (lte !== undefined) parts.push(compareNumber((value) => value <= lte));
  if (lt !== undefined) parts.push(compareNumber((value) => value < lt));
  if (test.startsWith !== undefined) parts.push(compareText(test.startsWith, (value, part) => value.startsWith(part)));
  if (test.endsWith !== undefined) parts.push(compareText(test.endsWith, (value, part) => value.endsWith(part)));
  if (test.contains !== undefined) parts.push(compareText(test.contains, (value, part) => value.includes(part)));
  if (test.not !== undefined) {
    const passes = compileTest(test.not);
    parts.push((value) => !passes(value));
  }
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : (value) => parts.every((passes) => passes(value));
};

/**
 * Makes a condition ready for many leads: constants are lower-cased once. A test of an absent field
 * fails, but for `exists: false` and `not`, which is the plain negation. Numbers compare with numbers
 * only. No parts at all hold (`all`) or fail (`any`).
 */
export const compileCondition = (condition: Condition): Holds => {
  if ('field' in condition) {
    const { field } = condition;
    const passes = compileTest(condition.test);
    return (fields) => passes(fields[field]);
  }
  if ('not' in condition) {
    const holds = compileCondition(condition.not);
    return (fields) => !holds(fields);
  }
  if ('all' in condition) {
    const all = condition.all.map(compileCondition);
    return (fields) => all.every((holds) => holds(fields));
  }
  const any = condition.any.map(compileCondition);
  return (fields) => any.some((holds) => holds(fields));
};

const compiled = new WeakMap<Condition, Holds>();

/** Whether the condition holds for these fields. Conditions do not change, so each is compiled once. */
export const matches = (condition: Condition, fields: Fields): boolean => {
  let holds = compiled.get(condition);
  if (holds === undefined) {
    holds = compileCondition(condition);
    compiled.set(condition, holds);
  }
  return holds(fields);
};
