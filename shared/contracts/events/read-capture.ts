import type { Fields, Scalar } from '../../domain/condition/condition.ts';
import { isLeadField, type LeadField } from '../../domain/condition/condition-fields.ts';
import type { Problem } from '../../domain/lead/facts.ts';
import { tidy } from '../../fields/characters.ts';
import { domainOfAddress } from '../../fields/domain.ts';
import { readEmailAddress } from '../../fields/email-address.ts';
import { MAX_IDENTIFIER, readIdentifier } from '../../fields/identifier.ts';
import { addressIn, contextOf, LEAD_READERS, type ReadingContext } from '../../fields/lead-readers.ts';
import { isKeptUnread, UNREAD } from '../../fields/read-with-country.ts';
import { ABSENT, type Reading } from '../../fields/reading.ts';
import { readFurther } from '../../fields/text.ts';
import { groupAt, own, type Tree } from './json-tree.ts';
import type { Notes } from './notes.ts';

/** What a LeadCaptured tells. */
export interface CaptureData {
  /** By dotted path; what says nothing is not there. */
  readonly fields: Fields;
  /** The registrable domain of the address; absent for free mail. */
  readonly addressDomain?: string;
  readonly visitorId?: string;
}

/**
 * Data that can be used, with the lead's identity, or why they cannot. Whether they can is known first: the rest is
 * read when `read` is called, once.
 */
export type DataReading<D> =
  | { readonly email?: string; readonly read: () => D }
  | { readonly problems: readonly Problem[] };

export const refusedAt = (name: string, message: string): { readonly problems: readonly Problem[] } => ({
  problems: [{ path: `detail.data.${name}`, message }],
});

/** A lead with all of its fields must fit into one item of the table. */
const MAX_FURTHER = 100;

/** Where a field stands in the data: in a group, or at the top. */
interface Place {
  readonly path: LeadField;
  readonly head: string;
  readonly name?: string;
}

const placeOf = (path: LeadField): Place => {
  const [head = '', name] = path.split('.');
  return { path, head, ...(name === undefined ? {} : { name }) };
};

const PLACES = Object.keys(LEAD_READERS).filter(isLeadField).map(placeOf);

const EMAIL = placeOf('person.email');
const VISITOR = placeOf('visitorId');
const COUNTRY = placeOf('location.country');

type ValueAt = (place: Place) => unknown;

const valuesOf = (data: Tree, notes: Notes): ValueAt => {
  const groups = new Map<string, Tree>();
  return ({ head, name }) => {
    if (name === undefined) return own(data, head);
    const group = groups.get(head) ?? groupAt(data, head, notes);
    groups.set(head, group);
    return own(group, name);
  };
};

/** The first hundred that say something, by their names. */
const readFurtherFields = (data: Tree, into: Record<string, Scalar>, notes: Notes): void => {
  let kept = 0;
  let tooMany = 0;
  for (const [written, value] of Object.entries(groupAt(data, 'fields', notes))) {
    const name = tidy(written);
    if (name === '') continue;
    if ([...name].length > MAX_IDENTIFIER) {
      notes.add('fields', `a name longer than ${MAX_IDENTIFIER} characters`);
      continue;
    }
    if (kept === MAX_FURTHER) {
      tooMany += 1;
      continue;
    }
    const read = notes.take(`fields.${name}`, readFurther(value));
    if (read === undefined) continue;
    into[`fields.${name}`] = read;
    kept += 1;
  }
  if (tooMany > 0) notes.add('fields', `more than ${MAX_FURTHER}: ${tooMany} left out`);
};

/** What was read before all others. */
type Known = { readonly [path in LeadField]?: Reading<Scalar> };

const readFields = (valueAt: ValueAt, context: ReadingContext, known: Known, notes: Notes): Record<string, Scalar> => {
  const fields: Record<string, Scalar> = {};
  for (const place of PLACES) {
    const { path } = place;
    const written = valueAt(place);
    if (written === undefined) continue;
    const value = notes.take(path, known[path] ?? LEAD_READERS[path](written, context));
    if (value !== undefined) fields[path] = value;
  }
  return fields;
};

/** Without a country a postal code is what it looks like, and may have lost something. */
const isReadWell = (path: keyof typeof UNREAD, written: Scalar, fields: Fields): boolean => {
  const { [path]: value } = fields;
  if (path !== 'location.postalCode' || fields['location.country'] !== undefined) return value !== undefined;
  return value === String(written).toUpperCase();
};

/**
 * What somebody wrote for a place that cannot be read, or not without the country: a person may still make something of
 * it, and so may we, once the country is known.
 */
const keepUnread = ({ path, ...place }: Place, valueAt: ValueAt, fields: Record<string, Scalar>): void => {
  if (!isKeptUnread(path)) return;
  const reading = readFurther(valueAt({ path, ...place }));
  if (!('value' in reading) || isReadWell(path, reading.value, fields)) return;
  const kept = UNREAD[path];
  if (fields[kept] === undefined) fields[kept] = reading.value;
};

/** Reads who a person is, known by an address or by a browser: every field that can be read, whatever the others hold. */
export const readCapture = (data: Tree, notes: Notes): DataReading<CaptureData> => {
  const valueAt = valuesOf(data, notes);
  const address = readEmailAddress(valueAt(EMAIL));
  const visitor = readIdentifier(valueAt(VISITOR));
  if (!('value' in address) && !('value' in visitor))
    return refusedAt('person.email', 'problem' in address ? (address.problem ?? '') : 'is missing');
  const read = (): CaptureData => {
    const written = valueAt(COUNTRY);
    const country = notes.take('location.country', LEAD_READERS['location.country'](written, contextOf(undefined)));
    const context = contextOf(typeof country === 'string' ? country : undefined);
    // What was lost of the country is noted already.
    const known: Known = {
      'person.email': addressIn(address),
      visitorId: visitor,
      'location.country': country === undefined ? ABSENT : { value: country },
    };
    const fields = readFields(valueAt, context, known, notes);
    readFurtherFields(data, fields, notes);
    for (const place of PLACES) keepUnread(place, valueAt, fields);
    const domain = 'value' in address ? domainOfAddress(address.value.address, context) : ABSENT;
    return {
      fields,
      ...('value' in domain ? { addressDomain: domain.value } : {}),
      ...('value' in visitor ? { visitorId: visitor.value } : {}),
    };
  };
  return { read, ...('value' in address ? { email: address.value.identity } : {}) };
};
