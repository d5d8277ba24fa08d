import type * as z from 'zod';
import { normaliseEmail } from '../../domain/lead/email-address.ts';
import type { Problem } from '../../domain/lead/facts.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { InboundType } from '../../domain/vocabulary/inbound-types.ts';
import { anyEnvelope, inboundEnvelopes } from './inbound.ts';
import { MAX_EVENT_BYTES, mustBeScanned, scanLine } from './scan-line.ts';

type Data<T extends InboundType> = z.output<(typeof inboundEnvelopes)[T]>['detail']['data'];

/** An inbound event, checked; `key` is what makes a second delivery known. */
export type Inbound = { [T in InboundType]: InboundOf<T> }[InboundType];

export interface InboundOf<T extends InboundType> {
  readonly type: T;
  readonly key: string;
  readonly id: string;
  /** Epoch milliseconds. */
  readonly occurredAt: Instant;
  /** Normalised. */
  readonly email?: string;
  readonly data: Data<T>;
}

export type Reading =
  | { readonly ok: true; readonly event: Inbound }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly key?: string };

const problemsOf = (error: z.ZodError): readonly Problem[] =>
  error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (value: unknown, name: string): unknown =>
  isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/** Unambiguous, whatever the two hold. */
const keyFrom = (source: string, id: string): string => JSON.stringify([source, id]);

/** How a second delivery of the same event is known, where enough of it can be read. */
const keyOf = (line: unknown): string | undefined => {
  const source = own(line, 'source');
  const id = own(own(own(line, 'detail'), 'metadata'), 'id') ?? own(line, 'id');
  return typeof source === 'string' && typeof id === 'string' && id !== '' ? keyFrom(source, id) : undefined;
};

const emailOf = (data: Inbound['data']): string | undefined => {
  const address = 'person' in data ? data.person.email : 'email' in data ? data.email : undefined;
  return address === undefined ? undefined : normaliseEmail(address);
};

const isInboundType = (type: unknown): type is InboundType =>
  typeof type === 'string' && Object.hasOwn(inboundEnvelopes, type);

const parse = <T extends InboundType>(type: T, line: unknown): Reading => {
  const parsed: z.ZodSafeParseResult<z.output<(typeof inboundEnvelopes)[InboundType]>> =
    inboundEnvelopes[type].safeParse(line);
  const key = keyOf(line);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error), ...(key === undefined ? {} : { key }) };
  return { ok: true, event: eventOf(parsed.data) };
};

const eventOf = (line: z.output<(typeof inboundEnvelopes)[InboundType]>): Inbound => {
  const { metadata, data } = line.detail;
  const id = metadata?.id ?? line.id;
  const email = emailOf(data);
  const head = {
    key: keyFrom(line.source, id),
    id,
    occurredAt: Date.parse(metadata?.occurredAt ?? line.time),
    ...(email === undefined ? {} : { email }),
  };
  switch (line['detail-type']) {
    case 'LeadCaptured':
      return { ...head, type: 'LeadCaptured', data: line.detail.data };
    case 'LeadActivityRecorded':
      return { ...head, type: 'LeadActivityRecorded', data: line.detail.data };
    case 'RepAnswered':
      return { ...head, type: 'RepAnswered', data: line.detail.data };
    case 'LeadContacted':
      return { ...head, type: 'LeadContacted', data: line.detail.data };
    case 'LeadClosed':
      return { ...head, type: 'LeadClosed', data: line.detail.data };
  }
};

/** Half a pair of UTF-16, such as a form leaves that cuts an emoji in two: no table keeps it. */
const wellFormed = (value: unknown): unknown => {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key.toWellFormed(), wellFormed(child)]));
};

const SURROGATE = /\\u[dD][89a-fA-F]/;

const readJson = (text: string): { readonly value: unknown } | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    return undefined;
  }
};

/** Reads one event as a queue holds it. Whatever the text is, the answer is an event or the problems with their paths. */
export const readInbound = (text: string): Reading => {
  if (text.length > MAX_EVENT_BYTES || Buffer.byteLength(text) > MAX_EVENT_BYTES) {
    return { ok: false, problems: [{ path: '', message: `larger than ${MAX_EVENT_BYTES / 1024} KB` }] };
  }
  const json = readJson(text);
  if (json === undefined) return { ok: false, problems: [{ path: '', message: 'not JSON' }] };
  if (!isRecord(json.value)) return { ok: false, problems: [{ path: '', message: 'not an event' }] };
  const forbidden = mustBeScanned(text) ? scanLine(json.value) : [];
  if (forbidden.length > 0) {
    const key = keyOf(json.value);
    return { ok: false, problems: forbidden, ...(key === undefined ? {} : { key }) };
  }
  const type = own(json.value, 'detail-type');
  if (isInboundType(type)) return parse(type, SURROGATE.test(text) ? wellFormed(json.value) : json.value);
  const wrong = anyEnvelope.safeParse(json.value);
  const key = keyOf(json.value);
  return { ok: false, problems: wrong.success ? [] : problemsOf(wrong.error), ...(key === undefined ? {} : { key }) };
};
