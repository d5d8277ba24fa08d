import type * as z from 'zod';
import type { IgnoredField, Problem } from '../../domain/lead/facts.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { InboundType } from '../../domain/vocabulary/inbound-types.ts';
import { MAX_IDENTIFIER } from '../../fields/identifier.ts';
import { readInstant as readAnyInstant } from '../../fields/instant.ts';
import { inboundEnvelope } from './inbound.ts';
import { isTree, own, type Tree } from './json-tree.ts';
import { createNotes, type Notes } from './notes.ts';
import { type ActivityData, readActivity } from './read-activity.ts';
import {
  type AnswerData,
  type AttemptData,
  type ClosingData,
  type ContactData,
  type OwnerChangeData,
  readAnswer,
  readAttempt,
  readClosing,
  readContact,
  readOwnerChange,
} from './read-answer.ts';
import { type AvailabilityData, readAvailability } from './read-availability.ts';
import { type CaptureData, type DataReading, readCapture } from './read-capture.ts';
import { readInstant } from './read-instant.ts';
import { MAX_EVENT_BYTES, mustBeScanned, scanLine } from './scan-line.ts';

interface DataByType {
  readonly LeadCaptured: CaptureData;
  readonly LeadActivityRecorded: ActivityData;
  readonly RepAnswered: AnswerData;
  readonly LeadContacted: ContactData;
  readonly ContactAttempted: AttemptData;
  readonly LeadClosed: ClosingData;
  readonly LeadOwnerChanged: OwnerChangeData;
  readonly RepAvailabilityChanged: AvailabilityData;
}

/** An inbound event, read; `key` is what makes a second delivery known. */
export type Inbound = { [T in InboundType]: InboundOf<T> }[InboundType];

export interface InboundOf<T extends InboundType> extends Head {
  readonly type: T;
  /** The lead's identity, as `readEmailAddress` gives it. */
  readonly email?: string;
  readonly data: DataByType[T];
}

interface Head {
  readonly key: string;
  /** Cut, where it is longer than any id of ours: facts name it as what caused them. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly occurredAt: Instant;
}

interface Refused {
  readonly ok: false;
  readonly problems: readonly Problem[];
  readonly key?: string;
}

export type Reading =
  /** `ignored`: what of the event was cut or left out. */
  { readonly ok: true; readonly event: Inbound; readonly ignored: readonly IgnoredField[] } | Refused;

const problemsOf = (error: z.ZodError): readonly Problem[] =>
  error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));

/** Unambiguous, whatever the two hold. */
const keyFrom = (source: string, id: string): string => JSON.stringify([source, id]);

/** How a second delivery of the same event is known, where enough of it can be read. */
const keyOf = (line: unknown): string | undefined => {
  const source = own(line, 'source');
  const id = own(own(own(line, 'detail'), 'metadata'), 'id') ?? own(line, 'id');
  return typeof source === 'string' && typeof id === 'string' && id !== '' ? keyFrom(source, id) : undefined;
};

const refused = (problems: readonly Problem[], line?: unknown): Refused => {
  const key = keyOf(line);
  return { ok: false, problems, ...(key === undefined ? {} : { key }) };
};

/** When an event occurred that does not say it: what is of the future counts as of now, which is when it arrives. */
const ON_ARRIVAL = Date.UTC(9999, 11, 31);

const headOf = ({ id, source, time, detail }: z.output<typeof inboundEnvelope>, notes: Notes): Head => {
  const own = detail.metadata?.id ?? id;
  const said = notes.take('metadata.occurredAt', readAnyInstant(detail.metadata?.occurredAt));
  return {
    key: keyFrom(source, own),
    // Half a pair of UTF-16, such as is left where an emoji is cut in two: no table keeps it.
    id: own.slice(0, MAX_IDENTIFIER).toWellFormed(),
    occurredAt: said ?? readInstant(time) ?? ON_ARRIVAL,
  };
};

const READERS: { readonly [T in InboundType]: (data: Tree, notes: Notes) => DataReading<DataByType[T]> } = {
  LeadCaptured: readCapture,
  LeadActivityRecorded: readActivity,
  RepAnswered: readAnswer,
  LeadContacted: readContact,
  ContactAttempted: readAttempt,
  LeadClosed: readClosing,
  LeadOwnerChanged: readOwnerChange,
  RepAvailabilityChanged: readAvailability,
};

const eventOf = (type: InboundType, head: Head, data: Tree, notes: Notes): Inbound | readonly Problem[] => {
  const readAs = <T extends InboundType>(as: T): InboundOf<T> | readonly Problem[] => {
    const reading = READERS[as](data, notes);
    return 'problems' in reading ? reading.problems : { ...head, type: as, ...reading };
  };
  switch (type) {
    case 'LeadCaptured':
      return readAs(type);
    case 'LeadActivityRecorded':
      return readAs(type);
    case 'RepAnswered':
      return readAs(type);
    case 'LeadContacted':
      return readAs(type);
    case 'ContactAttempted':
      return readAs(type);
    case 'LeadClosed':
      return readAs(type);
    case 'LeadOwnerChanged':
      return readAs(type);
    case 'RepAvailabilityChanged':
      return readAs(type);
  }
};

const isRefusal = (event: Inbound | readonly Problem[]): event is readonly Problem[] => Array.isArray(event);

const readJson = (text: string): { readonly value: unknown } | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    return undefined;
  }
};

/**
 * Reads one event as a queue holds it. Whatever the text is, the answer is an event with what was left out of it, or
 * the problems for which nothing of it can be used, with their paths.
 */
export const readInbound = (text: string): Reading => {
  if (text.length > MAX_EVENT_BYTES || Buffer.byteLength(text) > MAX_EVENT_BYTES)
    return refused([{ path: '', message: `larger than ${MAX_EVENT_BYTES / 1024} KB` }]);
  const json = readJson(text);
  if (json === undefined) return refused([{ path: '', message: 'not JSON' }]);
  const line = json.value;
  if (!isTree(line)) return refused([{ path: '', message: 'not an event' }]);
  const forbidden = mustBeScanned(text) ? scanLine(line) : [];
  if (forbidden.length > 0) return refused(forbidden, line);
  const envelope = inboundEnvelope.safeParse(line);
  if (!envelope.success) return refused(problemsOf(envelope.error), line);
  const notes = createNotes();
  const { 'detail-type': type, detail } = envelope.data;
  const event = eventOf(type, headOf(envelope.data, notes), detail.data, notes);
  return isRefusal(event) ? refused(event, line) : { ok: true, event, ignored: notes.ignored };
};
