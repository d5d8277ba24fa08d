import { join } from 'node:path';
import { leadFieldType } from '../../domain/condition/condition-fields.ts';
import { quote } from '../../domain/language/quote.ts';
import type { Source } from '../../domain/source/source.ts';
import { UTC } from '../../domain/time/zone.ts';
import type { Complaint } from '../checks/finding.ts';
import { parseFile } from '../files/parse-file.ts';
import { type SourcesFile, sourcesFile } from '../files/sources.ts';
import { formatProblem, type Problem } from '../load-agreement.ts';
import { readOptional } from '../read-folder.ts';
import { UnsoundAgreement } from '../unsound-agreement.ts';

const FILE = 'sources.yaml';

const compiled = ({ zone = UTC, test, secretHeader, ...source }: SourcesFile['sources'][number]): Source => ({
  ...source,
  zone,
  keepsTests: test === 'keep',
  ...(secretHeader === undefined ? {} : { secretHeader: secretHeader.toLowerCase() }),
});

const unknownFields = ({ sources }: SourcesFile): readonly Complaint[] =>
  sources.flatMap(({ map }, i) =>
    Object.keys(map)
      .filter((path) => leadFieldType(path) === undefined)
      .map((path) => ({
        path: ['sources', i, 'map', path],
        at: 'key' as const,
        message: `a lead has no field ${quote(path)}`,
      })),
  );

const sameNames = ({ sources }: SourcesFile): readonly Complaint[] =>
  sources.flatMap(({ name }, i) =>
    sources.findIndex((one) => one.name === name) < i
      ? [{ path: ['sources', i, 'name'], message: `another source is called ${quote(name)}` }]
      : [],
  );

/** What is wrong with sources.yaml, or what it says; a folder without it has none. */
export const loadSources = async (
  folder: string,
): Promise<{ readonly sources: readonly Source[] } | { readonly problems: readonly Problem[] }> => {
  const yaml = await readOptional(join(folder, FILE));
  if (yaml === undefined) return { sources: [] };
  const parsed = parseFile(sourcesFile, yaml.value ?? {});
  const { data } = parsed;
  const complaints = [
    ...parsed.complaints,
    ...(data === undefined ? [] : [...unknownFields(data), ...sameNames(data)]),
  ];
  const ofMeaning = complaints.map(({ path, at, message }) => ({ ...yaml.locate(path, at), message }));
  const problems = [...yaml.problems, ...ofMeaning].map((problem) => ({ file: join(folder, FILE), ...problem }));
  return problems.length > 0 || data === undefined ? { problems } : { sources: data.sources.map(compiled) };
};

/** The same, for whoever cannot go on without it. Throws UnsoundAgreement. */
export const readSources = async (folder: string): Promise<readonly Source[]> => {
  const loaded = await loadSources(folder);
  if ('problems' in loaded) throw new UnsoundAgreement(loaded.problems.map(formatProblem));
  return loaded.sources;
};
