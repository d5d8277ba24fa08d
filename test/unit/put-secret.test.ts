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

/** Puts what stands in a file; answers what was said. */
const putSink = async (name: string, kept: Map<string, unknown>, given: object, slackUrl?: string) => {
  const file = join(folder, 'secret.json');
  writeFileSync(file, JSON.stringify(given));
  const secrets: Secrets = {
    ...{ sourcesUrl: undefined, slackUrl },
    list: async () => [],
    read: async (key) => kept.get(key),
    put: async (key, value) => void kept.set(key, value),
  };
  const [stdout, stderr] = [collector(), collector()];
  const options = { name, file, newAddress: false, only: false };
  await putSecret(secrets, options, { stdout: stdout.stream, stderr: stderr.stream });
  return { said: stdout.text(), hint: stderr.text() };
};

const putSlack = (kept: Map<string, unknown>, given: object, slackUrl?: string) =>
  putSink('sinks/slack', kept, given, slackUrl);

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

describe('what is secret of Teams', () => {
  const [azure, platform] = [
    'https://prod-12.westeurope.logic.azure.com:443/workflows/ab/triggers/manual/paths/invoke?sv=1.0&sig=hidden-a_1',
    'https://default0a.1b.environment.api.powerplatform.com/powerautomate/x?api-version=1&sig=hidden%2Fb',
  ];

  it('is the address of a flow for each rep, which may be put one after the other', async () => {
    const kept = new Map<string, unknown>();
    await putSink('sinks/teams', kept, { urls: { ana: azure } });
    const { said, hint } = await putSink('sinks/teams', kept, { urls: { ben: platform } });
    expect(kept.get('sinks/teams')).toEqual({ urls: { ana: azure, ben: platform } });
    expect(said).toMatch(/^Kept as sinks\/teams\. [^\n]*\n$/);
    expect(said + hint).not.toContain('hidden');
  });

  it.each([
    ['at somebody else', 'https://evil.example/?sig=hidden'],
    ['at somebody who is called alike', 'https://logic.azure.com.evil.example/?sig=hidden'],
    ['at somebody whose name ends alike', 'https://evillogic.azure.com/?sig=hidden'],
    ['behind a name', 'https://hidden@prod-1.logic.azure.com/x?sig=hidden'],
    ['behind the name of a flow', 'https://prod-1.logic.azure.com:443@evil.example/x?sig=hidden'],
    ['that anybody can listen to', 'http://prod-1.westeurope.logic.azure.com/x?sig=hidden'],
    ['at another port', 'https://prod-1.westeurope.logic.azure.com:8443/x?sig=hidden'],
    ['of a connector that Office has no more', 'https://acme.webhook.office.com/webhookb2/hidden?sig=hidden'],
    ['without its signature', 'https://prod-1.westeurope.logic.azure.com/hidden?sv=1.0'],
    ['with an empty signature', 'https://prod-1.westeurope.logic.azure.com/hidden?sig='],
    ['with a line of its own', 'https://prod-1.westeurope.logic.azure.com/x?sig=hidden\nHost: evil.example'],
    ['that is none', 7],
  ])('is refused with an address %s, and nothing of it is told', async (_, address) => {
    const kept = new Map<string, unknown>();
    const failed = await putSink('sinks/teams', kept, { urls: { ana: address } }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(UnusableInput);
    expect(String(failed)).toMatch(/urls\.ana: /);
    expect(String(failed)).not.toMatch(/hidden|evil/);
    expect(kept.size).toBe(0);
  });

  it('is refused where it is more than one place holds', async () => {
    const kept = new Map<string, unknown>();
    const urls = Object.fromEntries(Array.from({ length: 80 }, (_, nth) => [`rep-${nth}`, platform]));
    const failed = await putSink('sinks/teams', kept, { urls }).catch((error: unknown) => error);
    expect(String(failed)).toMatch(/more than 8192 bytes .* make it two sinks/);
    expect(String(failed)).not.toContain('hidden');
    expect(kept.size).toBe(0);
  });
});
