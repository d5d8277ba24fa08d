import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { sourcesUrl } from '../../local/deploy.ts';
import { putEvents } from '../../local/put-events.ts';
import { PARTNER } from '../support/e2e/agreement.ts';
import { goldenHour } from '../support/e2e/golden-hour.ts';
import { openStack, type RunningStack } from '../support/e2e/stack.ts';
import { buildCommand } from '../support/scenario/command.ts';
import { signed } from '../support/sources/signed.ts';

const TOKENS = { form: 'Zk3vQx0yT9a1LwB7mN2cRg', ads: 'aa3vQx0yT9a1LwB7mN2cRg' } as const;
const SECRETS = { form: 'f0rm-s3cret', ads: 'ads-s3cret', apiToken: 'EAAB-page-token', verifyToken: 'v3rify' } as const;

const LEAD_ID = '4409220012345';
const LOST_ID = '4409220012346';

const created_time = new Date().toISOString().replace(/\..*/, '+0000');

const lead = (email: string, name: string, company: string) => ({
  created_time,
  field_data: [
    { name: 'email', values: [email] },
    { name: 'full_name', values: [name] },
    { name: 'company_name', values: [company] },
  ],
});

/** What Meta's Graph API says, by how the address begins. */
const GRAPH: readonly (readonly [string, unknown])[] = [
  [`/v25.0/${LEAD_ID}?`, lead('ida@orchard-works.example', 'Ida Orchard', 'Orchard works')],
  [`/v25.0/${LOST_ID}?`, lead('uma@harbour-works.example', 'Uma Harbour', 'Harbour works')],
  ['/v25.0/me/leadgen_forms?', { data: [{ id: '77' }] }],
  ['/v25.0/77/leads?', { data: [LEAD_ID, LOST_ID].map((id) => ({ id, created_time })) }],
];

