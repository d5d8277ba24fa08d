// Bundles the command and the construct into dist/: as ES modules, and what apps import as CommonJS too.
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { bundledPackages, thirdPartyNotices } from './third-party-notices.js';

const ENTRIES = { construct: 'infra/golden-hour.ts', agreement: 'infra/agreement.ts' };

/** Two megabytes of public holidays: one file for both kinds of modules. */
const holidaysFrom = (path) => ({
  name: 'holidays',
  setup: ({ onResolve }) => onResolve({ filter: /^date-holidays$/ }, () => ({ path, external: true })),
});

/** The app that places the construct has these. */
const EXTERNAL = ['aws-cdk-lib', 'constructs', 'esbuild'];

/** Whoever installs the package has these too, for the functions: no second copy of them is shipped. */
const INSTALLED = [
  'any-ascii',
  '@aws-sdk/client-dynamodb',
  '@aws-sdk/client-eventbridge',
  '@aws-sdk/client-sns',
  '@aws-sdk/client-sqs',
  '@aws-sdk/client-ssm',
];

const common = {
  // A letter as it is takes two bytes or three, and escaped six.
  charset: 'utf8',
  // Names and lines stay, for stack traces.
  minifySyntax: true,
  external: EXTERNAL,
  bundle: true,
  platform: 'node',
  target: 'node20',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  metafile: true,
  logLevel: 'warning',
};

rmSync('dist', { recursive: true, force: true });
const builds = await Promise.all([
  build({
    ...common,
    entryPoints: { 'golden-hour': 'cli/main.ts', ...ENTRIES },
    outdir: 'dist',
    external: [...EXTERNAL, ...INSTALLED],
    format: 'esm',
    splitting: true,
    plugins: [holidaysFrom('./holidays.cjs')],
    banner: {
      // Some dependencies are CommonJS and call `require`.
      js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);",
    },
  }),
  build({
    ...common,
    entryPoints: ENTRIES,
    outdir: 'dist/cjs',
    // The same code as in the ES modules: here it only has to be small. Names stay, for stack traces.
    minifyWhitespace: true,
    format: 'cjs',
    plugins: [holidaysFrom('../holidays.cjs')],
    define: { 'import.meta.url': 'importMetaUrl' },
    // Jest runs CommonJS where nothing can be imported.
    supported: { 'dynamic-import': false },
    banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  }),
  build({
    ...common,
    stdin: { contents: "export { default } from 'date-holidays';", resolveDir: '.', sourcefile: 'holidays.cjs' },
    outfile: 'dist/holidays.cjs',
    minifyWhitespace: true,
    format: 'cjs',
    footer: { js: 'module.exports = module.exports.default;' },
  }),
]);
chmodSync('dist/golden-hour.js', 0o755);
mkdirSync('dist/cjs', { recursive: true });
writeFileSync('dist/cjs/package.json', '{ "type": "commonjs" }\n');
writeFileSync(
  'dist/THIRD-PARTY-NOTICES.txt',
  thirdPartyNotices(bundledPackages(builds.map(({ metafile }) => metafile))),
);
