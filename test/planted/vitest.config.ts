import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** For one test at a time: without building the command, which none of those that find a planted bug starts. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
