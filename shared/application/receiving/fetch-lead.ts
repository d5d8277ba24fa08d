import type { Fetch, Fetched } from '../../contracts/sources/source.ts';
import { sourceSecrets } from '../../contracts/sources/source-secrets.ts';
import type { Source } from '../../domain/source/source.ts';
import type { SourceKind } from '../../domain/vocabulary/source-kinds.ts';
import type { SecretStore } from '../../ports/secret-store.ts';
import type { SourceCounts } from '../../ports/source-counts.ts';
import type { WebAnswer, WebCalls } from '../../ports/web-calls.ts';
import { salesforceLogin } from '../salesforce-login.ts';

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

/** Asks the source's own API with what is kept secret of it. Throws FetchFailed. */
export const fetchBy = ({ calls, secrets, counts }: FetchingPorts) => {
  /** Of Salesforce, by source: each is good for an hour or more, and says itself when it is over. */
  const tokens = new Map<string, string>();

  const failed = ({ name }: Source, status: number, refuses = REFUSED.includes(status)): FetchFailed => {
    if (refuses) counts.count('FetchRefused', name);
    return new FetchFailed(name, status, refuses);
  };

  const tokenOf = async (source: Source): Promise<string | undefined> => {
    const { apiToken, clientId, clientSecret } = sourceSecrets.parse(await secrets.read(`sources/${source.name}`));
    if (clientId === undefined || clientSecret === undefined) return apiToken;
    const known = tokens.get(source.name);
    if (known !== undefined) return known;
    const login = await salesforceLogin(calls, source.apiBase ?? '', { clientId, clientSecret });
    // Salesforce answers 400 to a client that it does not know.
    if ('refused' in login)
      throw failed(source, login.refused.status, [400, ...REFUSED].includes(login.refused.status));
    tokens.set(source.name, login.token);
    return login.token;
  };

  const ask = async ({ method, url, body }: Fetch, source: Source, isAgain = false): Promise<WebAnswer> => {
    const token = await tokenOf(source);
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
    // One that was got is over: there is another. One that was given has no other.
    const isOver = answer.status === 401 && tokens.delete(source.name);
    return isOver && !isAgain ? ask({ method, url, body }, source, true) : answer;
  };

  return async (request: Fetch, source: Source): Promise<Fetched> => {
    const answer = await ask(request, source);
    if (answer.status >= 200 && answer.status < 300) return { found: JSON.parse(answer.body) };
    if (GONE.includes(answer.status)) return { missing: 'gone' };
    throw failed(source, answer.status);
  };
};
