import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { withoutNpm } from '../docs/fresh-copy.ts';
import { blocksOf, sectionOf } from '../docs/markdown.ts';
import { readManifest } from './manifest.ts';

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** A CDK app as `cdk init` starts it. */
export interface StockApp {
  readonly folder: string;
  write(file: string, text: string): void;
  read(file: string): string;
  /** Runs a program of Node's in the folder. */
  node(args: readonly string[], environment?: NodeJS.ProcessEnv): Ended;
  /** Runs a command of the shell in the folder. */
  run(script: string): Ended;
  remove(): void;
}

const QUIET = { CDK_DISABLE_CLI_TELEMETRY: 'true', CDK_DISABLE_VERSION_CHECK: 'true' };

export const CDK = resolve('node_modules/aws-cdk/bin/cdk');

/** From the template that ships with the CDK CLI: nothing is installed yet. */
export const initApp = (): StockApp => {
  const top = mkdtempSync(join(tmpdir(), 'cdk-app-'));
  const folder = join(top, 'sales');
  mkdirSync(folder);
  const start = (command: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Ended => {
    const { status, stdout, stderr, error } = spawnSync(command, args, {
      cwd: folder,
      env: { ...withoutNpm(process.env), ...QUIET, ...environment },
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    if (error !== undefined) throw error;
    return { code: status, output: `${stdout}${stderr}` };
  };
  const node: StockApp['node'] = (args, environment) => start(process.execPath, args, environment);
  const { code, output } = node([CDK, 'init', 'app', '--language', 'typescript', '--generate-only', '--no-notices']);
  if (code !== 0) throw new Error(`cdk init ended with ${code}:\n${output}`);
  return {
    folder,
    node,
    run: (script) => start('sh', ['-c', script]),
    write: (file, text) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    },
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    remove: () => rmSync(top, { recursive: true }),
  };
};

/** The files that the README tells to write, by the path in their first line. */
export const filesOfReadme = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    blocksOf(sectionOf(readFileSync('README.md', 'utf8'), '## Place it in a CDK app of your own'))
      .filter(({ language }) => language === 'ts')
      .map(({ text }) => [/^\/\/ (\S+)\n/.exec(text)?.[1] ?? '', text]),
  );

const link = (app: StockApp, name: string): void => {
  const to = join(app.folder, 'node_modules', name);
  if (existsSync(to)) return;
  mkdirSync(dirname(to), { recursive: true });
  symlinkSync(resolve('node_modules', name), to);
};

/**
 * Puts an unpacked package into an app with what its manifest says that it needs, and no more, as npm would: from
 * what is installed here, for npm would ask its registry.
 */
export const installPackage = (app: StockApp, folder: string): void => {
  const { name, dependencies, peerDependencies } = readManifest(folder);
  cpSync(folder, join(app.folder, 'node_modules', name), { recursive: true });
  for (const each of [...Object.keys(dependencies), ...Object.keys(peerDependencies), '@types/node']) link(app, each);
};
