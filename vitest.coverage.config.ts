import { defineConfig, mergeConfig } from 'vitest/config';
import everyTest from './vitest.config.ts';

/** Line coverage of the domain by every test that needs only Node; `npm run coverage` leaves out those that synthesize the stack. */
export default mergeConfig(
  everyTest,
  defineConfig({
    test: {
      reporters: ['default'],
      coverage: {
        enabled: true,
        provider: 'v8',
        include: ['shared/domain/**/*.ts'],
        // Folders with their figures, and the files that are not wholly covered.
        reporter: [['text', { skipFull: true }]],
        reportsDirectory: '.local/coverage',
        thresholds: { lines: 98 },
      },
    },
  }),
);
