import * as z from 'zod';
import type { Path } from '../checks/finding.ts';
import { meantAmong, meantOf } from './meant-option.ts';
import { schemaAt, valueAt } from './schema-parts.ts';
import { type Schema, writtenOf } from './written-schema.ts';

export type Issue = z.core.$ZodIssue;

/** An issue, and what it is about by its way from the root. */
export interface Located {
  readonly issue: Issue;
  readonly path: Path;
}

const isPath = (path: readonly PropertyKey[]): path is Path => path.every((key) => typeof key !== 'symbol');

const under = (above: Path, { path }: Issue): Path => (isPath(path) ? [...above, ...path] : above);

/** Of a value that fits none of several ways to write it, the issues with the one that is meant. */
const withMeant = (schema: Schema, value: unknown, issue: Issue): readonly Issue[] | undefined => {
  const written = writtenOf(schema);
  if (issue.code !== 'invalid_union' || !(written instanceof z.ZodUnion)) return undefined;
  return issue.errors[meantAmong(written, value) ?? -1];
};

const issuesOf = (schema: Schema, value: unknown): readonly Issue[] =>
  schema instanceof z.ZodType ? (schema.safeParse(value).error?.issues ?? []) : [];

/** Whether it is an issue with the kind of a mapping, which decides what else is asked of it. */
export const isOfKind = (issue: Issue): boolean => issue.code === 'invalid_union' && issue.discriminator !== undefined;

/** All that is wrong with the shape of a value, part by part. */
export const allIssues = (
  root: Schema,
  value: unknown,
  issues: readonly Issue[],
  above: Path = [],
): readonly Located[] => {
  const issuesAt = (path: Path, schema: Schema): readonly Located[] =>
    allIssues(root, value, issuesOf(schema, valueAt(value, path)), path);
  /** What the schemas do not look at: the value of a key that cannot be, and a mapping of no known kind. */
  const unseen = (issue: Issue, path: Path): readonly Located[] => {
    if (issue.code === 'invalid_key') {
      const { schema, known } = schemaAt(root, value, path);
      return known.length < path.length ? [] : issuesAt(path, schema);
    }
    if (!isOfKind(issue)) return [];
    const mapping = path.slice(0, -1);
    return issuesAt(mapping, meantOf(schemaAt(root, value, mapping).schema, valueAt(value, mapping)));
  };
  return issues.flatMap((issue) => {
    const path = under(above, issue);
    const meant = withMeant(schemaAt(root, value, path).schema, valueAt(value, path), issue);
    if (meant !== undefined) return allIssues(root, value, meant, path);
    return [...unseen(issue, path), { issue, path }];
  });
};
