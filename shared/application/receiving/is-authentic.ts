import type { Scheme, SignedPart } from '../../contracts/sources/authenticity.ts';
import { AUTHENTICITY } from '../../contracts/sources/authenticity.ts';
import { readJsonBody } from '../../contracts/sources/read-body.ts';
import type { SourceSecrets } from '../../contracts/sources/source-secrets.ts';
import type { Source } from '../../domain/source/source.ts';
import { MINUTE_MS } from '../../domain/time/durations.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Digests } from '../../ports/digests.ts';
import type { WebRequest } from './web-request.ts';

/** A request that was signed longer ago, or is to be signed so much later, may be somebody's who has listened. */
const TOLERANCE_MS = 5 * MINUTE_MS;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const joined = (parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);

/** As HubSpot signs an address: escapes decoded, but for the question mark. */
const decodedUrl = (url: string): string => {
  const [path = '', ...query] = url.split('?');
  const decoded = (text: string): string => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  return [path, ...query].map(decoded).join('?');
};

/** JSON of the first event of a batch, as its sender wrote it before it put it in a list. */
const firstEvent = ({ body }: WebRequest): Uint8Array | undefined => {
  try {
    const value = JSON.parse(Buffer.from(body).toString());
    return Array.isArray(value) && value.length > 0 ? utf8(JSON.stringify(value[0])) : undefined;
  } catch {
    return undefined;
  }
};

const partOf = (part: SignedPart, request: WebRequest, signed: Signed): Uint8Array | undefined => {
  if ('text' in part) return utf8(part.text);
  switch (part.of) {
    case 'body':
      return request.body;
    case 'method':
      return utf8(request.method);
    case 'url':
      return utf8(decodedUrl(request.url));
    case 'timestamp':
      return signed.timestamp === undefined ? undefined : utf8(signed.timestamp);
    case 'id':
      return signed.id === undefined ? undefined : utf8(signed.id);
    case 'first-event':
      return firstEvent(request);
  }
};

interface Signed {
  readonly timestamp: string | undefined;
  readonly id: string | undefined;
  /** Without their prefix. */
  readonly signatures: readonly string[];
}

const withoutPrefix = (text: string, { prefix, isPrefixOptional }: Scheme): readonly string[] => {
  if (prefix === undefined) return [text];
  if (text.startsWith(prefix)) return [text.slice(prefix.length)];
  return isPrefixOptional === true ? [text] : [];
};

const signedBy = (scheme: Scheme, { headers }: WebRequest): Signed | undefined => {
  const header = headers[scheme.header];
  if (header === undefined) return undefined;
  if (scheme.onlyWith !== undefined && headers[scheme.onlyWith[0]] !== scheme.onlyWith[1]) return undefined;
  const parts = scheme.list === undefined ? [header] : header.split(scheme.list).map((part) => part.trim());
  const { signedAt, idHeader } = scheme;
  const inHeader = parts.find((part) => part.startsWith('t='))?.slice(2);
  return {
    timestamp: signedAt === undefined ? undefined : signedAt.header === undefined ? inHeader : headers[signedAt.header],
    id: idHeader === undefined ? undefined : headers[idHeader],
    signatures: parts.flatMap((part) => withoutPrefix(part, scheme)),
  };
};

const isInTime = ({ signedAt }: Scheme, { timestamp }: Signed, now: Instant): boolean => {
  if (signedAt === undefined) return true;
  if (timestamp === undefined || !/^\d{9,14}$/.test(timestamp)) return false;
  const at = Number(timestamp) * (signedAt.unit === 's' ? 1_000 : 1);
  return Math.abs(now - at) <= TOLERANCE_MS;
};

const keyOf = (secret: string, { secretPrefix }: Scheme): Uint8Array =>
  secretPrefix !== undefined && secret.startsWith(secretPrefix)
    ? Buffer.from(secret.slice(secretPrefix.length), 'base64')
    : utf8(secret);

const digestOf = (scheme: Scheme, secret: string, data: Uint8Array, digests: Digests): Uint8Array =>
  scheme.secretFirst === true
    ? digests.hash(scheme.algorithm, joined([utf8(secret), data]))
    : digests.hmac(scheme.algorithm, keyOf(secret, scheme), data);

/** Written as the scheme writes it, so that of all ways to write the same bytes only one is taken. */
const writtenAs = (digest: Uint8Array, { encoding }: Scheme): Uint8Array =>
  utf8(Buffer.from(digest).toString(encoding));

interface Question {
  readonly request: WebRequest;
  readonly secrets: readonly string[];
  readonly now: Instant;
}

const isSigned = (scheme: Scheme, { request, secrets, now }: Question, digests: Digests): boolean => {
  const signed = signedBy(scheme, request);
  if (signed === undefined || !isInTime(scheme, signed, now)) return false;
  return scheme.over.some((parts) => {
    const data = parts.map((part) => partOf(part, request, signed));
    if (!data.every((part) => part !== undefined)) return false;
    const all = joined(data);
    return secrets.some((secret) => {
      const expected = writtenAs(digestOf(scheme, secret, all, digests), scheme);
      return signed.signatures.some((signature) => digests.isEqual(utf8(signature), expected));
    });
  });
};

const isOneOf = (value: unknown, known: readonly string[], digests: Digests): boolean =>
  typeof value === 'string' && known.some((one) => digests.isEqual(utf8(value), utf8(one)));

const fieldOf = ({ body }: WebRequest, field: string): unknown => {
  try {
    const value = readJsonBody(Buffer.from(body).toString());
    return typeof value === 'object' && value !== null && field in value ? Object(value)[field] : undefined;
  } catch {
    return undefined;
  }
};

/** By its text alone: a body that nobody has verified is not read. One that has the element twice has none. */
const elementOf = ({ body }: WebRequest, element: string): string | undefined => {
  const found = [
    ...Buffer.from(body)
      .toString()
      .matchAll(new RegExp(`<(?:\\w+:)?${element}>\\s*(\\w+)\\s*</`, 'g')),
  ];
  return found.length === 1 ? found[0]?.[1] : undefined;
};

/** The token of an address, in the time that any other takes. */
export const isToken = (token: string, { token: known }: SourceSecrets, digests: Digests): boolean =>
  isOneOf(token, [known].flat(), digests);

/** Whether a request is its source's own, by what stands in it beside the token. */
export const isAuthentic = (
  source: Pick<Source, 'kind' | 'secretHeader'>,
  {
    request,
    now,
    secrets: { secrets },
  }: { readonly request: WebRequest; readonly now: Instant; readonly secrets: Pick<SourceSecrets, 'secrets'> },
  digests: Digests,
): boolean => {
  const { schemes, mayBeUnsigned, secretField, secretElement } = AUTHENTICITY[source.kind];
  if (source.secretHeader !== undefined) return isOneOf(request.headers[source.secretHeader], secrets, digests);
  if (secretField !== undefined) return isOneOf(fieldOf(request, secretField), secrets, digests);
  if (secrets.length === 0) return mayBeUnsigned;
  if (secretElement !== undefined) return isOneOf(elementOf(request, secretElement), secrets, digests);
  return schemes.some((scheme) => isSigned(scheme, { request, secrets, now }, digests));
};
