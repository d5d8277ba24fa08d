import * as z from 'zod';
import type { Test } from '../../domain/condition/condition.ts';
import { OPERATOR_DESCRIPTIONS, scalars } from '../operators/operators.ts';

/** A condition as written, its fields apart from what combines; everything named must hold. */
export interface WrittenCondition {
  readonly fields: Readonly<Record<string, Test>>;
  readonly all: readonly WrittenCondition[];
  readonly any?: readonly WrittenCondition[];
  readonly not?: WrittenCondition;
}

/** A value or a list alone is what the field equals; every other operator goes by its name. */
const { in: equality, ...named } = OPERATOR_DESCRIPTIONS;

/** How each operator of a table is written, by its name. */
function writtenIn<Table extends Readonly<Record<string, { readonly written: z.ZodType }>>>(
  table: Table,
): { [Name in keyof Table]: Table[Name]['written'] };
function writtenIn(table: Readonly<Record<string, { readonly written: z.ZodType }>>): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(table).map(([name, { written }]) => [name, written]));
}

/** A test in its long form; every part that is given must hold. */
export const testParts = z
  .strictObject(writtenIn(named))
  .exactPartial()
  .extend({
    get not(): z.ZodExactOptional<z.ZodType<Test>> {
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

const isList = <T>(value: readonly T[] | object): value is readonly T[] => Array.isArray(value);

// Scalars one by one: what a union within a union does not take costs an error put into words.
const test: z.ZodType<Test> = z
  .lazy(() =>
    z
      .union(
        [...scalars, equality.written, testParts],
        'expected a value, a list of values or tests such as { gte: 200 }',
      )
      .transform((written) => {
        if (typeof written !== 'object') return { in: [written] };
        return isList(written) ? { in: written } : written;
      }),
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
