import type { Fetch, Fetched } from '../../contracts/sources/source.ts';
import { sourceSecrets } from '../../contracts/sources/source-secrets.ts';
import type { Source } from '../../domain/source/source.ts';
import type { SourceKind } from '../../domain/vocabulary/source-kinds.ts';
import type { SecretStore } from '../../ports/secret-store.ts';
import type { SourceCounts } from '../../ports/source-counts.ts';
import type { WebCalls } from '../../ports/web-calls.ts';

/** A source's API did not say what was asked. The request waits, and is read again. */
export class FetchFailed extends Error {
  readonly code: 'FETCH_REFUSED' | 'FETCH_FAILED';
  constructor(source: string, status: number) {
    const refuses = status === 401 || status === 403;
    super(
      `The API of ${source} answered ${status}. ${refuses ? 'Put a new apiToken by "golden-hour secrets put"' : 'The request is read again'}.`,
    );
    this.name = 'FetchFailed';
    this.code = refuses ? 'FETCH_REFUSED' : 'FETCH_FAILED';
  }
}

/** LinkedIn serves each version for a year. */
const HEADERS: Readonly<Partial<Record<SourceKind, Readonly<Record<string, string>>>>> = {
  linkedin: { 'linkedin-version': '202610', 'x-restli-protocol-version': '2.0.0' },
};

export interface FetchingPorts {
  readonly calls: WebCalls;
  readonly secrets: SecretStore;
  readonly counts: SourceCounts;
}

/** Only these say that there is nothing. Meta answers 400 to a token that is over, so no other 4xx does. */
const GONE: readonly number[] = [404, 410];

/** Asks the source's own API with what is kept secret of it. Throws FetchFailed. */
export const fetchBy =
  ({ calls, secrets, counts }: FetchingPorts) =>
  async ({ method, url, body }: Fetch, { name, kind }: Source): Promise<Fetched> => {
    const { apiToken } = sourceSecrets.parse(await secrets.read(`sources/${name}`));
    const answer = await calls.call({
      ...{ method, url },
      headers: {
        accept: 'application/json',
        ...HEADERS[kind],
        ...(apiToken === undefined ? {} : { authorization: `Bearer ${apiToken}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.status >= 200 && answer.status < 300) return { found: JSON.parse(answer.body) };
    if (GONE.includes(answer.status)) return { missing: 'gone' };
    const failure = new FetchFailed(name, answer.status);
    if (failure.code === 'FETCH_REFUSED') counts.count('FetchRefused', name);
    throw failure;
  };
