import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { LocalError } from './local-error.ts';

export interface RunOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** What the command wrote on stdout. LocalError `command-failed`, with all that it wrote, if it does not end with 0. */
export const runCommand = async (command: string, args: readonly string[], options: RunOptions): Promise<string> => {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [status, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]).catch((error) => {
    throw new LocalError('command-failed', `${command} could not be run: ${String(error)}`, { cause: error });
  });
  if (status === 0) return stdout;
  throw new LocalError(
    'command-failed',
    `${[command, ...args].join(' ')} ended with ${status}:\n${stdout}${stderr}`.trimEnd(),
  );
};
