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

/** How a test in its long form is written; every part that is given must hold. */
export const testParts = z
  .strictObject({
    gte: number.exactOptional().meta({ title: 'At least', description: 'A number of at least this.' }),
    gt: number.exactOptional().meta({ title: 'More than', description: 'A number above this.' }),
    lte: number.exactOptional().meta({ title: 'At most', description: 'A number of at most this.' }),
    lt: number.exactOptional().meta({ title: 'Less than', description: 'A number below this.' }),
    startsWith: text.exactOptional().meta({ title: 'Starts with', description: 'A text that starts with this.' }),
    endsWith: text.exactOptional().meta({ title: 'Ends with', description: 'A text that ends with this.' }),
    contains: text.exactOptional().meta({ title: 'Contains', description: 'A text that contains this.' }),
    exists: z
      .boolean()
      .exactOptional()
      .meta({ title: 'Exists', description: '`true`: the field is there. `false`: it is not.' }),
    get not(): z.ZodExactOptional<z.ZodType<WrittenTest>> {
      return test.exactOptional().meta({
        title: 'Not',
        description: 'What does not pass this test. A field that is not there does not pass, so `not` holds for it.',
      });
    },
  })
  .refine((written) => Object.keys(written).length > 0, {
    error: 'an empty test says nothing',
    // An unknown key is problem enough.
    when: ({ issues }) => issues.length === 0,
  });

// Scalars one by one: what a union within a union does not take costs an error put into words.
const test: z.ZodType<WrittenTest> = z
  .lazy(() =>
    z.union(
      [...scalars, z.array(scalar).min(1, 'an empty list equals nothing'), testParts],
      'expected a value, a list of values or tests such as { gte: 200 }',
    ),
  )
  .meta({ examples: [{ exists: true }] });

/** What the JSON Schema needs to know of a condition, and one that holds. */
interface AboutCondition {
  readonly conditionOn?: 'lead' | 'activity';
  readonly examples: readonly unknown[];
}

/** A mapping of fields to tests, with `any`, `all` and `not` beside them. Which fields there are is not looked at here. */
const conditionOf = (about: AboutCondition): z.ZodType<WrittenCondition> => {
  const condition: z.ZodType<WrittenCondition> = z.lazy(() => {
    const several = z.array(condition).min(1, 'an empty list decides nothing');
    return z
      .object(
        {
          any: several.exactOptional().meta({ title: 'Any', description: 'At least one of these conditions holds.' }),
          all: several.exactOptional().meta({ title: 'All', description: 'Each of these conditions holds.' }),
          not: condition.exactOptional().meta({ title: 'Not', description: 'This condition does not hold.' }),
        },
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
  return condition.register(z.globalRegistry, { ...about });
};

/** On fields of any name. */
export const condition = conditionOf({ examples: [{ Status: 'open' }] });

export const leadCondition = conditionOf({
  conditionOn: 'lead',
  examples: [{ 'company.employees': { gte: 200 } }],
});

export const activityCondition = conditionOf({
  conditionOn: 'activity',
  examples: [{ url: { contains: '/pricing' } }],
});
