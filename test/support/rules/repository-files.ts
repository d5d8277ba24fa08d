import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { Sources } from './imports.ts';

/** What git has, or would take. */
export const repositoryFiles: readonly string[] = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard'],
  { encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));

/** The texts of those whose path matches. */
export const readMatching = (wanted: RegExp): Sources =>
  new Map(repositoryFiles.filter((file) => wanted.test(file)).map((file) => [file, readFileSync(file, 'utf8')]));
