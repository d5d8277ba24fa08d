import { spawnSync } from 'node:child_process';
import { awsEnvironment } from '../../../local/ministack.ts';

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command against the AWS at the endpoint, as a user calls it. */
export const goldenHour = (endpoint: string, ...args: readonly string[]): Ended => {
  const env = awsEnvironment(endpoint);
  const command = ['dist/golden-hour.js', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', env, timeout: 60_000 });
  return { status, stdout, stderr };
};
