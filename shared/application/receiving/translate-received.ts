import { eventsOf } from '../../contracts/sources/events-of.ts';
import { readFormBody, readJsonBody } from '../../contracts/sources/read-body.ts';
import { readXmlBody } from '../../contracts/sources/read-xml-body.ts';
import type { Body, Fetch, Fetched } from '../../contracts/sources/source.ts';
import { SOURCE_READERS } from '../../contracts/sources/source-readers.ts';
import type { Problem } from '../../domain/lead/facts.ts';
import type { KeptRequest } from '../../domain/source/kept-request.ts';
import type { Source } from '../../domain/source/source.ts';
import type { SourceEvent } from '../../domain/source/source-event.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Digests } from '../../ports/digests.ts';

/** Somebody of whom no lead can be made. */
export interface Refused {
  /** Of the submission, or of the request where that cannot be read: what makes a second delivery known. */
  readonly id: string;
  /** In the source's own terms. */
  readonly problems: readonly Problem[];
  /** As far as it could be read, for whoever mends it. */
  readonly event: Partial<SourceEvent>;
}

export interface Translation {
  readonly events: readonly SourceEvent[];
  readonly ignored: readonly string[];
  readonly refused: readonly Refused[];
}

export interface TranslatingPorts {
  readonly digests: Digests;
  /** Asks the source's own API. Throws whatever it answers but what was asked for, and that it is gone: the request waits. */
  readonly fetch: (request: Fetch, source: Source) => Promise<Fetched>;
}

const keyOf = ({ method, url, body }: Fetch): string => JSON.stringify([method, url, body]);

/** JSON, XML, or a form: by what the sender says, else by what it looks like. Undefined where it is none of them. */
const valueIn = ({ headers, body }: KeptRequest): unknown => {
  const text = Buffer.from(body).toString();
  const type = headers['content-type'];
  const isXml = type?.includes('xml') ?? /^\s*</.test(text);
  const isForm = !isXml && (type?.includes('form') ?? !/^\s*[[{]/.test(text));
  if (isForm) return readFormBody(text);
  try {
    return isXml ? readXmlBody(text) : readJsonBody(text);
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
    refused: told.flatMap((one) => ('problems' in one ? [one] : [])),
  };
};

/** The events of a request that was taken. What is no JSON and no form is refused: sending it again would not help. */
export const translateReceived = async (
  kept: KeptRequest,
  source: Source,
  ports: TranslatingPorts,
): Promise<Translation> => {
  const value = valueIn(kept);
  const hash = Buffer.from(ports.digests.hash('sha256', kept.body)).toString('hex');
  if (value === undefined) {
    // Not the body: nobody can tell what of it is secret.
    const refused = { id: hash, problems: [{ path: '', message: 'cannot be read' }], event: { source: source.name } };
    return { events: [], ignored: [], refused: [refused] };
  }
  return translateBody({ value, hash, receivedAt: kept.receivedAt, headers: kept.headers }, source, ports);
};

/** The events of an event of a partner's bus. */
export const translateEvent = (
  { id, detail }: { readonly id: string; readonly detail: unknown },
  receivedAt: Instant,
  source: Source,
  ports: TranslatingPorts,
): Promise<Translation> => translateBody({ value: detail, hash: id, receivedAt, headers: {} }, source, ports);
