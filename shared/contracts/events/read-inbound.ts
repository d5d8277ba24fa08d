import type { IgnoredField, Problem } from '../../domain/lead/facts.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { InboundType } from '../../domain/vocabulary/inbound-types.ts';
import { MAX_IDENTIFIER } from '../../fields/identifier.ts';
import { readInstant } from '../../fields/instant.ts';
import type * as z from '../zod.ts';
import { keyFrom, keyOf, readJson, readMetadataId } from './event-key.ts';
import { inboundEnvelope } from './inbound-envelope.ts';
import { groupAt, isTree, own, type Tree } from './json-tree.ts';
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

const problemsOf = (error: z.core.$ZodError): readonly Problem[] =>
  error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));

const refused = (problems: readonly Problem[], line?: unknown): Refused => {
  const key = keyOf(line);
  return { ok: false, problems, ...(key === undefined ? {} : { key }) };
};

/** When an event occurred that does not say it: what is of the future counts as of now, which is when it arrives. */
const ON_ARRIVAL = Date.UTC(9999, 11, 31);

const headOf = ({ id, source, time, detail }: z.output<typeof inboundEnvelope>, notes: Notes): Head => {
  const metadata = groupAt(detail, 'metadata', notes);
  const known = notes.take('metadata.id', readMetadataId(own(metadata, 'id'))) ?? id;
  const said = notes.take('metadata.occurredAt', readInstant(own(metadata, 'occurredAt')));
  return {
    key: keyFrom(source, known),
    // Half a pair of UTF-16, such as is left where an emoji is cut in two: no table keeps it.
    id: known.slice(0, MAX_IDENTIFIER).toWellFormed(),
    occurredAt: said ?? time ?? ON_ARRIVAL,
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

/** An event that can be used; called, it reads what else the event tells. */
type Usable = () => Inbound;

const usableOf = (type: InboundType, head: Head, data: Tree, notes: Notes): Usable | readonly Problem[] => {
  const readAs = <T extends InboundType>(as: T): (() => InboundOf<T>) | readonly Problem[] => {
    const reading = READERS[as](data, notes);
    if ('problems' in reading) return reading.problems;
    const { email, read } = reading;
    return () => ({ type: as, ...head, ...(email === undefined ? {} : { email }), data: read() });
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

/** `text` is the line as JSON. */
const openLine = (line: Tree, text: string, notes: Notes): Usable | readonly Problem[] => {
  const forbidden = mustBeScanned(text) ? scanLine(line) : [];
  if (forbidden.length > 0) return forbidden;
  const envelope = inboundEnvelope.safeParse(line);
  if (!envelope.success) return problemsOf(envelope.error);
  const { 'detail-type': type, detail } = envelope.data;
  return usableOf(type, headOf(envelope.data, notes), detail.data, notes);
};

const isTooLarge = (text: string): boolean =>
  text.length > MAX_EVENT_BYTES || Buffer.byteLength(text) > MAX_EVENT_BYTES;

const TOO_LARGE: readonly Problem[] = [{ path: '', message: `larger than ${MAX_EVENT_BYTES / 1024} KB` }];

/**
 * Reads one event as a queue holds it. Whatever the text is, the answer is an event with what was left out of it, or
 * the problems for which nothing of it can be used, with their paths.
 */
export const readInbound = (text: string): Reading => {
  if (isTooLarge(text)) return refused(TOO_LARGE);
  const json = readJson(text);
  if (json === undefined) return refused([{ path: '', message: 'not JSON' }]);
  const line = json.value;
  if (!isTree(line)) return refused([{ path: '', message: 'not an event' }]);
  const notes = createNotes();
  const opened = openLine(line, text, notes);
  return typeof opened === 'function' ? { ok: true, event: opened(), ignored: notes.ignored } : refused(opened, line);
};

/**
 * The problems for which `readInbound` would refuse an event, none if it would take it. Only what decides that is
 * read. `text` is the event as JSON.
 */
export const problemsOfEvent = (event: Tree, text: string): readonly Problem[] => {
  if (isTooLarge(text)) return TOO_LARGE;
  const opened = openLine(event, text, createNotes());
  return typeof opened === 'function' ? [] : opened;
};
