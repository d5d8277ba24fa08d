import type { LineCounter, YAMLError } from 'yaml';
import { TOO_DEEP } from './nesting.ts';
import { positionAt, repeatedKey, type YamlProblem } from './yaml-file.ts';

const SECOND_DOCUMENT = 'a second document begins here, and a file holds one';

const oneLine = (message: string): string => message.replace(/\s+/g, ' ').trim();

/** Where lines are indented with a tab, marks of lists among the indentation. */
const tabsIn = (text: string): readonly number[] =>
  [...text.matchAll(/^[ -]*\t(?=[\t ]*[^\s#])/gm)].map(({ index, 0: indentation }) => index + indentation.length - 1);

/** The parser takes a tab for the end of all that the line is in, and complains of each part of it. */
const tabProblems = (errors: readonly YAMLError[], text: string, lines: LineCounter): readonly YamlProblem[] => {
  const tabs = tabsIn(text).map((tab) => positionAt(lines, tab));
  const faulty = new Set(errors.map(({ pos: [from] }) => positionAt(lines, from).line));
  if (!tabs.some(({ line }) => faulty.has(line))) return [];
  return tabs.map((at) => ({ ...at, message: 'a tab in the indentation, which YAML wants in spaces' }));
};

/** What keeps a text from being understood, and what of it is there twice, each told where it is. */
export const syntaxProblems = (
  errors: readonly YAMLError[],
  text: string,
  lines: LineCounter,
): readonly YamlProblem[] => {
  // Brackets in brackets: the parser calls itself for each, and complains of each that it did not come back from.
  const tooDeep = errors.find(({ message }) => message.includes('call stack'));
  if (tooDeep !== undefined) return [{ line: positionAt(lines, tooDeep.pos[0]).line, column: 1, message: TOO_DEEP }];
  const tabs = tabProblems(errors, text, lines);
  if (tabs.length > 0) return tabs;
  const problems = errors.map(({ code, message, pos: [from] }): YamlProblem => {
    if (code === 'DUPLICATE_KEY') return repeatedKey(text, lines, from);
    const at = positionAt(lines, from);
    return { ...at, message: code === 'MULTIPLE_DOCS' ? SECOND_DOCUMENT : oneLine(message) };
  });
  const another = problems.find(({ message }) => message === SECOND_DOCUMENT);
  return another === undefined ? problems : problems.filter(({ line }) => line <= another.line);
};
