import type * as z from 'zod';
import type { Path } from '../checks/finding.ts';
import { exampleOf, keysOf, mayBeAbsent, partOf } from './schema-parts.ts';

export const valueAt = (root: unknown, path: Path): unknown => {
  let value = root;
  for (const key of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return value;
};

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

/** As far as the schema knows the parts of what is at a path, from the root. */
const schemaAt = (root: z.core.SomeType, path: Path): { readonly schema: z.core.SomeType; readonly known: Path } => {
  let schema = root;
  for (const [depth, key] of path.entries()) {
    const part = partOf(schema, key);
    if (part === undefined) return { schema, known: path.slice(0, depth) };
    schema = part;
  }
  return { schema, known: path };
};

/**
 * Takes out of a value, which is changed, what an issue is about, and puts the schema's example in its place where
 * something is needed. Returns the paths at which nobody knows now what was meant: next to an unknown key also those
 * of keys that are not there, since it may be one of them with a slip.
 */
export const mend = (root: z.core.SomeType, value: unknown, issue: z.core.$ZodIssue, path: Path): readonly Path[] => {
  const { schema, known } = schemaAt(root, path);
  const keys = known.length === path.length ? keysOf(schema) : [];
  if (issue.code === 'unrecognized_keys' && keys.length > 0) {
    for (const key of issue.keys) put(value, [...path, key], undefined);
    const at = valueAt(value, path);
    const present = new Set(typeof at === 'object' && at !== null ? Object.keys(at) : []);
    return keys.flatMap((key) => (present.has(key) ? [] : [[...path, key]]));
  }
  put(value, known, mayBeAbsent(schema) ? undefined : exampleOf(schema));
  return [known];
};
