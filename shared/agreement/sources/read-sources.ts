import { join } from 'node:path';
import { leadFieldType } from '../../domain/condition/condition-fields.ts';
import { quote } from '../../domain/language/quote.ts';
import type { Source } from '../../domain/source/source.ts';
import { UTC } from '../../domain/time/zone.ts';
import { columnsOfValue } from '../../fields/mapping/cell-value.ts';
import type { Complaint } from '../checks/finding.ts';
import { didYouMean, foldName } from '../codes/did-you-mean.ts';
import { parseFile } from '../files/parse-file.ts';
import { type SourcesFile, sourcesFile } from '../files/sources.ts';
import { formatProblem, type Problem } from '../load-agreement.ts';
import { readOptional } from '../read-folder.ts';
import { UnsoundAgreement } from '../unsound-agreement.ts';

const FILE = 'sources.yaml';

/** Keys of a sample that a problem names. */
const MOST_NAMED = 8;

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

/** The keys that a map may name, of a sample of what a source sends; undefined where a sample does not say. */
export type KeysOf = (source: Source, sample: unknown) => ReadonlySet<string> | undefined;

const sampleOf = (folder: string, { name }: Source): string => join(folder, 'sources', `${name}.sample.json`);

/** What a map names and the sample does not have. */
const unknownKeys = (source: Source, i: number, keys: ReadonlySet<string>): readonly Complaint[] =>
  Object.entries(source.map).flatMap(([path, value]) =>
    columnsOfValue(value)
      .filter((column) => !keys.has(column))
      .map((column) => {
        const meant = [...keys].filter((key) => foldName(key) === foldName(column));
        const other = didYouMean(meant, `, only ${[...keys].slice(0, MOST_NAMED).map(quote).join(', ')}`);
        return { path: ['sources', i, 'map', path], message: `the sample has no ${quote(column)}${other}` };
      }),
  );

/** Of each source that has a sample beside it, what its map asks the sample in vain. */
const againstSamples = async (
  folder: string,
  sources: readonly Source[],
  keysOf: KeysOf,
): Promise<{ readonly complaints: readonly Complaint[]; readonly problems: readonly Problem[] }> => {
  const complaints: Complaint[] = [];
  const problems: Problem[] = [];
  for (const [i, source] of sources.entries()) {
    const file = sampleOf(folder, source);
    const sample = await readOptional(file);
    if (sample === undefined) continue;
    problems.push(...sample.problems.map((problem) => ({ file, ...problem })));
    const keys = keysOf(source, sample.value);
    if (keys !== undefined) complaints.push(...unknownKeys(source, i, keys));
  }
  return { complaints, problems };
};

/**
 * What is wrong with sources.yaml, or what it says; a folder without it has none. With `keysOf`, each map is held against the
 * sample that lies beside it, `sources/NAME.sample.json`.
 */
export const loadSources = async (
  folder: string,
  keysOf: KeysOf = () => undefined,
): Promise<{ readonly sources: readonly Source[] } | { readonly problems: readonly Problem[] }> => {
  const yaml = await readOptional(join(folder, FILE));
  if (yaml === undefined) return { sources: [] };
  const { data, complaints } = parseFile(sourcesFile, yaml.value ?? {});
  const sources = data?.sources.map(compiled) ?? [];
  const ofSamples = await againstSamples(folder, sources, keysOf);
  const ofMeaning = data === undefined ? [] : [...unknownFields(data), ...sameNames(data), ...ofSamples.complaints];
  const located = [...complaints, ...ofMeaning].map(({ path, at, message }) => ({ ...yaml.locate(path, at), message }));
  const problems = [
    ...[...yaml.problems, ...located].map((problem) => ({ file: join(folder, FILE), ...problem })),
    ...ofSamples.problems,
  ];
  return problems.length > 0 || data === undefined ? { problems } : { sources };
};

/** The same, for whoever cannot go on without it. Throws UnsoundAgreement. */
export const readSources = async (folder: string): Promise<readonly Source[]> => {
  const loaded = await loadSources(folder);
  if ('problems' in loaded) throw new UnsoundAgreement(loaded.problems.map(formatProblem));
  return loaded.sources;
};
