import type { AgreementFile } from '../../../shared/agreement/checks/finding.ts';
import { loadFiles, problemsIn } from './agreement-folder.ts';

/** A change of one text, which is once in a file. */
export interface Edit {
  readonly file: AgreementFile;
  readonly from: string;
  readonly to: string;
}

export type Files = Readonly<Record<AgreementFile, string>>;

export const edited = (files: Files, ...edits: readonly Edit[]): Files => {
  const now = { ...files };
  for (const { file, from, to } of edits) {
    if (now[file].split(from).length !== 2) throw new Error(`${from} is not once in ${file}.yaml`);
    now[file] = now[file].replace(from, to);
  }
  return now;
};

export const problemsOf = async (files: Files): Promise<readonly string[]> => problemsIn(await loadFiles(files));
