import type { Scalar } from '../condition/condition.ts';
import { isLeadField, type LeadField } from '../condition/condition-fields.ts';
import type { Sample } from './sample.ts';

/** What of a sample is a number for the regression. */
export interface Feature {
  readonly name: string;
  readonly valueIn: (sample: Sample) => number;
  /** Of a scoring term; of a value that a field has; a number that a field holds, or that it holds one. */
  readonly of:
    | { readonly kind: 'term'; readonly term: string }
    | { readonly kind: 'value'; readonly field: string; readonly value: Scalar }
    | { readonly kind: 'number'; readonly field: string };
}

/** A value counts that so many samples have, and not all but so many. */
const FEWEST = 20;

/** Values of one field that count, the most frequent ones. */
const MOST_VALUES = 20;

/** Fields that tell which lead it is, and not of what kind. */
const IDENTIFYING: readonly LeadField[] = [
  'person.email',
  'person.firstName',
  'person.lastName',
  'person.phone',
  'company.name',
  'company.domain',
  'location.postalCode',
  'visitorId',
];

const isOfItsKind = (field: string): boolean => !isLeadField(field) || !IDENTIFYING.includes(field);

const termFeatures = (terms: readonly string[], samples: readonly Sample[]): readonly Feature[] =>
  terms
    .filter((term) => samples.some(({ points }) => points[term] !== undefined))
    .map((term) => ({ name: term, valueIn: ({ points }) => points[term] ?? 0, of: { kind: 'term', term } }));

const asText = (value: Scalar): string => (typeof value === 'string' ? value.toLowerCase() : String(value));

const valueFeatures = (field: string, samples: readonly Sample[]): readonly Feature[] => {
  const counts = new Map<string, { readonly value: Scalar; count: number }>();
  for (const { fields } of samples) {
    const value = fields[field];
    if (value === undefined) continue;
    const known = counts.get(asText(value));
    if (known === undefined) counts.set(asText(value), { value, count: 1 });
    else known.count++;
  }
  return [...counts]
    .filter(([, { count }]) => count >= FEWEST && count <= samples.length - FEWEST)
    .sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))
    .slice(0, MOST_VALUES)
    .map(([text, { value }]) => ({
      name: `${field} is ${value}`,
      valueIn: ({ fields }) => (fields[field] !== undefined && asText(fields[field]) === text ? 1 : 0),
      of: { kind: 'value', field, value },
    }));
};

const numberFeatures = (field: string, samples: readonly Sample[]): readonly Feature[] => {
  const numbers = samples.map(({ fields }) => fields[field]).filter((value) => typeof value === 'number');
  if (numbers.length < FEWEST) return [];
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const of = { kind: 'number', field } as const;
  const isThere = (sample: Sample): boolean => typeof sample.fields[field] === 'number';
  const numberIn = ({ fields }: Sample): number => {
    const value = fields[field];
    return typeof value === 'number' ? value : middle;
  };
  const gaps = numbers.length < samples.length;
  return [
    { name: field, valueIn: numberIn, of },
    ...(gaps ? [{ name: `${field} is known`, valueIn: (sample: Sample) => (isThere(sample) ? 1 : 0), of }] : []),
  ];
};

/** What the samples to learn from can tell apart: their scoring terms, and what their fields hold. */
export const featuresOf = (terms: readonly string[], samples: readonly Sample[]): readonly Feature[] => {
  const fields = [...new Set(samples.flatMap((sample) => Object.keys(sample.fields)))].sort();
  return [
    ...termFeatures(terms, samples),
    ...fields.filter(isOfItsKind).flatMap((field) => {
      const isNumber = samples.some(({ fields: one }) => typeof one[field] === 'number');
      return isNumber ? numberFeatures(field, samples) : valueFeatures(field, samples);
    }),
  ];
};

export const rowsOf = (features: readonly Feature[], samples: readonly Sample[]): readonly (readonly number[])[] =>
  samples.map((sample) => features.map(({ valueIn }) => valueIn(sample)));
