import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { check } from '../../cli/check/check.ts';
import { receive } from '../../cli/receive/receive.ts';
import { writeFolder } from '../support/scenario/command.ts';
import { collect } from '../support/scenario/what-if.ts';
import { signed } from '../support/sources/signed.ts';
import { TOKEN } from '../support/sources/source.ts';

const folder = mkdtempSync(join(tmpdir(), 'receive-'));
afterAll(() => rmSync(folder, { recursive: true }));

const step = z.looseObject({ type: z.string() });

interface Played {
  readonly sources: string;
  readonly requests: readonly object[];
  readonly secrets: object;
  readonly api?: readonly object[];
}

let written = 0;

const played = async ({ sources, requests, secrets, api = [] }: Played, json = true): Promise<string> => {
  written += 1;
  const at = join(folder, `${written}`);
  const agreement = writeFolder(join(at, 'agreement'), { 'sources.yaml': sources });
  const file = (name: string, text: string): string => {
    writeFileSync(join(at, name), text);
    return join(at, name);
  };
  const options = {
    agreement,
    requests: file('requests.ndjson', requests.map((one) => `${JSON.stringify(one)}\n`).join('')),
    secrets: file('secrets.json', JSON.stringify(secrets)),
    api: file('api.json', JSON.stringify(api)),
  };
  return collect((stdout) => receive({ ...options, json }, stdout));
};

const stepsOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => step.parse(JSON.parse(line)));

const NOW = Date.UTC(2026, 10, 16, 8, 51);

const recorded = (kind: 'typeform' | 'slack', path: string, body: string, secret: string) => {
  const url = `https://hooks.example.com${path}`;
  const request = signed(kind, { url, body, secret, now: NOW });
  const { method, headers } = request;
  return {
    at: new Date(NOW).toISOString(),
    method,
    url,
    headers,
    bodyBase64: Buffer.from(request.body).toString('base64'),
  };
};

