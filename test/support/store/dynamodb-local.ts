import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../e2e/free-port.ts';

const run = promisify(execFile);

/** Carries AWS's own DynamoDBLocal.jar. Fetched when needed, because the product does not depend on it. */
const PACKAGE = 'amplify-dynamodb-simulator@2.9.30';
const FOLDER = path.resolve('.local/dynamodb-local');

export const hasJava = (): boolean => spawnSync('java', ['-version']).status === 0;

/** The folder with DynamoDBLocal.jar. */
const fetchJar = async (): Promise<string> => {
  const emulator = path.join(FOLDER, 'package', 'emulator');
  const fetched = await access(emulator).then(
    () => true,
    () => false,
  );
  if (fetched) return emulator;
  const partial = path.join(FOLDER, `fetching-${process.pid}`);
  await mkdir(partial, { recursive: true });
  const { stdout } = await run('npm', ['pack', PACKAGE, '--silent', '--pack-destination', partial], { cwd: FOLDER });
  await run('tar', ['-xzf', path.join(partial, stdout.trim()), '-C', partial]);
  await rename(path.join(partial, 'package'), path.join(FOLDER, 'package'));
  await rm(partial, { recursive: true });
  return emulator;
};

const answers = (endpoint: string): Promise<boolean> =>
  fetch(endpoint).then(
    () => true,
    () => false,
  );

const waitForAnswer = async (endpoint: string, server: ChildProcess): Promise<void> => {
  const deadline = Date.now() + 60_000;
  while (!(await answers(endpoint))) {
    if (server.exitCode !== null) throw new Error(`DynamoDB Local ended with ${server.exitCode} before it answered`);
    if (Date.now() > deadline) throw new Error(`DynamoDB Local does not answer at ${endpoint}`);
    await sleep(100);
  }
};

const stop = async (server: ChildProcess): Promise<void> => {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
};

export interface DynamoDbLocal {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** Starts AWS's own DynamoDB engine, empty and in memory, on a port of its own. */
export const startDynamoDbLocal = async (): Promise<DynamoDbLocal> => {
  const folder = await fetchJar();
  const port = await freePort();
  const options = ['-Djava.library.path=DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar'];
  const server = spawn('java', [...options, '-inMemory', '-disableTelemetry', '-port', String(port)], {
    cwd: folder,
    stdio: 'ignore',
  });
  const endpoint = `http://127.0.0.1:${port}`;
  try {
    await waitForAnswer(endpoint, server);
  } catch (error) {
    await stop(server);
    throw error;
  }
  return { endpoint, stop: () => stop(server) };
};
