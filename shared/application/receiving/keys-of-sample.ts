import { SOURCE_READERS } from '../../contracts/sources/source-readers.ts';
import type { Source } from '../../domain/source/source.ts';

/**
 * The keys that a map may name, of a sample of what a source sends; undefined for a kind whose leads are fetched, for there
 * the sample does not have them, and of a sample that is of nobody.
 */
export const keysOfSample = (source: Source, sample: unknown): ReadonlySet<string> | undefined => {
  if (source.kind === 'slack') return undefined;
  const reader = SOURCE_READERS[source.kind];
  const body = { value: sample, hash: '', receivedAt: 0, headers: {} };
  if ((reader.fetches?.(body, source) ?? []).length > 0) return undefined;
  const { submissions } = reader.read(body, source, () => ({ missing: 'gone' }));
  if (submissions.length === 0) return undefined;
  return new Set(submissions.flatMap(({ rest }) => Object.keys(rest)));
};
