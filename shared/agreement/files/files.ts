import type * as z from 'zod';
import { AGREEMENT_FILES, type AgreementFile, type Finding } from '../checks/finding.ts';
import { contentFile } from './content.ts';
import { parseFile } from './parse-file.ts';
import { repsFile } from './reps.ts';
import { scoringFile } from './scoring.ts';
import { slaFile } from './sla.ts';
import { territoriesFile } from './territories.ts';

/** How each file is written. */
export const AGREEMENT_SCHEMAS = {
  scoring: scoringFile,
  territories: territoriesFile,
  reps: repsFile,
  sla: slaFile,
  content: contentFile,
} satisfies Record<AgreementFile, z.ZodType>;

/** The five files, understood but not yet checked against each other. */
export type AgreementFiles = { readonly [File in AgreementFile]: z.infer<(typeof AGREEMENT_SCHEMAS)[File]> };

/** Those of the files that could be understood. */
export type UnderstoodFiles = { readonly [File in AgreementFile]: AgreementFiles[File] | undefined };

/** Understands the values of the files; a value that is undefined (its file was no YAML) is passed over. */
export const parseFiles = (
  values: Readonly<Record<AgreementFile, unknown>>,
): { readonly files: UnderstoodFiles; readonly findings: readonly Finding[] } => {
  const findings: Finding[] = [];
  const parse = <T>(file: AgreementFile, schema: z.ZodType<T>): T | undefined => {
    if (values[file] === undefined) return undefined;
    const { data, complaints } = parseFile(schema, values[file]);
    findings.push(...complaints.map((complaint) => ({ file, ...complaint })));
    return data;
  };
  const files = {
    scoring: parse('scoring', AGREEMENT_SCHEMAS.scoring),
    territories: parse('territories', AGREEMENT_SCHEMAS.territories),
    reps: parse('reps', AGREEMENT_SCHEMAS.reps),
    sla: parse('sla', AGREEMENT_SCHEMAS.sla),
    content: parse('content', AGREEMENT_SCHEMAS.content),
  };
  return { files, findings };
};

export const isComplete = (files: UnderstoodFiles): files is AgreementFiles =>
  AGREEMENT_FILES.every((file) => files[file] !== undefined);
