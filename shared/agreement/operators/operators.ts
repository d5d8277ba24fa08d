import * as z from 'zod';
import type { Operands, OperatorName, Scalar } from '../../domain/condition/condition.ts';
import { onNumbers } from './on-numbers.ts';
import { onTexts } from './on-texts.ts';
import type { OperatorDescription } from './operator-description.ts';

export const scalars = [z.string(), z.number(), z.boolean()] as const;

const scalar = z.union(scalars, 'expected a value: text, a number, true or false');
const number = z.number();
const text = z.string().min(1, 'must not be empty: every text has it');

const outcode = z
  .string()
  .regex(/^[A-Za-z]{1,2}\d[A-Za-z\d]?$/, 'expected the outcode of a UK postal code, such as E1 or SW1A')
  .meta({ examples: ['E1'] });

const LISTED = 8;

const listed = (values: readonly Scalar[]): string => {
  const shown = values.slice(0, LISTED).map(String).join(', ');
  return values.length > LISTED ? `${shown} and ${values.length - LISTED} more` : shown;
};

/** The operators as they are written, checked and explained; how they run is told by the domain's `OPERATORS`. */
export const OPERATOR_DESCRIPTIONS: { readonly [Name in OperatorName]: OperatorDescription<Operands[Name]> } = {
  in: {
    written: z.array(scalar).min(1, 'an empty list equals nothing'),
    compares: 'any',
    inWords: (values) => (values.length === 1 ? listed(values) : `one of ${listed(values)}`),
    known: (values) => ({ kind: 'values', values }),
    candidates: (values) => values,
  },
  gte: onNumbers({
    written: number.meta({ title: 'At least', description: 'A number of at least this.' }),
    inWords: (bound) => `at least ${bound}`,
    bounds: (gte) => ({ gte }),
  }),
  gt: onNumbers({
    written: number.meta({ title: 'More than', description: 'A number above this.' }),
    inWords: (bound) => `more than ${bound}`,
    bounds: (gt) => ({ gt }),
  }),
  lte: onNumbers({
    written: number.meta({ title: 'At most', description: 'A number of at most this.' }),
    inWords: (bound) => `at most ${bound}`,
    bounds: (lte) => ({ lte }),
  }),
  lt: onNumbers({
    written: number.meta({ title: 'Less than', description: 'A number below this.' }),
    inWords: (bound) => `less than ${bound}`,
    bounds: (lt) => ({ lt }),
  }),
  startsWith: onTexts({
    written: text.meta({ title: 'Starts with', description: 'A text that starts with this.' }),
    inWords: (part) => `beginning with "${part}"`,
    at: 'startsWith',
  }),
  endsWith: onTexts({
    written: text.meta({ title: 'Ends with', description: 'A text that ends with this.' }),
    inWords: (part) => `ending with "${part}"`,
    at: 'endsWith',
  }),
  contains: onTexts({
    written: text.meta({ title: 'Contains', description: 'A text that contains this.' }),
    inWords: (part) => `containing "${part}"`,
    at: 'contains',
  }),
  district: {
    written: z
      .union(
        [outcode, z.array(outcode).min(1, 'an empty list decides nothing')],
        'expected an outcode such as E1, or a list of them',
      )
      .meta({
        title: 'District',
        description:
          'A UK postal code of this outcode, or of one in a list: `E1` takes `E1 6AN`, and neither `E10 5XX` nor `E1W 1AA`.',
      }),
    compares: 'text',
    inWords: (districts) => `in the postcode district ${typeof districts === 'string' ? districts : listed(districts)}`,
    known: () => ({ kind: 'unknown' }),
    candidates: (districts) =>
      (typeof districts === 'string' ? [districts] : districts).map((district) => `${district} 1AA`),
  },
  exists: {
    written: z.boolean().meta({ title: 'Exists', description: '`true`: the field is there. `false`: it is not.' }),
    compares: 'any',
    inWords: (exists) => (exists ? 'given' : 'not given'),
    known: (exists) => ({ kind: 'presence', isPresent: exists }),
    candidates: () => [],
  },
};
