import type { Territory } from '../../domain/agreement/agreement.ts';
import type { Condition, Fields, Scalar } from '../../domain/condition/condition.ts';
import { knownOf } from './known-of.ts';
import { cutsOf, type Key, type KnownField, keysOf, MAX_STRETCHES, type ReadKey } from './territory-keys.ts';

/** Under how many combinations of several keys a territory is kept. */
const MAX_COMBINED = 4;
/** Kinds of combinations, each of which is read from every lead. */
const MAX_KINDS = 64;

/** Into how many conditions one is taken apart, of which any is enough. */
const MAX_ALTERNATIVES = 8;

/** Conditions of which at least one holds where this one does, and none where it does not. */
const alternativesOf = (condition: Condition): readonly Condition[] => {
  if ('any' in condition) {
    const parts = condition.any.flatMap(alternativesOf);
    return parts.length === 0 || parts.length > MAX_ALTERNATIVES ? [condition] : parts;
  }
  if (!('all' in condition)) return [condition];
  // One part is enough to be found by: the one with the fewest.
  let [few, at]: readonly [readonly Condition[], number] = [[], -1];
  for (const [i, part] of condition.all.entries()) {
    const alternatives = alternativesOf(part);
    if (alternatives.length > 1 && (at === -1 || alternatives.length < few.length)) [few, at] = [alternatives, i];
  }
  return at === -1 ? [condition] : few.map((part) => ({ all: condition.all.with(at, part) }));
};

/** How many fields are looked at where none is left out. */
const fieldsAskedBy = (condition: Condition): number => {
  if ('field' in condition) return 1;
  if ('not' in condition) return fieldsAskedBy(condition.not);
  return ('all' in condition ? condition.all : condition.any).reduce((sum, part) => sum + fieldsAskedBy(part), 0);
};

const testsOf = (condition: Condition): readonly KnownField[] => {
  if ('all' in condition) return condition.all.flatMap(testsOf);
  return 'field' in condition ? [{ field: condition.field, ...knownOf(condition.test) }] : [];
};

/** Several values as one. That two rows could come to the same costs a look more at a territory, no more. */
const rowValue = (row: readonly (Scalar | undefined)[]): string => row.join('\n');

/** All of the keys that combine to few values, fewest values first. */
const combined = (keys: readonly Key[]): { readonly of: readonly string[]; readonly values: readonly Scalar[] } => {
  let rows: readonly (readonly Scalar[])[] = [[]];
  const of: string[] = [];
  for (const { name, values } of [...keys].sort(
    (a, b) => a.values.length - b.values.length || (a.name < b.name ? -1 : 1),
  )) {
    if (rows.length * values.length > (of.length === 0 ? MAX_STRETCHES + 1 : MAX_COMBINED)) break;
    of.push(name);
    rows = rows.flatMap((row) => values.map((value) => [...row, value]));
  }
  return { of, values: rows.map(rowValue) };
};

/** A way to match the territory at a place. */
interface Way {
  readonly place: number;
  readonly territory: Territory;
  readonly tests: readonly KnownField[];
}

interface Keyed {
  /** In order, each with its place; one with an `any` is there several times, once for each way to match it. */
  readonly places: ReadonlyMap<Territory, number>;
  readonly fieldsOf: (fields: Fields) => Fields;
  /** By place, those that nothing tells apart: each lead is tried on them, which looks at up to so many fields. */
  readonly keyless: ReadonlyMap<number, number>;
}

/**
 * Territories are found by what a field equals. So that those which are told by numbers, by how a text starts or
 * ends, or by several fields together are found as fast, what tells them is made a field of its own, for the
 * territories and for leads. Which territory takes a lead stays the same.
 */
export const withLookupKeys = (territories: readonly Territory[]): Keyed => {
  const ways = territories.flatMap((territory, place): readonly Way[] => {
    if (territory.when === undefined) return [{ place, territory, tests: [] }];
    return alternativesOf(territory.when).map((when) => {
      return { place, territory: { ...territory, when }, tests: testsOf(when) };
    });
  });
  const cuts = cutsOf(ways.flatMap(({ tests }) => tests));
  const readers = new Map<string, ReadKey>();
  const kinds = new Map<string, readonly string[]>();
  const withKey = (territory: Territory, keys: readonly Key[]): Territory => {
    const { when } = territory;
    const { of, values } = combined(keys);
    const kind = `together ${of.join(', ')}`;
    const known = of.length === 0 || (of.length === 1 && keys.some((key) => key.plain && of.includes(key.name)));
    if (when === undefined || known || (kinds.size >= MAX_KINDS && !kinds.has(kind))) return territory;
    kinds.set(kind, of);
    // Denied twice, what is told already is not looked up once more.
    const told = keys.every(({ name, plain }) => !plain || of.includes(name));
    const own: Condition = told ? { not: { not: when } } : when;
    return { ...territory, when: { all: [{ field: kind, test: { in: values } }, own] } };
  };
  const keyless = new Map<number, number>();
  const places = new Map<Territory, number>();
  for (const { place, territory, tests } of ways) {
    const keys = keysOf(tests, cuts, readers);
    if (keys.length === 0) {
      const asked = territory.when === undefined ? 0 : fieldsAskedBy(territory.when);
      keyless.set(place, (keyless.get(place) ?? 0) + asked);
    }
    places.set(withKey(territory, keys), place);
  }
  const fieldsOf = (fields: Fields): Fields => {
    const all: Record<string, Scalar> = { ...fields };
    for (const [kind, of] of kinds) {
      const row = of.map((name) => readers.get(name)?.(fields));
      if (!row.includes(undefined)) all[kind] = rowValue(row);
    }
    return all;
  };
  return { places, fieldsOf, keyless };
};
