import type { Fetch, Fetched } from '../../contracts/sources/source.ts';
import { sourceSecrets } from '../../contracts/sources/source-secrets.ts';
import type { Source } from '../../domain/source/source.ts';
import type { SourceKind } from '../../domain/vocabulary/source-kinds.ts';
import type { SecretStore } from '../../ports/secret-store.ts';
import type { SourceCounts } from '../../ports/source-counts.ts';
import type { WebAnswer, WebCalls } from '../../ports/web-calls.ts';
import { type SalesforceClient, salesforceLogin } from '../salesforce-login.ts';

/** A source's API did not say what was asked. The request waits, and is read again. */
export class FetchFailed extends Error {
  readonly code: 'FETCH_REFUSED' | 'FETCH_FAILED';
  constructor(source: string, status: number, refuses: boolean) {
    super(
      `The API of ${source} answered ${status}. ${refuses ? 'Put what it asks for by "golden-hour secrets put"' : 'The request is read again'}.`,
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

/** Nothing but a person mends that. */
const REFUSED: readonly number[] = [401, 403];

/** Meta's code for a token that is over, or was taken back. */
const META_TOKEN_OVER = /"code"\s*:\s*190\b/;

/** Meta answers 400 to a token that is over, as to much else. */
const isRefused = ({ kind }: Source, { status, body }: WebAnswer): boolean =>
  REFUSED.includes(status) || (kind === 'meta' && status === 400 && META_TOKEN_OVER.test(body));

/** Asks the source's own API with what is kept secret of it. Throws FetchFailed. */
export const fetchBy = ({ calls, secrets, counts }: FetchingPorts) => {
  /** Of Salesforce, by source: each is good for an hour or more, and the API says when it is over. */
  const tokens = new Map<string, string>();

  const failed = ({ name }: Source, status: number, refuses: boolean): FetchFailed => {
    if (refuses) counts.count('FetchRefused', name);
    return new FetchFailed(name, status, refuses);
  };

  const login = async (source: Source, client: SalesforceClient): Promise<string> => {
    const answer = await salesforceLogin(calls, source.apiBase ?? '', client);
    if ('refused' in answer) {
      const { status } = answer.refused;
      // Salesforce answers 400 to a client that it does not know.
      throw failed(source, status, [400, ...REFUSED].includes(status));
    }
    tokens.set(source.name, answer.token);
    return answer.token;
  };

  /** A token that was put, or one that Salesforce gives to the client. */
  const tokenOf = async (
    source: Source,
  ): Promise<{ readonly token: string | undefined; readonly isGiven: boolean }> => {
    const { apiToken, clientId, clientSecret } = sourceSecrets.parse(await secrets.read(`sources/${source.name}`));
    if (source.kind !== 'salesforce-cdc' || clientId === undefined || clientSecret === undefined)
      return { token: apiToken, isGiven: false };
    return { token: tokens.get(source.name) ?? (await login(source, { clientId, clientSecret })), isGiven: true };
  };

  const ask = async ({ method, url, body }: Fetch, source: Source, isAgain = false): Promise<WebAnswer> => {
    const { token, isGiven } = await tokenOf(source);
    const answer = await calls.call({
      ...{ method, url },
      headers: {
        accept: 'application/json',
        ...HEADERS[source.kind],
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.status !== 401 || !isGiven) return answer;
    tokens.delete(source.name);
    return isAgain ? answer : ask({ method, url, body }, source, true);
  };

  return async (request: Fetch, source: Source): Promise<Fetched> => {
    const answer = await ask(request, source);
    if (answer.status >= 200 && answer.status < 300) return { found: JSON.parse(answer.body) };
    if (GONE.includes(answer.status)) return { missing: 'gone' };
    throw failed(source, answer.status, isRefused(source, answer));
  };
};