describe('the command that plays recorded requests', () => {
  const body = JSON.stringify({
    form_response: { token: 't1', answers: [{ type: 'email', email: 'jo@acme.example', field: { ref: 'mail' } }] },
  });
  const sources =
    'sources:\n  - { name: demo, kind: typeform, activity: demo-requested }\n  - { name: chat, kind: slack, reps: { ana: U1 } }\n';
  const secrets = { demo: { token: TOKEN, secrets: ['s3cret'] }, chat: { token: TOKEN, secrets: ['sl4ck'] } };

  it('prints the answer and the events of one that is taken, and nothing but the answer of one that is not', async () => {
    const good = recorded('typeform', `/in/demo/${TOKEN}`, body, 's3cret');
    const forged = recorded('typeform', `/in/demo/${TOKEN}`, body, 'another');
    const text = await played({ sources, secrets, requests: [good, forged] });
    expect(stepsOf(text)).toMatchObject([
      { type: 'Response', status: 200 },
      { type: 'Put', event: { source: 'demo', 'detail-type': 'LeadCaptured' } },
      { type: 'Put', event: { 'detail-type': 'LeadActivityRecorded', detail: { data: { kind: 'demo-requested' } } } },
      { type: 'Response', status: 401 },
    ]);
    expect(text).not.toMatch(/s3cret|another|Zk3v/);
    expect(await played({ sources, secrets, requests: [good] }, false)).toMatch(
      /^answered {2}200\n {2}event {5}LeadCaptured /,
    );
  });

  it('prints who answers by a button in Slack: a rep of ours, and nobody else', async () => {
    const click = (user: string, action: object) => {
      const payload = { type: 'block_actions', user: { id: user }, actions: [action] };
      return recorded('slack', '/slack', new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), 'sl4ck');
    };
    const accept = { action_id: 'accept', value: TOKEN };
    const reject = { action_id: 'reject', selected_option: { value: `${TOKEN} no-time` } };
    const requests = [
      click('U1', accept),
      click('U1', reject),
      click('U2', accept),
      click('U1', { action_id: 'open' }),
    ];
    const answers = stepsOf(await played({ sources, secrets, requests })).filter(({ type }) => type === 'Answer');
    expect(answers).toEqual([
      { type: 'Answer', capability: TOKEN, answer: 'accept', by: 'ana', via: 'slack' },
      { type: 'Answer', capability: TOKEN, answer: 'reject', reason: 'no-time', by: 'ana', via: 'slack' },
    ]);
  });

  it('answers the handshakes of Meta and LinkedIn, and nobody who does not know the word', async () => {
    const asked = (path: string) => ({
      at: new Date(NOW).toISOString(),
      method: 'GET',
      url: `https://hooks.example.com${path}`,
    });
    const text = await played({
      sources: 'sources:\n  - { name: ads, kind: meta }\n  - { name: gen, kind: linkedin }\n',
      secrets: {
        ads: { token: TOKEN, secrets: ['a'], verifyToken: 'word' },
        gen: { token: TOKEN, secrets: ['newest', 'older'] },
      },
      requests: [
        asked(`/in/ads/${TOKEN}?hub.mode=subscribe&hub.verify_token=word&hub.challenge=1158201444`),
        asked(`/in/ads/${TOKEN}?hub.mode=subscribe&hub.verify_token=guess&hub.challenge=1158201444`),
        asked(`/in/gen/${TOKEN}?challengeCode=890e4665`),
        asked(`/in/gen/wrong?challengeCode=890e4665`),
      ],
    });
    const [meta, guessed, linkedin, wrong] = stepsOf(text);
    expect(meta).toMatchObject({ status: 200, headers: { 'content-type': 'text/plain' }, body: '1158201444' });
    expect(linkedin?.body).toMatch(/^\{"challengeCode":"890e4665","challengeResponse":"[0-9a-f]{64}"\}$/);
    expect([guessed?.status, wrong?.status]).toEqual([401, 401]);
  });

  it('tells what is wrong with a file that it cannot use', async () => {
    const failed = (parts: Partial<Played>) =>
      played({ sources, secrets, requests: [], ...parts }).catch(({ code, message }) => `${code} ${message}`);
    expect(await failed({ secrets: { demo: { secrets: ['x'] } } })).toMatch(
      /^UNUSABLE_FILE .*secrets\.json: demo\.token: /,
    );
    expect(await failed({ requests: [{ at: 'now' }] })).toMatch(/^UNUSABLE_FILE .*requests\.ndjson:1: /);
    expect(await failed({ api: [{ status: 'x' }] })).toMatch(/^UNUSABLE_FILE .*api\.json: 0\.status: /);
  });

  it('tells each problem of sources.yaml at its line', async () => {
    const odd = [
      'sources:',
      '  - { name: one, kind: fax }',
      '  - name: two',
      '    kind: json',
      '    map: { person.shoe: "{x}" }',
      '  - { name: two, kind: form }',
    ].join('\n');
    const message = await played({ sources: odd, secrets: {}, requests: [] }).catch(({ problems }) =>
      problems.join('\n'),
    );
    expect(message).toMatch(/sources\.yaml:2:\d+ expected json, form/);
    const later = odd.replace('fax', 'json');
    const more = await played({ sources: later, secrets: {}, requests: [] }).catch(({ problems }) =>
      problems.join('\n'),
    );
    expect(more).toMatch(/sources\.yaml:5:\d+ a lead has no field "person\.shoe"/);
    expect(more).toMatch(/sources\.yaml:6:\d+ another source is called "two"/);
  });
});

