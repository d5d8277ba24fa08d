/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  mutate: ['shared/domain/**/*.ts'],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  timeoutMS: 15_000,
  dryRunTimeoutMinutes: 20,
  tsconfigFile: 'none',
  concurrency: 2,
  tempDirName: '.local/stryker',
  ignorePatterns: ['.local', 'dist', 'docs', 'cdk.out', 'coverage'],
  incremental: true,
  incrementalFile: '.local/reports/mutation-incremental.json',
  reporters: ['progress-append-only', 'clear-text', 'json'],
  jsonReporter: { fileName: '.local/reports/mutation.json' },
};
