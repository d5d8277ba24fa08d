import { describe, expect, it } from 'vitest';
import { fetchBy } from '../../shared/application/receiving/fetch-lead.ts';
import { sourceOf, TOKEN } from '../support/sources/source.ts';

const OVER = '{"error":{"message":"Error validating access token","type":"OAuthException","code":190}}';
const OTHER = '{"error":{"message":"Unsupported get request","type":"GraphMethodException","code":100}}';

/** What is counted, and thrown, where the API answers so. */
const asked = async (kind: 'meta' | 'linkedin', status: number, body: string) => {
  const counted: string[] = [];
  const fetchLead = fetchBy({
    calls: { call: async () => ({ status, headers: {}, body }) },
    secrets: { read: async () => ({ token: TOKEN, secrets: [], apiToken: 'a-token' }) },
    counts: { count: (metric) => void counted.push(metric) },
  });
  const failure = await fetchLead({ method: 'GET', url: 'https://api.example/1' }, sourceOf(kind)).then(
    (found) => JSON.stringify(found),
    (error: Error) => error.message,
  );
  return { counted, failure };
};

describe('an API that leads are fetched from', () => {
  it.each([
    ['meta', 401, '{}'],
    ['meta', 400, OVER],
    ['linkedin', 403, '{}'],
  ] as const)('of %s refuses our token by %i %s', async (kind, status, body) => {
    const { counted, failure } = await asked(kind, status, body);
    expect(counted).toEqual(['FetchRefused']);
    expect(failure).toMatch(/secrets put/);
  });

  it.each([
    ['meta', 400, OTHER],
    ['linkedin', 400, OVER],
    ['meta', 500, OVER],
  ] as const)('of %s has failed by %i %s, and is asked again', async (kind, status, body) => {
    const { counted, failure } = await asked(kind, status, body);
    expect(counted).toEqual([]);
    expect(failure).toMatch(/read again/);
  });

  it('knows the lead no more by 404', async () => {
    expect((await asked('meta', 404, '{}')).failure).toBe('{"missing":"gone"}');
  });
});
