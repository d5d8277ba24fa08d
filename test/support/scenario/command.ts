import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const COMMAND = 'dist/golden-hour.js';

const newestOf = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs),
  );

/** Builds the command where that was not done since the sources changed. */
export const buildCommand = (): void => {
  const built = existsSync(COMMAND) ? statSync(COMMAND).mtimeMs : 0;
  if (built > Math.max(...['cli', 'shared', 'functions'].map(newestOf))) return;
  execFileSync(process.execPath, ['scripts/build.js'], { stdio: 'inherit' });
};

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as a user does, in a process of its own. */
export const golden = (...args: readonly string[]): Ran => {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [COMMAND, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 60_000,
  });
  if (error !== undefined) throw error;
  return { code: status, stdout, stderr };
};

/** Writes files to a folder, which is made if need be. */
export const writeFolder = (folder: string, files: Readonly<Record<string, string>>): string => {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
};
