import type * as z from 'zod';
import { quote } from '../../domain/language/quote.ts';
import { type Complaint, isWithin, type Path } from '../checks/finding.ts';
import { copyOf, mend, valueAt } from './mend.ts';

type Issue = z.core.$ZodIssue;

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

const complain = (issue: Issue, above: Path, root: unknown): readonly Complaint[] => {
  const path = isPath(issue.path) ? [...above, ...issue.path] : above;
  const meant = meantShape(issue);
  if (meant !== undefined) return meant.flatMap((inner) => complain(inner, path, root));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], at: 'key', message: `unknown field ${quote(key)}` }));
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

export interface ParsedFile<T> {
  /**
   * Where something could not be read, `holes` lead there and examples stand in its place. Absent when nothing of the
   * file could be read.
   */
  readonly data?: T;
  readonly holes: readonly Path[];
  readonly complaints: readonly Complaint[];
}

/** What is filled in may be refused in its turn, as a condition from which an unknown key was taken. */
const MAX_ROUNDS = 5;

/** Reads a file's value by its schema; what cannot be read keeps nothing else from being read and checked. */
export const parseFile = <T>(schema: z.ZodType<T>, value: unknown): ParsedFile<T> => {
  let parsed = schema.safeParse(value);
  if (parsed.success) return { data: parsed.data, holes: [], complaints: [] };
  const rest = copyOf(value);
  const holes: Path[] = [];
  const complaints: Complaint[] = [];
  for (let round = 0; !parsed.success && round < MAX_ROUNDS; round++) {
    const { issues } = parsed.error;
    const told = issues.flatMap((issue) => complain(issue, [], rest));
    complaints.push(...told.filter(({ path }) => !holes.some((hole) => isWithin(path, hole) || isWithin(hole, path))));
    for (const issue of issues) if (isPath(issue.path)) holes.push(...mend(schema, rest, issue, issue.path));
    parsed = schema.safeParse(rest);
  }
  return parsed.success ? { data: parsed.data, holes, complaints } : { holes, complaints };
};
