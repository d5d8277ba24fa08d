import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import * as z from 'zod';
import { bundle, type Shipped, writeShipped } from '../infra/constructs/bundle.ts';
import { readAgreement } from '../shared/agreement/read-agreement.ts';
import { DEFAULT_TERMS } from '../shared/agreement/report/read-report-terms.ts';
import { FUNCTION_NAMES, FUNCTIONS, type FunctionName } from '../shared/contracts/functions.ts';
import { SINKS, SOURCES } from '../test/infra/agreement.ts';
import { percentile, printTable, whole } from './table.ts';
import { ROOT, workFolder } from './work-folder.ts';

const RUNS = 25;

/** Whatever the functions ask for; nothing is called, only imported. */
const ASKED = [...new Set(Object.values(FUNCTIONS).flatMap(({ env }) => Object.keys(env.shape)))];

const ENVIRONMENT = {
  ...Object.fromEntries(ASKED.map((name) => [name, 'https://example.com/'])),
  EMAIL_BY: 'sns',
  REPLIES: 'on',
  SINK_QUEUES: '{}',
  POWERTOOLS_SERVICE_NAME: 'bench',
  POWERTOOLS_METRICS_NAMESPACE: 'GoldenHour',
  LOG_LEVEL: 'INFO',
  AWS_REGION: 'us-east-1',
  AWS_LAMBDA_FUNCTION_NAME: 'bench',
  // Lambda's Node is not the one that the SDK warns of.
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
};

/** Of one import, in milliseconds: what the clock says, and the CPU time, in which what else the machine does does not count. */
const Import = z.object({ wall: z.number(), cpu: z.number() });
type Import = z.infer<typeof Import>;

const IMPORT = `
  const [began, started] = [process.hrtime.bigint(), process.cpuUsage()];
  await import(process.argv[1]);
  const { user, system } = process.cpuUsage(started);
  const wall = Number(process.hrtime.bigint() - began) / 1e6;
  process.stdout.write(JSON.stringify({ wall, cpu: (user + system) / 1_000 }));
`;

const importOnce = (file: string): Import =>
  Import.parse(
    JSON.parse(
      execFileSync(process.execPath, ['--input-type=module', '--eval', IMPORT, file], {
        env: { PATH: process.env.PATH, ...ENVIRONMENT },
        stdio: ['ignore', 'pipe', 'pipe'],
        encoding: 'utf8',
      }),
    ),
  );

const isClient = (name: string): boolean => name.endsWith('Client');

/** The sources that a function loads when it starts, by their imports; not what waits for an import(). */
const loadedAtStart = (entry: string): ReadonlySet<string> => {
  const { metafile } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile: 'index.mjs',
    write: false,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    metafile: true,
    tsconfigRaw: '{}',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
  });
  const loaded = new Set([entry]);
  for (const source of loaded)
    for (const { kind, path, external } of metafile.inputs[source]?.imports ?? [])
      if (kind === 'import-statement' && external !== true) loaded.add(path);
  return loaded;
};

/** What the sources of a function import of the AWS SDK, as a module that exports just that and makes the clients. */
const sdkAlone = (name: string): string => {
  const names = new Map<string, Set<string>>();
  for (const source of loadedAtStart(join('functions', name, 'lambda.ts'))) {
    for (const [, list = '', from = ''] of readFileSync(join(ROOT, source), 'utf8').matchAll(
      /^import \{([^}]*)\} from '(@aws-sdk\/client-[^']+)'/gms,
    )) {
      const known = names.get(from) ?? new Set();
      names.set(from, known);
      for (const each of list.split(',').map((part) => part.trim()))
        if (each !== '' && !each.startsWith('type ')) known.add(each.split(' as ')[0] ?? each);
    }
  }
  // Two clients may have an error of one name.
  const lines = [...names].flatMap(([from, list], nth) => {
    const aliased = [...list].sort().map((each) => `${each} as ${each}${nth}`);
    return [
      `import { ${aliased.join(', ')} } from '${from}';`,
      `export { ${[...list].map((each) => `${each}${nth}`).join(', ')} };`,
    ];
  });
  const clients = [...names.values()].flatMap((list, nth) =>
    [...list].filter(isClient).map((each) => `new ${each}${nth}({})`),
  );
  return `${lines.join('\n')}\nexport const clients = [${clients.join(', ')}];\n`;
};

interface Built {
  readonly name: string;
  readonly kib: number;
  readonly index: string;
  readonly sdk: string;
}

/** Of all that is loaded when a function starts: what the first module imports, and so on; not what waits for an import(). */
const sizeOf = (folder: string): number => {
  const loaded = new Set(['index.mjs']);
  for (const file of loaded)
    for (const [, from = ''] of readFileSync(join(folder, file), 'utf8').matchAll(
      /\b(?:from|import)"\.\/([\w-]+\.mjs)"/g,
    ))
      loaded.add(from);
  return [...loaded].reduce((bytes, file) => bytes + statSync(join(folder, file)).size, 0);
};

const build = (name: FunctionName, folder: string, shipped: Shipped): Built => {
  const [own, alone] = [join(folder, name), join(folder, `${name}-sdk`)];
  mkdirSync(own);
  mkdirSync(alone);
  bundle(join('functions', name, 'lambda.ts'), own);
  writeShipped(shipped, own);
  writeFileSync(join(alone, 'entry.ts'), sdkAlone(name));
  bundle(join(alone, 'entry.ts'), alone);
  const index = join(own, 'index.mjs');
  return { name, kib: sizeOf(own) / 1_024, index, sdk: join(alone, 'index.mjs') };
};

/** Median, the tenth that is slowest, and the least CPU time: what disturbs a process makes it slower and never quicker. */
const figuresOf = (imports: readonly Import[] = []): readonly number[] => [
  ...[0.5, 0.9].map((part) =>
    percentile(
      imports.map(({ wall }) => wall),
      part,
    ),
  ),
  Math.min(...imports.map(({ cpu }) => cpu)),
];

/**
 * Size and import of each function's bundle, beside a bundle of nothing but the SDK clients, made, and commands
 * that it uses. Each import is in a process of its own; the two take turns, so that a busy machine slows both.
 */
export const benchBundles = async (): Promise<void> => {
  const agreement = await readAgreement(join(ROOT, 'agreement'), 2026);
  const folder = workFolder('bundles');
  const shipped = { agreement, terms: DEFAULT_TERMS, sources: SOURCES, sinks: SINKS };
  const builds = FUNCTION_NAMES.map((name) => build(name, folder, shipped));
  const times = new Map<string, Import[]>(
    builds.flatMap(({ index, sdk }) => [
      [index, []],
      [sdk, []],
    ]),
  );
  for (let run = 0; run < RUNS; run += 1) {
    for (const [file, measured] of times) measured.push(importOnce(file));
  }
  const rows = builds.map(({ name, kib, index, sdk }) => {
    const [ours, alone] = [figuresOf(times.get(index)), figuresOf(times.get(sdk))];
    return [
      ...[name, `${kib.toFixed(0)} KiB`, ...ours.slice(0, 2).map(whole), ...alone.slice(0, 2).map(whole)],
      ...ours
        .map((figure, index) => (figure / (alone[index] ?? Number.NaN)).toFixed(2))
        .filter((_, index) => index !== 1),
    ];
  });
  printTable(
    `Lambda bundles; milliseconds of the import in ${RUNS} fresh processes, beside the SDK clients alone`,
    ['', 'size', 'p50', 'p90', 'SDK p50', 'p90', 'ratio of p50', 'of CPU time'],
    rows,
  );
};
