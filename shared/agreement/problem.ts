import type { Complaint } from './checks/finding.ts';
import type { YamlFile, YamlProblem } from './yaml/yaml-file.ts';

/** What is wrong with an agreement and where; `file` is the folder as it was given joined with the file's name. */
export interface Problem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly message: string;
}

/** `file:line:column problem`, as editors and terminals link it. */
export const formatProblem = ({ file, line, column, message }: Problem): string =>
  `${file}:${line}:${column} ${message}`;

/** From top to bottom; what several aliases of one anchor have in common is told once. */
const inOrder = (problems: readonly YamlProblem[]): readonly YamlProblem[] => {
  const once = new Map(problems.map((problem) => [`${problem.line}:${problem.column} ${problem.message}`, problem]));
  return [...once.values()].sort((a, b) => a.line - b.line || a.column - b.column);
};

/** All that is wrong with a file: as YAML, and with what it says. */
export const problemsOf = (
  file: string,
  { problems, locate }: YamlFile,
  complaints: readonly Complaint[],
): readonly Problem[] => {
  const located = complaints.map(({ path, at, message }) => ({ ...locate(path, at), message }));
  return inOrder([...problems, ...located]).map((problem) => ({ file, ...problem }));
};
