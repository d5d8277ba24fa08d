import type { Condition, Fields, Test } from './condition.ts';
import { OPERATORS, type Passes, readParts } from './operators.ts';

export type Holds = (fields: Fields) => boolean;

const compileTest = (test: Test): Passes => {
  const parts: Passes[] = readParts(test, (name, operand) => OPERATORS[name].compile(operand));
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
