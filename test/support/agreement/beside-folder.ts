import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatProblem, type Problem } from '../../../shared/agreement/problem.ts';
import { loadReportTerms } from '../../../shared/agreement/report/read-report-terms.ts';
import { loadSinks } from '../../../shared/agreement/sinks/read-sinks.ts';
import { loadSources } from '../../../shared/agreement/sources/read-sources.ts';

/** What reads each file that may lie beside an agreement's own. */
const LOADERS = { sources: loadSources, sinks: loadSinks, report: loadReportTerms } satisfies Readonly<
  Record<string, (folder: string) => Promise<object>>
>;

export type BesideFile = keyof typeof LOADERS;

const isFailed = (loaded: object): loaded is { readonly problems: readonly Problem[] } => 'problems' in loaded;

/** The problems of such a file as they are printed, without the folder. `more`: other files, by name. */
export const problemsBeside = async (
  file: BesideFile,
  text: string,
  more: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'beside-'));
  try {
    for (const [name, one] of Object.entries({ ...more, [`${file}.yaml`]: text })) {
      await writeFile(join(folder, name), one);
    }
    const loaded = await LOADERS[file](folder);
    return isFailed(loaded) ? loaded.problems.map((one) => formatProblem(one).replace(join(folder, '/'), '')) : [];
  } finally {
    await rm(folder, { recursive: true });
  }
};
