import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * By name: those that share the deployed stack follow one another, and who deploys another agreement to it,
 * scans its logs or removes it comes late.
 */
class ByName extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => (a.moduleId < b.moduleId ? -1 : 1));
  }
}

/** They start what they need by themselves. */
const ALONE = [
  'answer-race',
  'clocks',
  'email-by-ses',
  'measures-page',
  'package-install',
  'page-languages',
  'restore',
  'store-dynamo',
].map((name) => `test/e2e/${name}.e2e.test.ts`);

/** Two runs beside each other, one for each project, have a report each. */
const REPORT = process.env.E2E_REPORT ?? 'e2e';

/** Against real servers on this machine, with the time that a deploy takes. */
export default defineConfig({
  test: {
    sequence: { sequencer: ByName },
    reporters: ['default', ['json', { outputFile: `.local/reports/${REPORT}.json` }]],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE, maxWorkers: 2, sequence: { groupOrder: 1 } } },
      {
        extends: true,
        test: {
          name: 'stack',
          include: ['test/e2e/**/*.e2e.test.ts'],
          exclude: ALONE,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          globalSetup: 'test/support/e2e/setup.ts',
        },
      },
    ],
  },
});