describe('what other systems send to the deployed stack', () => {
  const { endpoint, outputs, graphPort } = inject('deployed');
  const base = sourcesUrl(endpoint);
  let stack: RunningStack;
  let api: Server;
  let folder: string;
  const asked: (string | undefined)[] = [];

  const post = (kind: 'typeform' | 'meta', path: string, body: unknown, secret: string): Promise<Response> => {
    const url = `${base}${path}`;
    const request = signed(kind, { url, body: JSON.stringify(body), secret, now: Date.now() });
    return fetch(url, { method: 'POST', headers: request.headers, body: JSON.stringify(body) });
  };

  const form = (token: string, email: string, secret: string = SECRETS.form): Promise<Response> =>
    post(
      'typeform',
      `demo-form/${TOKENS.form}`,
      {
        event_type: 'form_response',
        form_response: {
          ...{ token, submitted_at: new Date().toISOString() },
          answers: [
            { type: 'email', email, field: { ref: 'email' } },
            { type: 'text', text: 'Meadow works', field: { ref: 'firm' } },
            { type: 'number', number: 500, field: { ref: 'size' } },
          ],
        },
      },
      secret,
    );

  beforeAll(async () => {
    buildCommand();
    folder = mkdtempSync(join(tmpdir(), 'secrets-'));
    const put = (name: string, value: object): string => {
      const file = join(folder, `${name}.json`);
      writeFileSync(file, JSON.stringify(value));
      const { status, stdout, stderr } = goldenHour(endpoint, 'secrets', 'put', name, '--file', file);
      expect([status, stderr]).toEqual([0, expect.stringMatching(/^Enter this address/)]);
      return stdout.trim();
    };
    const address = put('demo-form', { token: TOKENS.form, secrets: [SECRETS.form] });
    expect(address).toBe(`${outputs.SourcesUrl}demo-form/${TOKENS.form}`);
    const { ads, apiToken, verifyToken } = SECRETS;
    put('ads', { token: TOKENS.ads, secrets: [ads], apiToken, verifyToken });
    api = createServer((request, response) => {
      asked.push(request.headers.authorization);
      const [, found] = GRAPH.find(([start]) => request.url?.startsWith(start) === true) ?? [];
      response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(found ?? {}));
    });
    await new Promise<void>((resolve) => api.listen(graphPort, '127.0.0.1', resolve));
    stack = await openStack(endpoint, outputs.BusName ?? '');
  });
  afterAll(() => {
    stack?.close();
    api?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('comes from a form to a rep', async () => {
    const response = await form('t-meadow', 'mo@meadow-works.example');
    expect(response.status).toBe(200);
    await stack.sms(({ text }) => text.includes('Meadow works'));
  });

  it('is not taken with another secret, another token, or from a source that is none, and each gets the same answer', async () => {
    const answers = await Promise.all([
      form('t-forged', 'eve@venom.example', 'an0ther'),
      fetch(`${base}demo-form/AAAAAAAAAAAAAAAAAAAAAA`, { method: 'POST', body: '{}' }),
      fetch(`${base}other/${TOKENS.form}`, { method: 'POST', body: '{}' }),
    ]);
    for (const answer of answers) expect([answer.status, await answer.text()]).toEqual([401, '']);
  });

  it('has secrets that the command lists by their names, and says nothing else of', () => {
    const { status, stdout } = goldenHour(endpoint, 'secrets', 'list', '--json');
    expect(status).toBe(0);
    expect(stdout).toContain('"name":"sources/demo-form"');
    for (const secret of [...Object.values(SECRETS), ...Object.values(TOKENS)]) expect(stdout).not.toContain(secret);
  });

  it('comes from an ad by its id: the lead is fetched with the token, and comes to a rep', async () => {
    const hello = await fetch(
      `${base}ads/${TOKENS.ads}?hub.mode=subscribe&hub.verify_token=${SECRETS.verifyToken}&hub.challenge=1158201444`,
    );
    expect([hello.status, await hello.text()]).toEqual([200, '1158201444']);
    const body = { entry: [{ changes: [{ field: 'leadgen', value: { leadgen_id: LEAD_ID } }] }] };
    expect((await post('meta', `ads/${TOKENS.ads}`, body, SECRETS.ads)).status).toBe(200);
    await stack.sms(({ text }) => text.includes('Orchard'));
    expect(new Set(asked)).toEqual(new Set([`Bearer ${SECRETS.apiToken}`]));
  });

  it('comes from an ad that was never delivered: the hourly function finds it', async () => {
    const url = `${endpoint}/2015-03-31/functions/${outputs.ReconcileSourcesFunctionName}/invocations`;
    const answer = await fetch(url, { method: 'POST', body: '{}' });
    expect([answer.status, answer.headers.has('x-amz-function-error')]).toEqual([200, false]);
    await stack.sms(({ text }) => text.includes('Harbour'));
  });

  it('comes from the bus of a partner, and what is no lead there becomes nothing', async () => {
    const event = (entityName: string, Email: string) => ({
      source: PARTNER.source,
      detailType: `${entityName}ChangeEvent`,
      detail: {
        payload: {
          ChangeEventHeader: {
            entityName,
            recordIds: ['00Q000000000001'],
            changeType: 'CREATE',
            transactionKey: `change-of-${entityName}`,
          },
          ...{ Email, LastName: 'Brook', Company: 'Brook works', Phone: '+4915112345678' },
        },
      },
    });
    const refused = stack.heard.filter(({ type }) => type === 'LeadRefused').length;
    await putEvents(endpoint, PARTNER.bus, [
      event('Account', 'none@brook-works.example'),
      event('Lead', 'bea@brook-works.example'),
    ]);
    // A change of a CRM is no activity: the lead is known, and cold.
    await stack.put({
      source: 'e2e.website',
      detailType: 'LeadActivityRecorded',
      detail: {
        metadata: { id: 'partner-demo', version: 1, occurredAt: new Date().toISOString() },
        data: { email: 'bea@brook-works.example', kind: 'demo-requested' },
      },
    });
    await stack.sms(({ text }) => text.includes('Brook'));
    expect(stack.heard.filter(({ type }) => type === 'LeadRefused')).toHaveLength(refused);
  });
});
