import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { repositoryFiles } from '../rules/repository-files.ts';

/** The repository as somebody has it who has cloned it. */
export interface FreshCopy {
  readonly folder: string;
  /** Runs a script of commands; what it prints on stdout and stderr comes in the order of printing. */
  run(script: string): { readonly code: number | null; readonly output: string };
  remove(): void;
}

/** Stands in for the AWS CLI: knows one bus, and writes down what is put on it. */
const AWS = `#!/bin/sh
case "$1 $2" in
  'cloudformation describe-stacks') echo bus-of-the-stack ;;
  'events put-events') cat "\${4#file://}" > put-events.json ;;
  *) echo "the stand-in for aws knows no $1 $2" >&2; exit 1 ;;
esac
`;

/** What npm tells the scripts that it runs would send another npm to the wrong folder. */
export const withoutNpm = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(npm_|INIT_CWD$|VITEST|NODE_ENV$)/.test(name)));

/** With all that is installed, and unless told otherwise with the last step of an install, which builds. */
export const makeFreshCopy = ({ built = true } = {}): FreshCopy => {
  const top = mkdtempSync(join(tmpdir(), 'fresh-copy-'));
  const folder = join(top, 'golden-hour');
  for (const file of repositoryFiles) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    cpSync(file, join(folder, file));
  }
  // Package by package: an npm that tidied up here would not tidy up there.
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync('node_modules')) {
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
  }
  mkdirSync(join(top, 'bin'));
  writeFileSync(join(top, 'bin', 'aws'), AWS);
  chmodSync(join(top, 'bin', 'aws'), 0o755);
  const env = {
    ...withoutNpm(process.env),
    PATH: [join(top, 'bin'), process.env.PATH].join(delimiter),
    npm_config_cache: join(top, 'cache'),
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
  };
  const run: FreshCopy['run'] = (script) => {
    const { status, stdout, error } = spawnSync('sh', ['-euc', `exec 2>&1\n${script}`], {
      cwd: folder,
      env,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    if (error !== undefined) throw error;
    return { code: status, output: stdout };
  };
  const remove = (): void => rmSync(top, { recursive: true });
  if (!built) return { folder, run, remove };
  const { code, output } = run('npm run prepare --silent');
  if (code !== 0) throw new Error(`the copy could not be built: ${output}`);
  return { folder, run, remove };
};
