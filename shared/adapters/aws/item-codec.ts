import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { documentSchemas, isDocumentType } from '../../contracts/documents/documents.ts';
import { factEventSchema } from '../../contracts/documents/fact-event.ts';
import { jsonText } from '../../contracts/json-text.ts';
import * as z from '../../contracts/zod.ts';
import type { DocumentType } from '../../domain/documents.ts';
import type { FactEvent } from '../../domain/lead/fact-event.ts';
import { nameOf } from '../../ports/snapshot.ts';
import type { Key, Stored, Write } from '../../ports/store.ts';
import { StoreError } from '../../ports/store-error.ts';

export type Item = Record<string, AttributeValue>;

/** Raise it when a document changes so that older ones no longer parse, together with what upgrades those. */
export const SCHEMA_VERSION = 1;

/** Sort key of a document; its facts lie beside it. */
export const DOCUMENT = 'doc';

const SEQUENCE_DIGITS = 12;
export const LAST_SEQUENCE = 10 ** SEQUENCE_DIGITS - 1;

/** Padded, so that facts sort by their sequence. */
export const factSortKey = (sequence: number): string => `fact#${String(sequence).padStart(SEQUENCE_DIGITS, '0')}`;

/** The key whose name is a document's partition key. */
export const keyOf = (pk: string): Key => {
  const cut = pk.indexOf('#');
  const type = pk.slice(0, cut);
  if (!isDocumentType(type)) throw unreadable(`document of type ${type}`, 'it is none of ours');
  return { type, id: pk.slice(cut + 1) };
};

/** How errors name a document: an identity's id is an e-mail address, which does not belong in logs. */
export const labelOf = (key: Key): string => (key.type === 'identity' ? 'an identity' : nameOf(key).slice(0, 100));

const unreadable = (what: string, why: string): StoreError =>
  new StoreError('unreadable', `Cannot read ${what}: ${why}. Deploy the version that wrote it.`);

/** As a native map, so that the table can be read and queried by hand. */
export const encodeBody = (value: Write['value']): AttributeValue => ({
  // A number beyond 2^53 has lost its last digits before it comes here; it is no reason to lose the lead.
  M: marshall({ ...value }, { removeUndefinedValues: true, allowImpreciseNumbers: true }),
});

const documentItem = z.object({ version: z.int().check(z.positive()), schemaVersion: z.int(), body: z.unknown() });

export const decodeDocument = <T extends DocumentType>(key: Key<T>, item: Item): Stored<T> => {
  const envelope = documentItem.safeParse(unmarshall(item, { wrapNumbers: Number }));
  if (!envelope.success) throw unreadable(labelOf(key), z.prettifyError(envelope.error));
  const { version, schemaVersion, body } = envelope.data;
  if (schemaVersion !== SCHEMA_VERSION) {
    throw unreadable(labelOf(key), `schema version ${schemaVersion}, not ${SCHEMA_VERSION}`);
  }
  const value = documentSchemas[key.type].safeParse(body);
  if (!value.success) throw unreadable(labelOf(key), z.prettifyError(value.error));
  return { key, version, value: value.data };
};

export const encodeFact = (event: FactEvent): AttributeValue => ({ S: JSON.stringify(event) });

const factJson = z.pipe(jsonText, factEventSchema);

export const decodeFact = (key: Key, text: string | undefined): FactEvent => {
  const event = factJson.safeParse(text);
  if (!event.success) throw unreadable(`a fact of ${labelOf(key)}`, z.prettifyError(event.error));
  return event.data;
};
