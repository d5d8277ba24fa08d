import { defineConfig } from 'vitest/config';

/** Against real servers on this machine: one file at a time, with the time that a deploy takes. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.e2e.test.ts'],
    fileParallelism: false,
    reporters: ['default', ['json', { outputFile: '.local/reports/e2e.json' }]],
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
