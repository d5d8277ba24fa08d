import type { Fields, Scalar } from '../../domain/condition/condition.ts';
import { foldCase } from '../../domain/condition/fold-case.ts';
import type { KnownPart, KnownTest } from './known-of.ts';
import type { NumberSet } from './number-set.ts';

/**
 * Something about a lead that is looked up as a field is: what a field holds, how it starts or ends, which
 * stretch a number is in. A lead without one of `values` cannot match the territory.
 */
export interface Key {
  readonly name: string;
  /** What a field holds, and no more than that. */
  readonly plain: boolean;
  readonly values: readonly Scalar[];
}

export type ReadKey = (fields: Fields) => Scalar | undefined;

/** What a test of a field says. */
export interface KnownField extends KnownTest {
  readonly field: string;
}

/** How finely the numbers of a field are told apart. */
export const MAX_STRETCHES = 64;

const endsOf = (numbers: NumberSet): readonly number[] =>
  numbers.flatMap(({ lo, hi }) => [lo, hi]).filter((end) => Number.isFinite(end));

/** For each field the numbers that part its stretches, rising. */
export const cutsOf = (tests: readonly KnownField[]): ReadonlyMap<string, readonly number[]> => {
  const ends = new Map<string, Set<number>>();
  for (const { field, numbers = [] } of tests) {
    for (const end of endsOf(numbers)) ends.set(field, (ends.get(field) ?? new Set()).add(end));
  }
  const cuts = new Map<string, readonly number[]>();
  for (const [field, all] of ends) {
    const each = Math.ceil(all.size / MAX_STRETCHES);
    cuts.set(
      field,
      [...all].sort((a, b) => a - b).filter((_, i) => i % each === 0),
    );
  }
  return cuts;
};

const intervalOf = (cuts: readonly number[], value: number): number => {
  const above = cuts.findIndex((cut) => cut > value);
  return above === -1 ? cuts.length : above;
};

interface ReadableKey extends Key {
  readonly read: ReadKey;
}

const readFolded = (fields: Fields, field: string): Scalar | undefined =>
  fields[field] === undefined ? undefined : foldCase(fields[field]);

const keyOfPart = (field: string, known: KnownPart): ReadableKey | undefined => {
  switch (known.kind) {
    case 'values': {
      const values = [...new Set(known.values.map(foldCase))];
      return { name: field, plain: true, values, read: (fields) => readFolded(fields, field) };
    }
    case 'texts': {
      const { at, text } = known.part;
      if (at === 'contains') return undefined;
      const { length } = text;
      const read: ReadKey = (fields) => {
        const whole = readFolded(fields, field);
        if (typeof whole !== 'string') return undefined;
        return at === 'startsWith' ? whole.slice(0, length) : whole.slice(-length);
      };
      return { name: `${field} ${at} ${length}`, plain: false, values: [text], read };
    }
    case 'presence':
    case 'unknown':
      return undefined;
  }
};

const keyOfNumbers = (field: string, numbers: NumberSet, cuts: readonly number[]): ReadableKey => {
  const first = intervalOf(cuts, numbers[0]?.lo ?? Infinity);
  const last = intervalOf(cuts, numbers.at(-1)?.hi ?? -Infinity);
  const values = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  const read: ReadKey = (fields) => {
    const value = fields[field];
    return typeof value === 'number' ? intervalOf(cuts, value) : undefined;
  };
  return { name: `${field} stretch`, plain: false, values, read };
};

const readableKeysOf = (
  { field, numbers, others }: KnownField,
  cutsByField: ReadonlyMap<string, readonly number[]>,
): readonly ReadableKey[] => {
  const keys = others.map((known) => keyOfPart(field, known)).filter((key) => key !== undefined);
  const cuts = cutsByField.get(field);
  return numbers === undefined || cuts === undefined ? keys : [...keys, keyOfNumbers(field, numbers, cuts)];
};

/** What a territory's own fields and tests say of the leads that it may match, and how it is read from a lead. */
export const keysOf = (
  tests: readonly KnownField[],
  cutsByField: ReadonlyMap<string, readonly number[]>,
  readers: Map<string, ReadKey>,
): readonly Key[] => {
  const keys = new Map<string, Key>();
  for (const test of tests) {
    for (const { read, ...key } of readableKeysOf(test, cutsByField)) {
      if (!readers.has(key.name)) readers.set(key.name, read);
      const known = keys.get(key.name);
      if (known === undefined || known.values.length > key.values.length) keys.set(key.name, key);
    }
  }
  return [...keys.values()];
};
