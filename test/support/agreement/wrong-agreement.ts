import { expect, it } from 'vitest';
import type { AgreementFile } from '../../../shared/agreement/checks/finding.ts';
import { loadFiles, problemsIn, SOUND } from './agreement-folder.ts';

/** A change of one file of the sound agreement; `before` is in it once. Without `before` it is the whole file that changes. */
interface Edit {
  readonly file: AgreementFile;
  readonly before?: string;
  readonly after: string;
}

const editOf =
  (file: AgreementFile) =>
  (before: string, after: string): Edit => ({ file, before, after });

export const scoring = editOf('scoring');
export const territories = editOf('territories');
export const reps = editOf('reps');
export const sla = editOf('sla');
export const content = editOf('content');
export const watches = editOf('watches');
export const wholeFile = (file: AgreementFile, after: string): Edit => ({ file, after });

const applied = ({ file, before, after }: Edit): { text: string; start: number } => {
  if (before === undefined) return { text: after, start: 0 };
  const parts = SOUND[file].split(before);
  expect(parts, `${before} is once in ${file}.yaml`).toHaveLength(2);
  return { text: parts.join(after), start: parts[0]?.length ?? 0 };
};

/** Line and column, both from 1, of a place in a text. */
const placeOf = (text: string, index: number): string => {
  const lines = text.slice(0, index).split('\n');
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
};

/** `at` is the text at whose beginning the problem is told: where it is last in what was changed. */
export type Wrong = readonly [whatIsWrong: string, edit: Edit, at: string, problem: string];

/** One test for each change: the agreement has this one problem, told at this place. */
export const tellsEach = (cases: readonly Wrong[]): void =>
  it.each(cases)('%s', async (_, edit, at, problem) => {
    const { text, start } = applied(edit);
    const index = edit.after.lastIndexOf(at);
    expect(index, `${at} is in what was changed`).toBeGreaterThanOrEqual(0);
    const place = `${edit.file}.yaml:${placeOf(text, start + index)}`;
    expect(problemsIn(await loadFiles({ ...SOUND, [edit.file]: text }))).toEqual([`${place} ${problem}`]);
  });
