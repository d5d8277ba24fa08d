import type { Condition, Test } from '../domain/condition/condition.ts';
import type { WrittenCondition } from './files/condition.ts';
import { readConstants } from './files/read-constants.ts';

type Tests = Readonly<Record<string, Test>>;

const compileBy = ({ fields, all, any, not }: WrittenCondition, read: (tests: Tests) => Tests): Condition => {
  const compile = (part: WrittenCondition): Condition => compileBy(part, read);
  const parts: Condition[] = Object.entries(read(fields)).map(([field, test]) => ({ field, test }));
  parts.push(...all.map(compile));
  if (any !== undefined) parts.push({ any: any.map(compile) });
  if (not !== undefined) parts.push({ not: compile(not) });
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { all: parts };
};

/** As the domain reads it: everything named must hold, so one part alone stands for itself. Constants stay as written. */
export const compileWritten = (written: WrittenCondition): Condition => compileBy(written, (tests) => tests);

/** The same on fields of a lead or an activity: constants are read as those fields are. */
export const compileOnFields = (written: WrittenCondition): Condition => compileBy(written, readConstants);
