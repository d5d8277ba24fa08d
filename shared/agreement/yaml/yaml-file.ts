import type { LineCounter } from 'yaml';
import type { Path } from '../checks/finding.ts';

/** Line and column count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface YamlProblem extends Position {
  readonly message: string;
}

/** Where the value at a path begins, or the key that names it; for a path that is not there, where its parent does. */
export type Locate = (path: Path, at?: 'key') => Position;

export interface YamlFile {
  /** Absent when the text could not be understood. */
  readonly value?: unknown;
  readonly problems: readonly YamlProblem[];
  /** Where a key is there twice, of which the second counts: nobody knows which is meant. */
  readonly unclear?: readonly Path[];
  readonly locate: Locate;
}

export const positionAt = (lines: LineCounter, offset: number): Position => {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
};

const keyAt = (text: string, start: number): string =>
  (/^[^:\n]*/.exec(text.slice(start, start + 200))?.[0] ?? '').trim().replace(/^(["'])(.*)\1$/, '$2');

/** The problem of a key, from `start` on, that its mapping has already. */
export const repeatedKey = (text: string, lines: LineCounter, start: number): YamlProblem => ({
  ...positionAt(lines, start),
  message: `duplicate key "${keyAt(text, start)}"`,
});
