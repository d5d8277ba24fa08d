import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { freePort } from '../support/e2e/free-port.ts';
import { golden } from '../support/scenario/command.ts';

describe('the doctor', { timeout: 60_000 }, () => {
  it('wants an agreement', () => {
    const { code, stderr } = golden('doctor');
    expect({ code, stderr: stderr.split('\n')[0] }).toEqual({
      code: 2,
      stderr: 'golden-hour: --agreement <dir> is missing',
    });
  });

  it('ends with 2 and a word on stderr where AWS cannot be reached', async () => {
    const env = {
      PATH: process.env.PATH,
      AWS_ENDPOINT_URL: `http://127.0.0.1:${await freePort()}`,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    };
    const args = ['dist/golden-hour.js', 'doctor', '--agreement', 'agreement'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^golden-hour: AWS could not be asked about the stack GoldenHour: .*ECONNREFUSED.*\n$/);
  });
});
