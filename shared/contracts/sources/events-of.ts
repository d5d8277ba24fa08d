import type { ActivityField } from '../../domain/condition/condition-fields.ts';
import type { Problem } from '../../domain/lead/facts.ts';
import type { Source } from '../../domain/source/source.ts';
import type { SourceEvent } from '../../domain/source/source-event.ts';
import { type Instant, toIso } from '../../domain/time/instant.ts';
import { readEmailAddress } from '../../fields/email-address.ts';
import { readIdentifier } from '../../fields/identifier.ts';
import { contextOf, LEAD_READERS } from '../../fields/lead-readers.ts';
import { BadRow, columnsOfValue, readValue } from '../../fields/mapping/cell-value.ts';
import { ACTIVITY_READERS } from '../events/field-readers.ts';
import { createNotes } from '../events/notes.ts';
import { readCapture } from '../events/read-capture.ts';
import { withDerived } from './derive.ts';
import { takeKnownKeys } from './known-keys.ts';
import { isNeverKept, wordOf } from './read-body.ts';
import type { SourceReader, Submission } from './source.ts';

export type Told =
  | { readonly events: readonly SourceEvent[] }
  /** Nobody is meant: what could be read all the same, for whoever mends it. */
  | { readonly id: string; readonly problems: readonly Problem[]; readonly event: SourceEvent };

interface Mapped {
  readonly lead: Readonly<Record<string, unknown>>;
  /** Keys of the body that the map has used. */
  readonly used: ReadonlySet<string>;
}

/** What the map of sources.yaml makes of the rest; a value that it cannot make is left out. */
const applyMap = (rest: Submission['rest'], { map }: Source): Mapped => {
  const keys = Object.keys(rest);
  const places = new Map(keys.map((key, index) => [key, index]));
  const cells = keys.map((key) => wordOf(rest[key]));
  const lead: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(map)) {
    try {
      const made = readValue(value, (column) => places.get(column))(cells);
      if (made !== undefined && made !== '') lead[path] = made;
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
    }
  }
  return { lead, used: new Set(Object.values(map).flatMap(columnsOfValue)) };
};

/** `person.email` and the like in their groups; what begins with `fields.` has the rest as its name. */
const inGroups = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const data: Record<string, unknown> = {};
  const groups = new Map<string, Record<string, unknown>>();
  for (const [path, value] of Object.entries(fields)) {
    const dot = path.indexOf('.');
    if (dot < 0) {
      data[path] = value;
      continue;
    }
    const head = path.slice(0, dot);
    const group = groups.get(head) ?? {};
    groups.set(head, group);
    group[path.slice(dot + 1)] = value;
    data[head] = group;
  }
  return data;
};

/** What is left over goes to `fields`, by its own key. */
const further = (rest: Submission['rest']): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(rest).flatMap(([key, value]) => (isNeverKept(key) ? [] : [[`fields.${key}`, value]])),
  );

/** All that is known of the person, by the paths of a lead's fields, as it was written. */
const writtenOf = (submission: Submission, source: Source, { knowsKeys, word }: SourceReader) => {
  const mapped = applyMap(submission.rest, source);
  const left = Object.fromEntries(Object.entries(submission.rest).filter(([key]) => !mapped.used.has(key)));
  const known = knowsKeys ? takeKnownKeys(left) : { lead: {}, rest: left };
  return {
    source: word ?? source.name,
    ...known.lead,
    ...submission.lead,
    ...mapped.lead,
    ...further(known.rest),
  };
};

/** Where a lead tells no country, its number follows the plan of the source's. */
const withPhone = (
  written: Readonly<Record<string, unknown>>,
  { country }: Source,
): Readonly<Record<string, unknown>> => {
  const phone = written['person.phone'];
  if (phone === undefined || country === undefined || written['location.country'] !== undefined) return written;
  const reading = LEAD_READERS['person.phone'](phone, contextOf(country));
  return 'value' in reading ? { ...written, 'person.phone': reading.value } : written;
};

/** Lines of a longer answer stay lines; what was cut stays cut. */
const asWritten = (written: unknown, read: unknown): unknown =>
  typeof written === 'string' && written.trim().replaceAll(/\s+/g, ' ') === read ? written.trim() : read;

/** An address stays in the letters in which it was written: whoever reads the event knows it in any. */
const addressOf = (written: unknown, read: unknown): unknown =>
  typeof written === 'string' && /^[^\s<>",;:]+@[^\s<>",;:]+$/.test(written.trim()) ? written.trim() : read;

const fieldsOf = (
  written: Readonly<Record<string, unknown>>,
  source: Source,
): Readonly<Record<string, unknown>> | undefined => {
  const reading = readCapture(inGroups(written), createNotes());
  if ('problems' in reading) return undefined;
  const fields = Object.fromEntries(
    Object.entries(reading.read().fields).map(([path, value]) => {
      if (path === 'person.email') return [path, addressOf(written[path], value)];
      return [path, path.startsWith('fields.') ? asWritten(written[path], value) : value];
    }),
  );
  return withDerived(fields, source);
};

const usable = (written: Readonly<Record<string, unknown>>) => {
  const address = readEmailAddress(written['person.email']);
  const visitor = readIdentifier(written.visitorId);
  return {
    ...('value' in address ? { email: addressOf(written['person.email'], address.value.address) } : {}),
    ...('value' in visitor ? { visitorId: visitor.value } : {}),
    problem: 'problem' in address ? (address.problem ?? 'is no address') : 'is missing',
  };
};

/** A field of an activity, where it can be read as one. */
const ofActivity = (name: ActivityField, value: unknown): Readonly<Record<string, string>> => {
  const reading = ACTIVITY_READERS[name](value);
  return 'value' in reading ? { [name]: reading.value } : {};
};

/**
 * The events of one submission: a capture, then what the person did by it; each with an id of its own, so that neither
 * is taken for the other's repetition. Without an address and a browser nobody is meant: the problem is told in the
 * source's own terms.
 */
export const eventsOf = (submission: Submission, source: Source, reader: SourceReader, receivedAt: Instant): Told => {
  const written = withPhone(writtenOf(submission, source, reader), source);
  const { email, visitorId, problem } = usable(written);
  const at = submission.at ?? receivedAt;
  const event = (type: SourceEvent['detail-type'], id: string, when: Instant, data: SourceEvent['detail']['data']) => ({
    source: source.name,
    'detail-type': type,
    detail: { metadata: { id, version: 1 as const, occurredAt: toIso(when) }, data },
  });
  if (email === undefined && visitorId === undefined) {
    const told = event('LeadCaptured', submission.id, at, inGroups(written));
    return { id: submission.id, problems: [{ path: submission.addressAt, message: problem }], event: told };
  }
  const fields = submission.withoutCapture === true ? undefined : fieldsOf(written, source);
  const { activity } = submission;
  const kind = activity && (activity.kind ?? source.activity ?? reader.activity);
  return {
    events: [
      ...(fields === undefined ? [] : [event('LeadCaptured', submission.id, at, inGroups(fields))]),
      ...(activity === undefined
        ? []
        : [
            event('LeadActivityRecorded', fields === undefined ? submission.id : `${submission.id}.2`, at, {
              ...(email === undefined ? { visitorId } : { email }),
              kind: reader.activity,
              ...ofActivity('kind', kind),
              ...ofActivity('title', activity.title),
              ...ofActivity('url', activity.url),
            }),
          ]),
    ],
  };
};
