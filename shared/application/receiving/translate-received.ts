import { eventsOf, type SourceEvent } from '../../contracts/sources/events-of.ts';
import { readFormBody, readJsonBody } from '../../contracts/sources/read-body.ts';
import type { Body, Fetch, Fetched } from '../../contracts/sources/source.ts';
import { SOURCE_READERS } from '../../contracts/sources/source-readers.ts';
import type { Problem } from '../../domain/lead/facts.ts';
import type { Source } from '../../domain/source/source.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Digests } from '../../ports/digests.ts';
import type { Kept } from './receive-request.ts';

export interface Translation {
  readonly events: readonly SourceEvent[];
  readonly ignored: readonly string[];
  /** What no lead can be made of, in the source's own terms; empty where there is nothing of it. */
  readonly refused: readonly Problem[];
}

export interface TranslatingPorts {
  readonly digests: Digests;
  /** Asks the source's own API. Throws where asking again may help. */
  readonly fetch: (request: Fetch, source: Source) => Promise<Fetched>;
}

const keyOf = ({ method, url, body }: Fetch): string => JSON.stringify([method, url, body]);

/** JSON, or a form: by what the sender says, else by what it looks like. Undefined where it is neither. */
const valueIn = ({ headers, body }: Kept): unknown => {
  const text = Buffer.from(body).toString();
  const isForm = headers['content-type']?.includes('form') ?? !/^\s*[[{]/.test(text);
  if (isForm) return readFormBody(text);
  try {
    return readJsonBody(text);
  } catch {
    return undefined;
  }
};

const translateBody = async (body: Body, source: Source, ports: TranslatingPorts): Promise<Translation> => {
  if (source.kind === 'slack') return { events: [], ignored: ['an answer'], refused: [] };
  const reader = SOURCE_READERS[source.kind];
  const answers = new Map<string, Fetched>();
  for (const request of reader.fetches?.(body, source) ?? []) {
    const key = keyOf(request);
    if (!answers.has(key)) answers.set(key, await ports.fetch(request, source));
  }
  const { submissions, ignored } = reader.read(
    body,
    source,
    (request) => answers.get(keyOf(request)) ?? { missing: 'gone' },
  );
  const told = submissions.map((submission) => eventsOf(submission, source, reader, body.receivedAt));
  return {
    events: told.flatMap((one) => ('events' in one ? one.events : [])),
    ignored,
    refused: told.flatMap((one) => ('problems' in one ? one.problems : [])),
  };
};

/** The events of a request that was taken. What is no JSON and no form is refused: sending it again would not help. */
export const translateReceived = async (kept: Kept, source: Source, ports: TranslatingPorts): Promise<Translation> => {
  const value = valueIn(kept);
  if (value === undefined) return { events: [], ignored: [], refused: [{ path: '', message: 'is no JSON' }] };
  const hash = Buffer.from(ports.digests.hash('sha256', kept.body)).toString('hex');
  return translateBody({ value, hash, receivedAt: kept.receivedAt, headers: kept.headers }, source, ports);
};

/** The events of an event of a partner's bus. */
export const translateEvent = (
  { id, detail }: { readonly id: string; readonly detail: unknown },
  receivedAt: Instant,
  source: Source,
  ports: TranslatingPorts,
): Promise<Translation> => translateBody({ value: detail, hash: id, receivedAt, headers: {} }, source, ports);
