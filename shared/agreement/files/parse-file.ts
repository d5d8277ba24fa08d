import type * as z from 'zod';
import { type Complaint, type Path, quote } from '../checks/finding.ts';

type Issue = z.core.$ZodIssue;

const valueAt = (root: unknown, path: Path): unknown => {
  let value = root;
  for (const key of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return value;
};

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
};

const describe = (value: unknown): string =>
  Array.isArray(value) ? 'a list' : typeof value === 'object' && value !== null ? 'a mapping' : quote(value);

const explain = (issue: Issue, value: unknown): string => {
  // Only messages that no schema replaced begin with the first.
  const plain = issue.code === 'invalid_type' && issue.message.startsWith('Invalid input');
  const message = plain ? `expected ${KINDS[issue.expected] ?? issue.expected}` : issue.message;
  return message.startsWith('expected ') && !message.includes(', got ')
    ? `${message}, got ${describe(value)}`
    : message;
};

const isPath = (path: readonly PropertyKey[]): path is Path => path.every((key) => typeof key !== 'symbol');

/** Of a value that fits none of several shapes, the issues with the shape that it was meant to have, if that is plain. */
const meantShape = (issue: Issue): readonly Issue[] | undefined =>
  issue.code === 'invalid_union'
    ? issue.errors.find((branch) => branch.every(({ path }) => path.length > 0))
    : undefined;

interface Told extends Complaint {
  readonly unknownKey?: true;
}

const complain = (issue: Issue, above: Path, root: unknown): readonly Told[] => {
  const path = isPath(issue.path) ? [...above, ...issue.path] : above;
  const meant = meantShape(issue);
  if (meant !== undefined) return meant.flatMap((inner) => complain(inner, path, root));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      return { path: [...path, key], at: 'key', message: `unknown field ${quote(key)}`, unknownKey: true };
    });
  }
  if (issue.code === 'invalid_key') {
    const message = issue.issues.map((inner) => inner.message).join('; ');
    return [{ path, at: 'key', message: `${message}, got ${quote(path.at(-1))}` }];
  }
  const value = valueAt(root, path);
  if (value === undefined && path.length > 0) {
    return [{ path: path.slice(0, -1), message: `missing ${quote(path.at(-1))}` }];
  }
  const atKey = issue.code === 'custom' && issue.params?.at === 'key';
  return [{ path, message: explain(issue, value), ...(atKey ? { at: 'key' } : {}) }];
};

const drop = (root: unknown, path: Path): void => {
  const parent = valueAt(root, path.slice(0, -1));
  const key = path.at(-1);
  if (typeof parent === 'object' && parent !== null && key !== undefined) Reflect.deleteProperty(parent, key);
};

export interface ParsedFile<T> {
  /** Absent when something of the file could not be understood. */
  readonly data?: T;
  readonly complaints: readonly Complaint[];
}

/** Reads a file's value by its schema. Unknown keys alone do not keep the rest from being read and checked. */
export const parseFile = <T>(schema: z.ZodType<T>, value: unknown): ParsedFile<T> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { data: parsed.data, complaints: [] };
  const told = parsed.error.issues.flatMap((issue) => complain(issue, [], value));
  const complaints = told.map(({ unknownKey, ...complaint }) => complaint);
  if (!told.every(({ unknownKey }) => unknownKey)) return { complaints };
  const known = structuredClone(value);
  for (const { path } of told) drop(known, path);
  const again = schema.safeParse(known);
  return again.success ? { data: again.data, complaints } : { complaints };
};
