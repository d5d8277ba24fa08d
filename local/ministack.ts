import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { installMiniStack } from './install-ministack.ts';
import { LocalError } from './local-error.ts';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const READY_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 5_000;

export interface MiniStack {
  /** Such as `http://localhost:4566`. */
  readonly endpoint: string;
  readonly logFile: string;
  /** Ends the server and the functions it runs. */
  stop(): Promise<void>;
}

/** For SDK clients, the CDK CLI and functions: MiniStack and nothing else, whatever profile this shell has. */
export const awsEnvironment = (endpoint: string): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'))),
  AWS_ENDPOINT_URL: endpoint,
  AWS_REGION: 'us-east-1',
  AWS_DEFAULT_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
});

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

/** To the server and what it started: they are a process group of their own. */
const signal = ({ pid }: ChildProcess, name: NodeJS.Signals): void => {
  if (pid === undefined) return;
  try {
    process.kill(-pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
};

const untilEnded = async (child: ChildProcess): Promise<boolean> => {
  for (const end = Date.now() + STOP_WITHIN_MS; !hasEnded(child) && Date.now() < end; ) await sleep(50);
  return hasEnded(child);
};

const answers = async (endpoint: string): Promise<boolean> => {
  try {
    return (await fetch(`${endpoint}/_ministack/ready`)).ok;
  } catch {
    return false;
  }
};

/**
 * Starts a server with nothing in it, after installing it if need be. Its functions have its environment too, and what is
 * given for them. LocalError `python-missing`,
 * `install-failed`, `port-taken`, `start-failed`.
 */
export const startMiniStack = async (
  port = Number(process.env.GATEWAY_PORT ?? 4566),
  functionsEnvironment: Readonly<Record<string, string>> = {},
): Promise<MiniStack> => {
  if (!(await isFree(port))) {
    throw new LocalError(
      'port-taken',
      `Port ${port} is taken. Stop what listens there, or choose another one: GATEWAY_PORT=${port + 1}.`,
    );
  }
  const program = await installMiniStack(ROOT);
  const folder = join(ROOT, '.local');
  mkdirSync(folder, { recursive: true });
  const logFile = join(folder, `ministack-${port}.log`);
  const log = openSync(logFile, 'w');
  const endpoint = `http://localhost:${port}`;
  const child = spawn(program, [], {
    cwd: folder,
    // It serves whoever asks and checks no credentials: not beyond this machine.
    env: { ...awsEnvironment(endpoint), ...functionsEnvironment, GATEWAY_PORT: String(port), BIND_HOST: '127.0.0.1' },
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  // Nothing that we started outlives us.
  const killAtExit = () => signal(child, 'SIGKILL');
  process.once('exit', killAtExit);
  const stop = async (): Promise<void> => {
    signal(child, 'SIGTERM');
    if (!(await untilEnded(child))) signal(child, 'SIGKILL');
    process.removeListener('exit', killAtExit);
  };
  const ready = async (): Promise<void> => {
    for (const end = Date.now() + READY_WITHIN_MS; Date.now() < end && !hasEnded(child); await sleep(100)) {
      if (await answers(endpoint)) return;
    }
    throw new LocalError('start-failed', `MiniStack did not become ready on port ${port}. Its log is ${logFile}.`);
  };
  try {
    await Promise.race([ready(), failed]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { endpoint, logFile, stop };
};
