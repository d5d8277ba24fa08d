import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { FoundBy } from './planted-bug.ts';

/** What a command says of the code: all is well, something is wrong, or it never came to look. */
export type Verdict = 'passes' | 'fails' | 'does not run';

const TIMEOUT_MS = 180_000;

const report = z.object({
  testResults: z.array(
    z.object({ assertionResults: z.array(z.object({ status: z.string(), failureMessages: z.array(z.string()) })) }),
  ),
});

/** A name that is not there is a slip of whoever planted the bug, and no bug. */
const isSlip = (message: string): boolean => /^(ReferenceError|SyntaxError)/.test(message);

const runTest = (root: string, test: string, title: string): Verdict => {
  const outputFile = join(root, '.local/planted.json');
  rmSync(outputFile, { force: true });
  const named = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const options = ['--config', 'test/planted/vitest.config.ts', '--reporter=json', `--outputFile=${outputFile}`];
  spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...options, test, '-t', named], {
    cwd: root,
    timeout: TIMEOUT_MS,
  });
  if (!existsSync(outputFile)) return 'does not run';
  const { testResults } = report.parse(JSON.parse(readFileSync(outputFile, 'utf8')));
  const ran = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed' || status === 'failed');
  if (ran.length === 0 || ran.flatMap((one) => one.failureMessages).some(isSlip)) return 'does not run';
  return ran.some(({ status }) => status === 'failed') ? 'fails' : 'passes';
};

const runSweep = (root: string, { flow, seed, schedules }: Extract<FoundBy, { flow: string }>): Verdict => {
  const options = ['--flows', flow, '--seed', `${seed}`, '--singles', '0', '--schedules', `${schedules}`];
  const { status, stdout } = spawnSync('npm', ['run', '-s', 'sweep', '--', ...options], {
    cwd: root,
    encoding: 'utf8',
    timeout: TIMEOUT_MS,
  });
  if (status === 0) return 'passes';
  return stdout.includes('BROKEN') && !/(Reference|Syntax)Error/.test(stdout) ? 'fails' : 'does not run';
};

/** Runs what finds a bug in a copy of the repository. */
export const tryCommand = (root: string, foundBy: FoundBy): Verdict =>
  'flow' in foundBy ? runSweep(root, foundBy) : runTest(root, foundBy.test, foundBy.title);

export const commandOf = (foundBy: FoundBy): string =>
  'flow' in foundBy
    ? `npm run sweep -- --flows ${foundBy.flow} --seed ${foundBy.seed} --singles 0 --schedules ${foundBy.schedules}`
    : `${foundBy.test}: ${foundBy.title}`;
