import { join } from 'node:path';
import { leadFieldType } from '../../domain/condition/condition-fields.ts';
import { quote } from '../../domain/language/quote.ts';
import type { MappedValue } from '../../domain/source/mapped-value.ts';
import type { Source } from '../../domain/source/source.ts';
import { UTC } from '../../domain/time/zone.ts';
import { columnsOfValue } from '../../fields/mapping/cell-value.ts';
import { checkMappedCodes } from '../checks/check-mapped-codes.ts';
import { checkSameNames } from '../checks/check-same-names.ts';
import type { Complaint, Path } from '../checks/finding.ts';
import { didYouMean, foldName } from '../codes/did-you-mean.ts';
import { parseFile } from '../files/parse-file.ts';
import { type SourcesFile, sourcesFile } from '../files/sources.ts';
import { formatProblem, type Problem, problemsOf } from '../problem.ts';
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

/** The keys that a map may name, of a sample of what a source sends; undefined where a sample does not say. */
export type KeysOf = (source: Source, sample: unknown) => ReadonlySet<string> | undefined;

const sampleOf = (folder: string, { name }: Source): string => join(folder, 'sources', `${name}.sample.json`);

/** Where a value of a map names what it takes. */
const namingPath = (value: MappedValue, path: Path): Path =>
  typeof value === 'object' ? [...path, 'column' in value ? 'column' : 'template'] : path;

/** What a map names and the sample does not have. */
const unknownKeys = (source: Source, i: number, keys: ReadonlySet<string>): readonly Complaint[] =>
  Object.entries(source.map).flatMap(([path, value]) =>
    columnsOfValue(value)
      .filter((column) => !keys.has(column))
      .map((column) => {
        const meant = [...keys].filter((key) => foldName(key) === foldName(column));
        const other = didYouMean(meant, `, only ${[...keys].slice(0, MOST_NAMED).map(quote).join(', ')}`);
        const at = namingPath(value, ['sources', i, 'map', path]);
        return { path: at, message: `the sample has no ${quote(column)}${other}` };
      }),
  );

interface Found {
  readonly complaints: readonly Complaint[];
  readonly problems: readonly Problem[];
}

/** Of a source with a sample beside it, what its map asks the sample in vain. */
const againstSample = async (folder: string, source: Source, i: number, keysOf: KeysOf): Promise<Found> => {
  const file = sampleOf(folder, source);
  const sample = await readOptional(file);
  if (sample === undefined) return { complaints: [], problems: [] };
  const keys = keysOf(source, sample.value);
  const complaints = keys === undefined ? [] : unknownKeys(source, i, keys);
  return { complaints, problems: problemsOf(file, sample, []) };
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
  const { data, complaints, isRead } = parseFile(sourcesFile, yaml.value ?? {}, yaml.unclear);
  const sources = data?.sources.map(compiled) ?? [];
  const found = [...(data === undefined ? [] : [...unknownFields(data), ...checkSameNames('source', sources, isRead)])];
  const ofSamples: Problem[] = [];
  for (const [i, source] of sources.entries()) {
    found.push(...(await checkMappedCodes(source.map, ['sources', i, 'map'])));
    if (!isRead(['sources', i, 'name'])) continue;
    const { complaints: ofSample, problems } = await againstSample(folder, source, i, keysOf);
    found.push(...ofSample);
    ofSamples.push(...problems);
  }
  const ofMeaning = found.filter(({ path }) => isRead(path));
  const problems = [...problemsOf(join(folder, FILE), yaml, [...complaints, ...ofMeaning]), ...ofSamples];
  return problems.length > 0 || data === undefined ? { problems } : { sources };
};

/** The same, for whoever cannot go on without it. Throws UnsoundAgreement. */
export const readSources = async (folder: string): Promise<readonly Source[]> => {
  const loaded = await loadSources(folder);
  if ('problems' in loaded) throw new UnsoundAgreement(loaded.problems.map(formatProblem));
  return loaded.sources;
};
