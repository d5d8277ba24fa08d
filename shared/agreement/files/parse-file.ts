import type * as z from 'zod';
import { quote } from '../../domain/language/quote.ts';
import { type Complaint, isWithin, type Path } from '../checks/finding.ts';
import { allIssues, type Issue, type Located } from './all-issues.ts';
import { copyOf, mend } from './mend.ts';
import { valueAt } from './schema-parts.ts';

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

const complain = ({ issue, path }: Located, root: unknown): readonly Complaint[] => {
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
  /** Absent when nothing of the file could be read. Where only a part could not, an example stands in its place. */
  readonly data?: T;
  /** False where the value at a path, or something that it is in, could not be read: nothing may be told of an example. */
  readonly isRead: (path: Path) => boolean;
  /** As `isRead`, and true only if all that is in the value could be read too. */
  readonly isReadWhole: (path: Path) => boolean;
  readonly complaints: readonly Complaint[];
}

/** `holes` lead to what could not be read. */
const readAround = (holes: readonly Path[]): Pick<ParsedFile<unknown>, 'isRead' | 'isReadWhole'> => {
  const isRead = (path: Path) => !holes.some((hole) => isWithin(path, hole));
  return { isRead, isReadWhole: (path) => isRead(path) && !holes.some((hole) => isWithin(hole, path)) };
};

/** What is filled in may be refused in its turn, as a condition from which an unknown key was taken: once at each depth. */
const MAX_ROUNDS = 200;

/**
 * Reads a file's value by its schema; what cannot be read keeps nothing else from being read and checked. `unclear` leads
 * to what has a shape, and is not known to be meant.
 */
export const parseFile = <T>(schema: z.ZodType<T>, value: unknown, unclear: readonly Path[] = []): ParsedFile<T> => {
  let parsed = schema.safeParse(value);
  if (parsed.success) return { data: parsed.data, ...readAround(unclear), complaints: [] };
  const rest = copyOf(value);
  const holes: Path[] = [];
  const complaints: Complaint[] = [];
  const isLost = () => holes.some((hole) => hole.length === 0);
  for (let round = 0; !parsed.success && !isLost() && round < MAX_ROUNDS; round++) {
    const issues = allIssues(schema, rest, parsed.error.issues);
    const told = issues.flatMap((issue) => complain(issue, rest));
    complaints.push(...told.filter(({ path }) => !holes.some((hole) => isWithin(path, hole) || isWithin(hole, path))));
    const before = [...holes];
    for (const issue of issues) holes.push(...mend(schema, rest, issue, before));
    parsed = schema.safeParse(rest);
  }
  return { ...(parsed.success ? { data: parsed.data } : {}), ...readAround([...holes, ...unclear]), complaints };
};
