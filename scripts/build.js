// Bundles the command and the construct into dist/: as ES modules, and what apps import as CommonJS too.
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundledPackages, thirdPartyNotices } from './third-party-notices.js';

const ENTRIES = { construct: 'infra/golden-hour.ts', agreement: 'infra/agreement.ts' };

/** Packages that are large, each in one file for both kinds of modules, with what is imported of them by name. */
const APART = {
  'date-holidays': { file: 'holidays.cjs' },
  'ical.js': { file: 'ical.cjs' },
  'js-yaml': {
    file: 'js-yaml.cjs',
    names:
      'COLLECTION_STYLE, CORE_SCHEMA, constructFromEvents, EVENT_ID, getScalarValue, mapTag, parseEvents, SCALAR_STYLE',
  },
  'iso-3166/2.js': { file: 'regions.cjs', names: 'iso31662' },
  yaml: { file: 'yaml.cjs', names: 'isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit' },
};

/** Which codes there are; their places in the registry, which do not compress, are not asked for. */
const codesOf = (registry) => Object.fromEntries(Object.keys(registry).map((code) => [code, 0]));

/** Data that several of these files read, and what of it. */
const DATA = {
  'language-subtag-registry/data/json/language.json': { file: 'languages.cjs', keep: codesOf },
  'language-subtag-registry/data/json/region.json': { file: 'language-regions.cjs', keep: codesOf },
  'language-subtag-registry/data/json/script.json': { file: 'scripts.cjs', keep: codesOf },
  'moment-timezone/data/packed/latest.json': { file: 'time-zones.cjs' },
};

const folderOf = (file) => `node_modules/${file.split('/')[0]}`;

const apartIn = (folder, apart = { ...APART, ...DATA }) => ({
  name: 'apart',
  setup: ({ onResolve }) => {
    for (const [name, { file }] of Object.entries(apart))
      onResolve({ filter: new RegExp(`^${name.replaceAll('.', '\\.')}$`) }, () => ({
        path: `${folder}/${file}`,
        external: true,
      }));
  },
});

/** For ES modules: they require what is apart. Imported, Node would read each file once more, for the names in it. */
const requiredFrom = (folder, apart = { ...APART, ...DATA }) => ({
  name: 'required',
  setup: ({ onResolve, onLoad }) => {
    const names = Object.keys(apart).map((name) => name.replaceAll('.', '\\.'));
    onResolve({ filter: new RegExp(`^(?:${names.join('|')})$`) }, ({ path }) => ({ path, namespace: 'required' }));
    onLoad({ filter: /.*/, namespace: 'required' }, ({ path }) => {
      const { file, names: imported = 'default' } = apart[path];
      const exported = imported === 'default' ? 'export default' : `export const { ${imported} } =`;
      return { contents: `${exported} require('${folder}/${file}');` };
    });
    onResolve({ filter: /.*/, namespace: 'required' }, ({ path }) => ({ path, external: true }));
  },
});

/** The packages under date-holidays have two copies of older data about time zones; the one that is shipped does for all. */
const oneTimeZones = {
  name: 'one-time-zones',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\/data\/packed\/latest\.json$/ }, () => ({ path: './time-zones.cjs', external: true }));
  },
};

const inEnglish = (names) => ('en' in names ? { en: names.en } : names);

/** Of each holiday its English name, where it has one: no other is asked for. */
const holidaysInEnglish = {
  name: 'holidays-in-english',
  setup: ({ onLoad }) => {
    onLoad({ filter: /date-holidays\/src\/data\.js$/ }, async ({ path }) => {
      const { data } = await import(pathToFileURL(path).href);
      const text = JSON.stringify(data, (key, value) =>
        key === 'name' && typeof value === 'object' ? inEnglish(value) : value,
      );
      return { contents: `export const data = ${text};` };
    });
  },
};

/** The app that places the construct has these. */
const EXTERNAL = ['aws-cdk-lib', 'constructs', 'esbuild'];

/** Whoever installs the package has these too, for the functions or as they are large: no second copy is shipped. */
const INSTALLED = [
  'any-ascii',
  '@aws-sdk/client-cloudwatch',
  '@aws-sdk/client-dynamodb',
  '@aws-sdk/client-eventbridge',
  '@aws-sdk/client-sesv2',
  '@aws-sdk/client-sns',
  '@aws-sdk/client-sqs',
  '@aws-sdk/client-ssm',
  '@observablehq/plot',
  'linkedom',
];

const common = {
  // A letter as it is takes two bytes or three, and escaped six.
  charset: 'utf8',
  external: EXTERNAL,
  bundle: true,
  platform: 'node',
  target: 'node20',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  metafile: true,
  logLevel: 'warning',
  // The package holds its source, too: here the code only has to be small. Names stay, for stack traces.
  minifyWhitespace: true,
  minifySyntax: true,
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
    plugins: [requiredFrom('.')],
    banner: {
      // Some dependencies are CommonJS and call `require`.
      js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);",
    },
  }),
  build({
    ...common,
    entryPoints: ENTRIES,
    outdir: 'dist/cjs',
    format: 'cjs',
    // The same code as the modules, for older apps: where it is read, the modules are.
    minifyIdentifiers: true,
    plugins: [apartIn('..')],
    define: { 'import.meta.url': 'importMetaUrl' },
    // Jest runs CommonJS where nothing can be imported.
    supported: { 'dynamic-import': false },
    banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  }),
  ...Object.entries(APART).map(([name, { file, names = 'default' }]) =>
    build({
      ...common,
      stdin: { contents: `export { ${names} } from '${name}';`, resolveDir: '.', sourcefile: file },
      outfile: `dist/${file}`,
      minify: true,
      format: 'cjs',
      plugins: [apartIn('.', DATA), oneTimeZones, holidaysInEnglish],
      footer: names === 'default' ? { js: 'module.exports = module.exports.default;' } : {},
    }),
  ),
]);
chmodSync('dist/golden-hour.js', 0o755);
for (const [name, { file, keep = (all) => all }] of Object.entries(DATA)) {
  const kept = keep(JSON.parse(readFileSync(`node_modules/${name}`, 'utf8')));
  writeFileSync(`dist/${file}`, `module.exports = ${JSON.stringify(kept)};\n`);
}
mkdirSync('dist/cjs', { recursive: true });
writeFileSync('dist/cjs/package.json', '{ "type": "commonjs" }\n');
writeFileSync(
  'dist/THIRD-PARTY-NOTICES.txt',
  thirdPartyNotices(
    [...bundledPackages(builds.map(({ metafile }) => metafile)), ...Object.keys(DATA).map(folderOf)].sort(),
  ),
);
