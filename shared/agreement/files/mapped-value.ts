import * as z from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean()], 'expected text, a number, true or false');

const fromCell = {
  /** `null` leaves the value out. */
  map: z.record(z.string(), scalar.nullable()).exactOptional(),
  unmapped: z
    .enum(['refuse', 'keep', 'leave-out'], 'expected refuse, keep or leave-out')
    .default('refuse')
    .describe('What becomes of a text that `map` does not name'),
  strip: z
    .union(
      [
        z
          .string()
          .min(1)
          .transform((one) => [one]),
        z.array(z.string().min(1)),
      ],
      'expected a text or several',
    )
    .default([])
    .describe('What is taken off the beginning of a cell'),
  default: scalar.exactOptional().describe('For an empty cell'),
  as: z.enum(['text', 'number', 'flag'], 'expected text, number or flag').default('text'),
  decimal: z.enum(['.', ','], 'expected "." or ","').default('.'),
};

/** A constant, a text with `{Column}` in it, or a cell and what is made of it: of a table's map, and of a source's. */
export const mappedValue = z.union(
  [scalar, z.strictObject({ column: z.string(), ...fromCell }), z.strictObject({ template: z.string(), ...fromCell })],
  'expected a constant, a text such as "{Email}", or { column: … }',
);