describe('a sample beside a source', () => {
  const checked = async (map: string, sample: string) => {
    written += 1;
    const at = join(folder, `${written}`);
    cpSync('agreement', at, { recursive: true });
    writeFolder(at, { 'sources.yaml': `sources:\n  - name: blog\n    kind: wordpress\n    map: ${map}\n` });
    writeFolder(join(at, 'sources'), { 'blog.sample.json': sample });
    const told = check(
      { agreement: at, now: NOW, coverage: false, promise: false, json: false },
      new PassThrough(),
      new PassThrough(),
    );
    return told.then(
      () => [],
      ({ problems }) => problems.map((text: string) => text.replace(`${at}/`, '')),
    );
  };
  const sample = JSON.stringify({ 'fields[mail][value]': 'jo@acme.example', 'fields[firm][value]': 'Acme' });

  it('says which keys a map names in vain, so that a form is added by YAML alone', async () => {
    expect(await checked('{ person.email: "{mail}", company.name: "{firm}" }', sample)).toEqual([]);
    expect(await checked('{ person.email: "{Mail}", company.name: "{company}" }', sample)).toEqual([
      expect.stringMatching(/^sources\.yaml:4:\d+ the sample has no "Mail": did you mean mail\?$/),
      expect.stringMatching(/^sources\.yaml:4:\d+ the sample has no "company", only "mail", "firm"$/),
    ]);
  });

  it('that is no JSON is told at its own line', async () => {
    expect(await checked('{ person.email: "{mail}" }', '{\n "a": [1,\n}')).toContainEqual(
      expect.stringMatching(/^sources\/blog\.sample\.json:\d+:\d+ /),
    );
  });
});

const CASES = '../shared/cases/requests';
const names = existsSync(CASES)
  ? readdirSync(CASES).flatMap((file) => (file.endsWith('.meta.json') ? [file.replace('.meta.json', '')] : []))
  : [];

const meta = z.object({
  config: z.looseObject({
    name: z.string(),
    secrets: z.array(z.string()).default([]),
    apiToken: z.string().optional(),
    verifyToken: z.string().optional(),
  }),
  request: z
    .object({
      method: z.string(),
      url: z.string(),
      headers: z.record(z.string(), z.string()),
      bodyFile: z.string(),
      now: z.string(),
    })
    .optional(),
  event: z.object({ file: z.string(), now: z.string() }).optional(),
  api: z.array(z.looseObject({})).default([]),
  expect: z.object({
    status: z.number().optional(),
    events: z.array(
      z.looseObject({
        'detail-type': z.string(),
        occurredAt: z.string(),
        atReceipt: z.boolean().optional(),
        data: z.record(z.string(), z.unknown()),
      }),
    ),
  }),
});

describe.skipIf(names.length === 0)(`the recorded requests of ${CASES}`, () => {
  it.each(names)('%s', async (name) => {
    const read = (file: string): Buffer => readFileSync(join(CASES, file));
    const {
      config,
      request,
      event,
      api,
      expect: wanted,
    } = meta.parse(JSON.parse(read(`${name}.meta.json`).toString()));
    const { secrets, apiToken, verifyToken, ...source } = config;
    const requests =
      request === undefined
        ? [{ at: event?.now, event: JSON.parse(read(event?.file ?? '').toString()) }]
        : [{ ...request, at: request.now, bodyBase64: read(request.bodyFile).toString('base64') }];
    const text = await played({
      sources: JSON.stringify({ sources: [source] }),
      secrets: {
        [config.name]: { token: TOKEN, secrets, ...(apiToken && { apiToken }), ...(verifyToken && { verifyToken }) },
      },
      requests,
      api,
    });
    const steps = stepsOf(text);
    if (wanted.status !== undefined) expect(steps.find(({ type }) => type === 'Response')?.status).toBe(wanted.status);
    const events = steps
      .filter(({ type }) => type === 'Put')
      .map((one) => z.object({ event: z.looseObject({ detail: z.looseObject({}) }) }).parse(one).event);
    expect(events).toMatchObject(
      wanted.events.map(({ 'detail-type': type, occurredAt, atReceipt, data }) => ({
        'detail-type': type,
        detail: { data, ...(atReceipt ? {} : { metadata: { occurredAt: new Date(occurredAt).toISOString() } }) },
      })),
    );
  });
});
