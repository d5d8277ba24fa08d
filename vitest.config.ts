import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    // Files run side by side, so the command that some of them start is built before any of them.
    globalSetup: 'test/support/scenario/build-command.ts',
    maxWorkers: '100%',
    // Properties and synthesis take their time on a busy machine; how fast things are is for the benchmarks.
    testTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: '.local/reports/unit.json' }]],
  },
});
