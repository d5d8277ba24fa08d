import * as z from 'zod';
import type { Scalar } from '../../domain/condition/condition.ts';

/** The parts of a test in its long form. */
export interface TestParts {
  readonly gte?: number;
  readonly gt?: number;
  readonly lte?: number;
  readonly lt?: number;
  readonly startsWith?: string;
  readonly endsWith?: string;
  readonly contains?: string;
  readonly exists?: boolean;
  readonly not?: WrittenTest;
}

/** A test as written: a scalar that the field equals, a list of which it is any, or parts that all hold. */
export type WrittenTest = Scalar | readonly Scalar[] | TestParts;

/** A condition as written, its fields apart from what combines; everything named must hold. */
export interface WrittenCondition {
  readonly fields: Readonly<Record<string, WrittenTest>>;
  readonly all: readonly WrittenCondition[];
  readonly any?: readonly WrittenCondition[];
  readonly not?: WrittenCondition;
}

const scalars = [z.string(), z.number(), z.boolean()] as const;
const scalar = z.union(scalars, 'expected a value: text, a number, true or false');
const number = z.number();
const text = z.string().min(1, 'must not be empty: every text has it');

const parts = z
  .strictObject({
    gte: number.exactOptional(),
    gt: number.exactOptional(),
    lte: number.exactOptional(),
    lt: number.exactOptional(),
    startsWith: text.exactOptional(),
    endsWith: text.exactOptional(),
    contains: text.exactOptional(),
    exists: z.boolean().exactOptional(),
    get not(): z.ZodExactOptional<z.ZodType<WrittenTest>> {
      return test.exactOptional();
    },
  })
  .refine((written) => Object.keys(written).length > 0, {
    error: 'an empty test says nothing',
    // An unknown key is problem enough.
    when: ({ issues }) => issues.length === 0,
  });

// Scalars one by one: what a union within a union does not take costs an error put into words.
const test: z.ZodType<WrittenTest> = z.lazy(() =>
  z.union(
    [...scalars, z.array(scalar).min(1, 'an empty list equals nothing'), parts],
    'expected a value, a list of values or tests such as { gte: 200 }',
  ),
);

/** A mapping of fields to tests, with `any`, `all` and `not` beside them. Which fields there are is not looked at here. */
export const condition: z.ZodType<WrittenCondition> = z.lazy(() => {
  const several = z.array(condition).min(1, 'an empty list decides nothing');
  return z
    .object(
      { any: several.exactOptional(), all: several.exactOptional(), not: condition.exactOptional() },
      'expected a condition such as { company.employees: { gte: 200 } }',
    )
    .catchall(test)
    .refine((written) => Object.keys(written).length > 0, 'an empty condition holds for everything: leave it out')
    .transform(({ any, all = [], not, ...fields }) => ({
      fields,
      all,
      ...(any === undefined ? {} : { any }),
      ...(not === undefined ? {} : { not }),
    }));
});
