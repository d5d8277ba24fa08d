import { defineConfig } from 'vitest/config';

/** They replace modules by others, which no other test may meet. */
const OF_THEIR_OWN = ['unit/dynamo-store', 'unit/log-level', 'property/unknown-operator.property'].map(
  (name) => `test/${name}.test.ts`,
);

export default defineConfig({
  test: {
    // Files run side by side, so the command that some of them start is built before any of them.
    globalSetup: 'test/support/scenario/build-command.ts',
    maxWorkers: '100%',
    // Properties and synthesis take their time on a busy machine; how fast things are is for the benchmarks.
    testTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: '.local/reports/unit.json' }]],
    projects: [
      {
        extends: true,
        test: {
          name: 'all',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', ...OF_THEIR_OWN],
          // What files import is loaded once a worker, and not once a file: a fifth of the time of a run.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'of-their-own', include: OF_THEIR_OWN } },
    ],
  },
});
