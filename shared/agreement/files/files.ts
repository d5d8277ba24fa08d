import type * as z from 'zod';
import { AGREEMENT_FILES, type AgreementFile, type Finding, type Path } from '../checks/finding.ts';
import type { YamlFile } from '../yaml/yaml-file.ts';
import { contentFile } from './content.ts';
import { type ParsedFile, parseFile } from './parse-file.ts';
import { repsFile } from './reps.ts';
import { scoringFile } from './scoring.ts';
import { slaFile } from './sla.ts';
import { territoriesFile } from './territories.ts';
import { watchesFile } from './watches.ts';

/** How each file is written. */
export const AGREEMENT_SCHEMAS = {
  scoring: scoringFile,
  territories: territoriesFile,
  reps: repsFile,
  sla: slaFile,
  content: contentFile,
  watches: watchesFile,
} satisfies Record<AgreementFile, z.ZodType>;

/** The files, understood but not yet checked against each other. */
export type AgreementFiles = { readonly [File in AgreementFile]: z.infer<(typeof AGREEMENT_SCHEMAS)[File]> };

/** Those of the files of which something could be read. */
export type UnderstoodFiles = { readonly [File in AgreementFile]: AgreementFiles[File] | undefined };

export interface ParsedFiles {
  readonly files: UnderstoodFiles;
  readonly findings: readonly Finding[];
  /**
   * False where the value at a path, or something that it is in, could not be read: an example stands there then, of
   * which nothing may be told.
   */
  readonly isRead: (file: AgreementFile, path: Path) => boolean;
  /** As `isRead`, and true only if all that is in the value could be read too. */
  readonly isReadWhole: (file: AgreementFile, path: Path) => boolean;
}

/** In messages, a territory or a rep whose name could not be read goes by its place. */
const withPlaces = (
  { territories, reps }: UnderstoodFiles,
  isRead: ParsedFiles['isRead'],
): Pick<UnderstoodFiles, 'territories' | 'reps'> => ({
  territories: territories && {
    territories: territories.territories.map((one, i) =>
      isRead('territories', ['territories', i, 'name']) ? one : { ...one, name: `territory ${i + 1}` },
    ),
  },
  reps: reps && {
    ...reps,
    reps: reps.reps.map((one, i) => (isRead('reps', ['reps', i, 'id']) ? one : { ...one, id: `rep ${i + 1}` })),
  },
});

/** Understands the values of the files; a value that is undefined (its file was no YAML) is passed over. */
export const parseFiles = (yaml: Readonly<Record<AgreementFile, Pick<YamlFile, 'value' | 'unclear'>>>): ParsedFiles => {
  const findings: Finding[] = [];
  const read: Partial<Record<AgreementFile, Pick<ParsedFile<unknown>, 'isRead' | 'isReadWhole'>>> = {};
  const parse = <T>(file: AgreementFile, schema: z.ZodType<T>): T | undefined => {
    const { value, unclear } = yaml[file];
    if (value === undefined) return undefined;
    const { data, complaints, ...parts } = parseFile(schema, value, unclear);
    read[file] = parts;
    findings.push(...complaints.map((complaint) => ({ file, ...complaint })));
    return data;
  };
  const files = {
    scoring: parse('scoring', AGREEMENT_SCHEMAS.scoring),
    territories: parse('territories', AGREEMENT_SCHEMAS.territories),
    reps: parse('reps', AGREEMENT_SCHEMAS.reps),
    sla: parse('sla', AGREEMENT_SCHEMAS.sla),
    content: parse('content', AGREEMENT_SCHEMAS.content),
    watches: parse('watches', AGREEMENT_SCHEMAS.watches),
  };
  const isRead = (file: AgreementFile, path: Path) => read[file]?.isRead(path) ?? true;
  return {
    files: { ...files, ...withPlaces(files, isRead) },
    findings,
    isRead,
    isReadWhole: (file, path) => read[file]?.isReadWhole(path) ?? true,
  };
};

export const isComplete = (files: UnderstoodFiles): files is AgreementFiles =>
  AGREEMENT_FILES.every((file) => files[file] !== undefined);
