import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { bundle, writeShipped } from '../infra/constructs/bundle.ts';
import { readAgreement } from '../shared/agreement/read-agreement.ts';
import type { Agreement } from '../shared/domain/agreement/agreement.ts';
import { printTable } from './table.ts';
import { ROOT, workFolder } from './work-folder.ts';

const RUNS = 15;

/** Whatever the functions ask for; nothing is called, only imported. */
const ENVIRONMENT = {
  TABLE_NAME: 'table',
  BUS_NAME: 'bus',
  LINK_BASE: 'https://example.com/',
  REP_TOPICS: '/topics/1',
  REPLIES: 'on',
  PUBLISH_QUEUE_URL: 'https://example.com/1',
  ROUTE_QUEUE_URL: 'https://example.com/2',
  ALERT_QUEUE_URL: 'https://example.com/3',
  CLOCK_QUEUE_URL: 'https://example.com/4',
  POWERTOOLS_SERVICE_NAME: 'bench',
  POWERTOOLS_METRICS_NAMESPACE: 'GoldenHour',
  LOG_LEVEL: 'INFO',
  AWS_REGION: 'us-east-1',
  AWS_LAMBDA_FUNCTION_NAME: 'bench',
  // Lambda's Node is not the one that the SDK warns of.
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
};

/** In CPU time: what else the machine does then does not count. */
const IMPORT = `
  const started = process.cpuUsage();
  await import(process.argv[1]);
  const { user, system } = process.cpuUsage(started);
  process.stdout.write(String((user + system) / 1_000));
`;

const importMs = (file: string): number =>
  Number(
    execFileSync(process.execPath, ['--input-type=module', '--eval', IMPORT, file], {
      env: { PATH: process.env.PATH, ...ENVIRONMENT },
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    }),
  );

const isClient = (name: string): boolean => name.endsWith('Client');

/** What the sources of a function import of the AWS SDK, as a module that exports just that and makes the clients. */
const sdkAlone = (name: string): string => {
  const { metafile } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: [join('functions', name, 'lambda.ts')],
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
  const names = new Map<string, Set<string>>();
  for (const source of Object.keys(metafile.inputs)) {
    for (const [, list = '', from = ''] of readFileSync(join(ROOT, source), 'utf8').matchAll(
      /^import \{([^}]*)\} from '(@aws-sdk\/client-[^']+)'/gms,
    )) {
      const known = names.get(from) ?? new Set();
      names.set(from, known);
      for (const each of list.split(',').map((part) => part.trim()))
        if (each !== '' && !each.startsWith('type ')) known.add(each.split(' as ')[0] ?? each);
    }
  }
  const lines = [...names].map(
    ([from, list]) =>
      `import { ${[...list].sort().join(', ')} } from '${from}';\nexport { ${[...list].sort().join(', ')} };\n`,
  );
  const clients = [...names.values()].flatMap((list) => [...list].filter(isClient).map((name) => `new ${name}({})`));
  return `${lines.join('')}export const clients = [${clients.join(', ')}];\n`;
};

interface Built {
  readonly name: string;
  readonly kib: number;
  readonly index: string;
  readonly sdk: string;
}

/** All modules of a bundle but the table of letters, which is a chunk that only the first message loads. */
const sizeOf = (folder: string): number =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.mjs') && !file.startsWith('any-ascii'))
    .reduce((bytes, file) => bytes + statSync(join(folder, file)).size, 0);

const build = (name: string, folder: string, agreement: Agreement): Built => {
  const [own, alone] = [join(folder, name), join(folder, `${name}-sdk`)];
  mkdirSync(own);
  mkdirSync(alone);
  bundle(join('functions', name, 'lambda.ts'), own);
  writeShipped({ agreement }, own);
  writeFileSync(join(alone, 'entry.ts'), sdkAlone(name));
  bundle(join(alone, 'entry.ts'), alone);
  const index = join(own, 'index.mjs');
  return { name, kib: sizeOf(own) / 1_024, index, sdk: join(alone, 'index.mjs') };
};

/**
 * Size and import of each function's bundle, beside a bundle of nothing but the SDK clients, made, and commands
 * that it uses. Each import is in a process of its own; the two take turns, so that a busy machine slows both.
 */
export const benchBundles = async (): Promise<void> => {
  const agreement = await readAgreement(join(ROOT, 'agreement'), 2026);
  const folder = workFolder('bundles');
  const functions = readdirSync(join(ROOT, 'functions')).filter((name) =>
    existsSync(join(ROOT, 'functions', name, 'lambda.ts')),
  );
  const builds = functions.map((name) => build(name, folder, agreement));
  const times = new Map<string, number[]>(
    builds.flatMap(({ index, sdk }) => [
      [index, []],
      [sdk, []],
    ]),
  );
  for (let run = 0; run < RUNS; run += 1) {
    for (const [file, measured] of times) measured.push(importMs(file));
  }
  const rows = builds.map(({ name, kib, index, sdk }) => {
    // What disturbs a process makes it slower and never quicker.
    const [ours, alone] = [index, sdk].map((file) => Math.min(...(times.get(file) ?? [])));
    const ratio = (ours ?? Number.NaN) / (alone ?? Number.NaN);
    return [name, `${kib.toFixed(0)} KiB`, `${ours?.toFixed(0)} ms`, `${alone?.toFixed(0)} ms`, ratio.toFixed(2)];
  });
  printTable(
    `Lambda bundles; CPU time of the import, the least of ${RUNS} fresh processes`,
    ['', 'size', 'import', 'SDK alone', 'ratio'],
    rows,
  );
};
