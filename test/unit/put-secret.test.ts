import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UnusableInput } from '../../cli/command-line/failure.ts';
import type { Secrets } from '../../cli/secrets/open-secrets.ts';
import { putSecret } from '../../cli/secrets/put.ts';
import { collector } from '../support/scenario/command-line.ts';

const URL = 'https://abcde12345.execute-api.eu-central-1.amazonaws.com/slack';

const folder = mkdtempSync(join(tmpdir(), 'put-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Puts what stands in a file for Slack; answers what was said. */
const putSlack = async (kept: Map<string, unknown>, given: object, slackUrl?: string) => {
  const file = join(folder, 'slack.json');
  writeFileSync(file, JSON.stringify(given));
  const secrets: Secrets = {
    ...{ sourcesUrl: undefined, slackUrl },
    list: async () => [],
    read: async (name) => kept.get(name),
    put: async (name, value) => void kept.set(name, value),
  };
  const [stdout, stderr] = [collector(), collector()];
  const options = { name: 'sinks/slack', file, newAddress: false, only: false };
  await putSecret(secrets, options, { stdout: stdout.stream, stderr: stderr.stream });
  return { said: stdout.text(), hint: stderr.text() };
};

describe('what is secret of Slack', () => {
  it('is kept, and its command prints the address that the app in Slack has to be told', async () => {
    const kept = new Map<string, unknown>();
    const { said, hint } = await putSlack(kept, { apiToken: 'xoxb-1', secrets: ['s1'] }, URL);
    expect(kept.get('sinks/slack')).toEqual({ apiToken: 'xoxb-1', secrets: ['s1'] });
    expect(said).toMatch(new RegExp(`^Kept as sinks/slack\\..*\n${URL}\n$`));
    expect(hint).toContain('Request URL');
  });

  it('may be put before a rep has Slack, which is said', async () => {
    const { said, hint } = await putSlack(new Map(), { apiToken: 'xoxb-1', secrets: ['s1'] });
    expect(said).not.toContain('http');
    expect(hint).toContain('No rep of the stack has Slack yet');
  });

  it('is taken in parts once it is there: a new signing secret is valid beside the one before', async () => {
    const kept = new Map<string, unknown>([['sinks/slack', { apiToken: 'xoxb-1', secrets: ['s1'] }]]);
    await putSlack(kept, { secrets: ['s2'] }, URL);
    expect(kept.get('sinks/slack')).toEqual({ apiToken: 'xoxb-1', secrets: ['s2', 's1'] });
  });

  it.each([
    ['without a token', { secrets: ['s1'] }, /apiToken: expected the token of the bot/],
    [
      'with a token of something else',
      { apiToken: 'hidden', secrets: ['s1'] },
      /apiToken: expected the token of the bot/,
    ],
    ['without a signing secret', { apiToken: 'xoxb-1' }, /secrets: expected a list of the signing secret/],
    [
      'with an address that anybody can listen to',
      { apiToken: 'xoxb-1', secrets: ['s1'], apiBase: 'http://hidden/' },
      /https/,
    ],
  ])('is refused %s, and nothing of it is told', async (_, given, problem) => {
    const kept = new Map<string, unknown>();
    const failed = await putSlack(kept, given).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(UnusableInput);
    expect(String(failed)).toMatch(problem);
    expect(String(failed)).not.toContain('hidden');
    expect(kept.size).toBe(0);
  });
});
