import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PlantedBug } from './planted-bug.ts';
import { PLANTED_BUGS } from './planted-bugs.ts';
import { commandOf, tryCommand, type Verdict } from './try-command.ts';

/*
 * `npm run plant [words]` plants each bug of the list (or those whose name or file contains the words), one at a time, in a copy
 * of the repository, and expects what finds it to fail. What finds it must pass without the bug.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LEFT_OUT = ['node_modules', '.git', '.local', 'dist', 'cdk.out'];

const copyRepository = (): string => {
  const copy = mkdtempSync(join(tmpdir(), 'planted-'));
  cpSync(ROOT, copy, { recursive: true, filter: (path) => !LEFT_OUT.includes(relative(ROOT, path)) });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
};

const plant = (root: string, { file, text, planted, foundBy }: PlantedBug): Verdict => {
  const path = join(root, file);
  const before = readFileSync(path, 'utf8');
  const [head, tail, ...others] = before.split(text);
  if (head === undefined || tail === undefined || others.length > 0) return 'does not run';
  writeFileSync(path, `${head}${planted}${tail}`);
  try {
    return tryCommand(root, foundBy);
  } finally {
    writeFileSync(path, before);
  }
};

const TOLD: Readonly<Record<Verdict, string>> = { fails: 'found', passes: 'SURVIVES', 'does not run': 'DOES NOT RUN' };

const words = process.argv.slice(2).join(' ');
const bugs = PLANTED_BUGS.filter(({ bug, file }) => bug.includes(words) || file.includes(words));
const root = copyRepository();
const clean = new Map<string, Verdict>();
let found = 0;
try {
  console.log('| bug | found by | result |\n| --- | --- | --- |');
  for (const bug of bugs) {
    const command = commandOf(bug.foundBy);
    const without = clean.get(command) ?? tryCommand(root, bug.foundBy);
    clean.set(command, without);
    const result = without === 'passes' ? TOLD[plant(root, bug)] : `WITHOUT THE BUG: ${without}`;
    if (result === 'found') found += 1;
    console.log(`| ${bug.bug} | \`${command}\` | ${result} |`);
  }
  console.log(`\n${found} of ${bugs.length} planted bugs are found.`);
} finally {
  rmSync(root, { recursive: true, force: true });
}
process.exitCode = found === bugs.length ? 0 : 1;
