import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AgreementFile, OPTIONAL_FILES } from './checks/finding.ts';
import { decodeText } from './yaml/decode-text.ts';
import { readYaml } from './yaml/read-yaml.ts';
import type { YamlFile } from './yaml/yaml-file.ts';

const unreadable = (message: string): YamlFile => ({
  problems: [{ line: 1, column: 1, message }],
  locate: () => ({ line: 1, column: 1 }),
});

/** Undefined where there is no such file. */
export const readOptional = async (path: string): Promise<YamlFile | undefined> => {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    // Under Jest an error of Node is no instance of what is called Error there.
    if (typeof error !== 'object' || error === null || !('code' in error)) throw error;
    return error.code === 'ENOENT' ? undefined : unreadable(`the file cannot be read: ${String(error.code)}`);
  }
  const { text, problem } = decodeText(bytes);
  const file = readYaml(text);
  return problem === undefined ? file : { ...file, problems: [problem, ...file.problems] };
};

/** A file that may be missing says what it says then, in its first place. */
const absentOne = (file: AgreementFile): YamlFile =>
  file in OPTIONAL_FILES
    ? { value: OPTIONAL_FILES[file], problems: [], locate: () => ({ line: 1, column: 1 }) }
    : unreadable('the file is missing');

/** The files of an agreement's folder as YAML, each with what is wrong with it as such. */
export const readFolder = async (folder: string): Promise<Record<AgreementFile, YamlFile>> => {
  const read = async (file: AgreementFile) => (await readOptional(join(folder, `${file}.yaml`))) ?? absentOne(file);
  const [scoring, territories, reps, sla, content, watches] = await Promise.all([
    read('scoring'),
    read('territories'),
    read('reps'),
    read('sla'),
    read('content'),
    read('watches'),
  ]);
  return { scoring, territories, reps, sla, content, watches };
};
