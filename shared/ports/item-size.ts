import type { FactEvent } from '../domain/lead/fact-event.ts';
import { nameOf } from './snapshot.ts';
import type { Write } from './store.ts';

/** Keys, versions, expiry and places in the indexes. */
const ENVELOPE_BYTES = 1_024;

/** What a list or a map costs beside what it holds, and each of its entries. */
const CONTAINER_BYTES = 3;
const ENTRY_BYTES = 1;

/** What a value takes in a table, as DynamoDB counts: names and texts in UTF-8, two digits of a number in a byte. */
export const valueBytes = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 1;
  if (typeof value !== 'object' || value === null) return 1;
  if (Array.isArray(value)) {
    return value.reduce<number>((sum, item) => sum + ENTRY_BYTES + valueBytes(item), CONTAINER_BYTES);
  }
  return Object.entries(value).reduce(
    (sum, [name, item]) => (item === undefined ? sum : sum + ENTRY_BYTES + Buffer.byteLength(name) + valueBytes(item)),
    CONTAINER_BYTES,
  );
};

/** The fact as it is stored, and about what its entry on the bus takes. */
export const factBytes = (event: FactEvent): number => Buffer.byteLength(JSON.stringify(event));

/** The bytes of each item of a write: the document with the facts that it has still to publish, then each fact. */
export const itemBytes = (write: Write): readonly number[] => {
  const keyBytes = Buffer.byteLength(nameOf(write.key));
  const facts = (write.events ?? []).map(factBytes);
  const outbox = facts.reduce((sum, bytes) => sum + ENTRY_BYTES + bytes, CONTAINER_BYTES);
  return [
    ENVELOPE_BYTES + keyBytes + valueBytes(write.value) + outbox,
    ...facts.map((bytes) => ENVELOPE_BYTES + keyBytes + bytes),
  ];
};
