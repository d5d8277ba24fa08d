import type { Territory } from '../agreement/agreement.ts';
import type { Condition, Fields, Scalar } from '../condition/condition.ts';
import { foldCase } from '../condition/fold-case.ts';
import { compileCondition, type Holds, matches } from '../condition/matches.ts';
import { OPERATORS, readParts } from '../condition/operators.ts';

export type TerritoryMatcher = (fields: Fields) => Territory | undefined;

export interface MatchedField {
  readonly field: string;
  readonly value: Scalar;
}

/** A field without one of these values, and the condition cannot hold. */
interface Requirement {
  readonly part: Part;
  readonly values: ReadonlySet<Scalar>;
}

/** What of a lead a value is compared with: a field, or so many of its first characters. */
interface Part {
  readonly field: string;
  readonly length?: number;
}

const nameOf = ({ field, length }: Part): string => `${length ?? ''} ${field}`;

const partOf = (fields: Fields, { field, length }: Part): Scalar | undefined => {
  const value = fields[field];
  if (value === undefined) return undefined;
  const folded = foldCase(value);
  if (length === undefined) return folded;
  return typeof folded === 'string' ? folded.slice(0, length) : undefined;
};

const requirementsOf = (condition: Condition): readonly Requirement[] => {
  if ('all' in condition) return condition.all.flatMap(requirementsOf);
  if (!('field' in condition)) return [];
  const { field, test } = condition;
  const keys = readParts(test, (name, operand) => OPERATORS[name].lookupKey(operand));
  return keys
    .filter((key) => key !== undefined)
    .map(({ values, ...part }): Requirement => ({ part: { field, ...part }, values }));
};

interface Bucket {
  readonly part: Part;
  readonly positions: Map<Scalar, number[]>;
}

type Buckets = Map<string, Bucket>;

/** How many conditions ask for each value of each part. */
const countValues = (all: readonly (readonly Requirement[])[]): ((requirement: Requirement) => number) => {
  const counts = new Map<string, Map<Scalar, number>>();
  for (const { part, values } of all.flat()) {
    const ofPart = counts.get(nameOf(part)) ?? new Map<Scalar, number>();
    counts.set(nameOf(part), ofPart);
    for (const value of values) ofPart.set(value, (ofPart.get(value) ?? 0) + 1);
  }
  return ({ part, values }) => {
    let sum = 0;
    for (const value of values) sum += counts.get(nameOf(part))?.get(value) ?? 0;
    return sum;
  };
};

const put = (buckets: Buckets, { part, values }: Requirement, position: number): void => {
  const bucket = buckets.get(nameOf(part)) ?? { part, positions: new Map<Scalar, number[]>() };
  buckets.set(nameOf(part), bucket);
  for (const value of values) {
    const positions = bucket.positions.get(value);
    if (positions === undefined) bucket.positions.set(value, [position]);
    else positions.push(position);
  }
};

/**
 * The first of the territories, in their order, whose condition holds. Each territory waits in the
 * buckets of its most selective equality or beginning, so that ten thousand cost about as much as the few
 * that could take the lead; those without either are always tested.
 */
export const createTerritoryMatcher = (territories: readonly Territory[]): TerritoryMatcher => {
  const holds: readonly Holds[] = territories.map(({ when }) =>
    when === undefined ? () => true : compileCondition(when),
  );
  const requirements = territories.map(({ when }) => (when === undefined ? [] : requirementsOf(when)));
  const crowd = countValues(requirements);
  const buckets: Buckets = new Map();
  const always: number[] = [];
  requirements.forEach((mine, position) => {
    let best: Requirement | undefined;
    for (const one of mine) if (best === undefined || crowd(one) < crowd(best)) best = one;
    if (best === undefined) always.push(position);
    else put(buckets, best, position);
  });

  return (fields) => {
    const lists = [always];
    for (const { part, positions } of buckets.values()) {
      const value = partOf(fields, part);
      const list = value === undefined ? undefined : positions.get(value);
      if (list !== undefined) lists.push(list);
    }
    // Every list rises: the least head of all is the next territory in the agreement's order.
    const heads = lists.map(() => 0);
    for (;;) {
      let next = territories.length;
      let from = -1;
      for (let i = 0; i < lists.length; i++) {
        const position = lists[i]?.[heads[i] ?? 0];
        if (position !== undefined && position < next) {
          next = position;
          from = i;
        }
      }
      if (from === -1) return undefined;
      if (holds[next]?.(fields)) return territories[next];
      heads[from] = (heads[from] ?? 0) + 1;
    }
  };
};

const collect = (condition: Condition, fields: Fields, seen: Map<string, Scalar>): void => {
  if ('field' in condition) {
    const value = fields[condition.field];
    if (value !== undefined) seen.set(condition.field, value);
  } else if ('not' in condition) collect(condition.not, fields, seen);
  else if ('all' in condition) for (const part of condition.all) collect(part, fields, seen);
  else {
    const held = condition.any.find((part) => matches(part, fields));
    if (held !== undefined) collect(held, fields, seen);
  }
};

/**
 * The fields by which a condition holds, each once, as the lead has it: of an `any`, those of the first part that
 * holds. Absent fields are left out. No condition: no fields.
 */
export const matchedFields = (condition: Condition | undefined, fields: Fields): readonly MatchedField[] => {
  const seen = new Map<string, Scalar>();
  if (condition !== undefined) collect(condition, fields, seen);
  return [...seen].map(([field, value]) => ({ field, value }));
};
