import { readSlackAnswer, type SlackAnswer } from '../../contracts/sources/slack-answer.ts';
import type { SourceSecrets } from '../../contracts/sources/source-secrets.ts';
import type { KeptRequest } from '../../domain/source/kept-request.ts';
import type { Source } from '../../domain/source/source.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Digests } from '../../ports/digests.ts';
import { handshake } from './handshake.ts';
import { isAuthentic, isToken } from './is-authentic.ts';
import type { WebRequest, WebResponse } from './web-request.ts';
import { NOT_AUTHENTIC, NOT_NOW, OK, TOO_BIG } from './web-responses.ts';

/** More is no event of one person, nor a batch of any source that is known. */
const MOST_BYTES = 1_000_000;

export interface Received {
  readonly response: WebResponse;
  readonly kept?: KeptRequest;
  readonly answer?: SlackAnswer;
}

export interface ReceivingPorts {
  readonly digests: Digests;
  readonly now: Instant;
  readonly sources: readonly Source[];
  /** Undefined where none are kept. */
  readonly secretsOf: (source: string) => SourceSecrets | undefined;
}

/** Without it Salesforce sends a message again for a day. */
const ACK =
  '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse></soapenv:Body></soapenv:Envelope>';

/** Some take nothing else for an answer. */
const TAKEN: Readonly<Partial<Record<Source['kind'], WebResponse>>> = {
  'google-ads': { status: 200, headers: { 'content-type': 'application/json' }, body: '{}' },
  'salesforce-outbound': { status: 200, headers: { 'content-type': 'text/xml' }, body: ACK },
};

/** What is needed of the headers later; the others may hold secrets. */
const keptHeaders = ({ headers }: WebRequest): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ['content-type', 'webhook-id'].flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
  );

/** For addresses without a host. */
const BASE = 'https://any.invalid';

/** A stage or a custom domain may put something before the path. */
const IN = /\/in\/([^/?]+)\/([^/?]+)\/?$/;
const SLACK = /\/slack\/?$/;

/** The source that an address names, and the token behind it; Slack has none. */
const askedBy = (path: string, sources: readonly Source[]) => {
  const [, name, token] = IN.exec(path) ?? [];
  const source =
    name === undefined
      ? sources.find(({ kind }) => kind === 'slack' && SLACK.test(path))
      : sources.find((one) => one.name === name && one.kind !== 'slack');
  return { source, token };
};

/** Whose secrets have to be known to verify a request; undefined where it is nobody's. */
export const sourceOfRequest = ({ url }: WebRequest, sources: readonly Source[]): Source | undefined =>
  URL.canParse(url, BASE) ? askedBy(new URL(url, BASE).pathname, sources).source : undefined;

const openedBy = (path: string, { sources, secretsOf, digests }: ReceivingPorts) => {
  const { source, token } = askedBy(path, sources);
  if (source === undefined) return undefined;
  const secrets = secretsOf(source.name);
  if (secrets === undefined) return { source, secrets };
  return token === undefined || isToken(token, secrets, digests) ? { source, secrets } : undefined;
};

/**
 * Verifies a request and keeps it, unread: its sender gets its answer at once, and what is wrong with what it says is no
 * reason to send it again.
 */
export const receiveRequest = (request: WebRequest, ports: ReceivingPorts): Received => {
  const { digests, now } = ports;
  if (request.body.length > MOST_BYTES) return { response: TOO_BIG };
  if (!URL.canParse(request.url, BASE)) return { response: NOT_AUTHENTIC };
  const url = new URL(request.url, BASE);
  const opened = openedBy(url.pathname, ports);
  if (opened === undefined) return { response: NOT_AUTHENTIC };
  const { source, secrets } = opened;
  if (secrets === undefined) return { response: NOT_NOW };
  if (request.method === 'GET' || request.method === 'HEAD') {
    // Intercom looks whether somebody is there; whoever has the token may know.
    if (request.method === 'HEAD') return { response: OK };
    const response = handshake(source, url.searchParams, secrets, digests);
    return { response: response ?? NOT_AUTHENTIC };
  }
  if (request.method !== 'POST' || !isAuthentic(source, { request, now, secrets }, digests))
    return { response: NOT_AUTHENTIC };
  if (source.kind === 'slack') {
    const answer = readSlackAnswer(Buffer.from(request.body).toString(), source.reps);
    return { response: OK, ...(answer === undefined ? {} : { answer }) };
  }
  return {
    response: TAKEN[source.kind] ?? OK,
    kept: { source: source.name, receivedAt: now, headers: keptHeaders(request), body: request.body },
  };
};
