import { isWithin, type Path } from '../checks/finding.ts';
import { isOfKind, type Located } from './all-issues.ts';
import { exampleOf, keysOf, schemaAt, valueAt } from './schema-parts.ts';
import type { Schema } from './written-schema.ts';

/** A copy to change: what several aliases of one anchor stand for is there several times. */
export const copyOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copyOf(one)]));
};

const put = (root: unknown, path: Path, value: unknown): void => {
  const parent = valueAt(root, path.slice(0, -1));
  const key = path.at(-1);
  if (typeof parent !== 'object' || parent === null || key === undefined) return;
  if (value === undefined) Reflect.deleteProperty(parent, key);
  else Reflect.set(parent, key, value);
};

const keysAt = (root: unknown, path: Path): ReadonlySet<string> => {
  const value = valueAt(root, path);
  return new Set(typeof value === 'object' && value !== null ? Object.keys(value) : []);
};

/** Makes a mapping of no known kind one of the first; what all kinds need stays. */
const mendKind = (root: Schema, value: unknown, path: Path): readonly Path[] => {
  const { schema } = schemaAt(root, value, path);
  const example = exampleOf(schema);
  const holes = keysOf(schema, valueAt(value, path)).flatMap((key): readonly Path[] => {
    const at = [...path, key];
    const { known, isOptional } = schemaAt(root, value, at);
    return isOptional || known.length < at.length ? [at] : [];
  });
  for (const at of holes) put(value, at, valueAt(example, at.slice(path.length)));
  return holes;
};

const isSame = (one: Path, other: Path): boolean => one.length === other.length && isWithin(one, other);

/**
 * Takes out of a value, which is changed, what an issue is about, and puts the schema's example in its place where
 * something is needed. Returns the paths at which nobody knows now what was meant: next to an unknown key also those
 * of keys that are not there, since it may be one of them with a slip. Where an example is refused in its turn, what it
 * stands in goes: `before` are the paths that were returned before the value was read again.
 */
export const mend = (
  root: Schema,
  value: unknown,
  { issue, path }: Located,
  before: readonly Path[],
): readonly Path[] => {
  if (isOfKind(issue)) return mendKind(root, value, path.slice(0, -1));
  let at = schemaAt(root, value, path);
  const keys = at.known.length === path.length ? keysOf(at.schema, valueAt(value, path)) : [];
  if (issue.code === 'unrecognized_keys' && keys.length > 0) {
    for (const key of issue.keys) put(value, [...path, key], undefined);
    const present = keysAt(value, path);
    return keys.flatMap((key) => (present.has(key) ? [] : [[...path, key]]));
  }
  while (at.known.length > 0 && before.some((hole) => isSame(hole, at.known)))
    at = schemaAt(root, value, at.known.slice(0, -1));
  put(value, at.known, at.isOptional ? undefined : exampleOf(at.schema));
  return [at.known];
};
