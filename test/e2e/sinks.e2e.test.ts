import { createServer, type IncomingMessage, type Server } from 'node:http';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { clientConfig } from '../../local/clients.ts';
import { demoWanted, openStack, type RunningStack } from '../support/e2e/stack.ts';
import { until } from '../support/e2e/world.ts';
import { pretendedReceiver } from '../support/sinks/pretended-receiver.ts';
import { SECRET } from '../support/sinks/world.ts';

const EMAIL = 'harbour@harbour-works.example';
const TOKEN = 'pat-e2e';

const textOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString();
};

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

describe('whom the deployed stack tells', () => {
  const { endpoint, outputs, sinkPort } = inject('deployed');
  const origin = `http://127.0.0.1:${sinkPort}`;
  const refused = new Set<string>();
  /** Refuses each fact the first time. */
  const erp = pretendedReceiver(`${origin}/erp`, SECRET);
  const written: { readonly email: string; readonly body: string }[] = [];
  let stack: RunningStack;
  let server: Server;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const [body, headers] = [await textOf(request), headersOf(request)];
      const end = (status: number, text = ''): void => void response.writeHead(status).end(text);
      if (request.url === '/erp') {
        const id = headers['webhook-id'] ?? '';
        if (!refused.has(id)) {
          refused.add(id);
          return end(503);
        }
        const answer = erp.call({ method: 'POST', url: `${origin}/erp`, headers, body }, Date.now());
        return end(answer?.status ?? 500);
      }
      if (headers.authorization !== `Bearer ${TOKEN}`) return end(401);
      if (request.url?.startsWith('/crm/v3/owners?')) return end(200, JSON.stringify({ results: [{ id: '77' }] }));
      const [, email = ''] = /^\/crm\/v3\/objects\/contacts\/([^?]+)/.exec(request.url ?? '') ?? [];
      written.push({ email: decodeURIComponent(email), body });
      return end(200, '{}');
    });
    await new Promise<void>((resolve) => server.listen(sinkPort, '127.0.0.1', resolve));
    const ssm = new SSMClient(clientConfig(endpoint));
    const put = (name: string, value: object) =>
      ssm.send(
        new PutParameterCommand({
          Name: `${outputs.SecretsPrefix}sinks/${name}`,
          Type: 'SecureString',
          Value: JSON.stringify(value),
          Overwrite: true,
        }),
      );
    await put('erp', { secrets: [SECRET] });
    await put('hub', { apiToken: TOKEN });
    ssm.destroy();
    stack = await openStack(endpoint, outputs.BusName ?? '');
  });
  afterAll(() => {
    stack?.close();
    server?.close();
  });

  it('hears who got a lead: the webhook at its second attempt, the CRM by one write', async () => {
    await stack.put(...demoWanted('harbour'));
    const { leadId } = await stack.fact('LeadAssigned');
    const ofLead = await until('the owner in the CRM', async () => written.find(({ email }) => email === EMAIL));
    expect(JSON.parse(ofLead.body)).toEqual({ properties: { hubspot_owner_id: '77' } });
    const ofThis = ({ id }: { readonly id: string }): boolean => id.startsWith(`${leadId}.`);
    const fact = await until('the fact at the webhook', async () => erp.taken.find(ofThis));
    expect(fact.body).toMatchObject({ source: 'golden-hour', 'detail-type': 'LeadAssigned', id: fact.id });
    expect(refused).toContain(fact.id);
    expect(written.filter(({ email }) => email === EMAIL)).toHaveLength(1);
  });
});
