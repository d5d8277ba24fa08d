import { createServer, type RequestListener } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFetchWebCalls } from '../../shared/adapters/node/fetch-web-calls.ts';

const addressOf = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/path/s3cret`;
};

describe('calls of others’ APIs', () => {
  const calls = createFetchWebCalls({ timeoutMs: 300, longest: 1_000 });

  it('carry method, headers and body, and give status, headers and body of the answer', async () => {
    const url = await addressOf((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        response.writeHead(429, { 'Retry-After': '7' });
        response.end(`${request.method} ${request.headers.authorization} ${body}`);
      });
    });
    const answer = await calls.call({ method: 'PATCH', url, headers: { authorization: 'Bearer x' }, body: '{"a":1}' });
    expect(answer).toMatchObject({ status: 429, body: 'PATCH Bearer x {"a":1}' });
    expect(answer.headers['retry-after']).toBe('7');
  });

  it('do not follow a redirect, which could lead anywhere', async () => {
    const url = await addressOf((_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end());
    expect((await calls.call({ method: 'GET', url })).status).toBe(302);
  });

  it.each<[string, RequestListener]>([
    ['nobody answers in time', () => undefined],
    ['the answer is too long', (_, response) => response.end('x'.repeat(2_000))],
    ['the connection breaks', (request) => request.destroy()],
  ])('that %s are told, without the address, which may hold a secret', async (_, listener) => {
    const url = await addressOf(listener);
    const failure = await calls.call({ method: 'GET', url }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'NOT_ANSWERED' });
    expect(String(failure)).not.toContain('s3cret');
  });
});
