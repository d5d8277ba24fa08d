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

/** Of one in UTF-16: UTF-8 takes up to three bytes, an escape of JSON six. */
const CHARACTER_BYTES = 6;

/** The longest number has 24 digits and marks. */
const SCALAR_BYTES = 32;

/** What stands around a name and its value in JSON: two marks, a colon, a comma. */
const NAME_BYTES = 5;

const isContainer = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const mostBytesOfLeaf = (value: unknown): number =>
  typeof value === 'string' ? CONTAINER_BYTES + CHARACTER_BYTES * value.length : SCALAR_BYTES;

/**
 * Never less than a value takes in a table or as JSON, and quick to know, for nothing is written. Nearly all that is
 * kept is far below every limit; only what may not be is counted.
 */
export const mostBytes = (value: unknown): number => {
  if (!isContainer(value)) return mostBytesOfLeaf(value);
  let sum = CONTAINER_BYTES;
  // What holds nothing is counted here, without a call of its own: most is such.
  if (Array.isArray(value)) {
    for (const item of value) sum += ENTRY_BYTES + (isContainer(item) ? mostBytes(item) : mostBytesOfLeaf(item));
    return sum;
  }
  // No list of the names or of the values is made: that would take longer than to count them.
  for (const name in value) {
    const item = value[name];
    sum += NAME_BYTES + CHARACTER_BYTES * name.length + (isContainer(item) ? mostBytes(item) : mostBytesOfLeaf(item));
  }
  return sum;
};

/** Never less than what a document takes more than before: what both share is one value, and not gone through. */
export const mostBytesOfChange = (before: unknown, after: unknown): number => {
  if (!isContainer(before) || !isContainer(after)) return mostBytes(after);
  let sum = 0;
  for (const name in after) {
    const item = after[name];
    if (item !== before[name]) sum += NAME_BYTES + CHARACTER_BYTES * name.length + mostBytes(item);
  }
  return sum;
};

/** Never less than all items of a write take together; `ofValue` is never less than the document takes. */
export const mostBytesOf = ({ key, events = [] }: Write, ofValue: number): number => {
  const each = ENVELOPE_BYTES + CHARACTER_BYTES * nameOf(key).length;
  return (1 + events.length) * each + ofValue + 2 * mostBytes(events);
};
