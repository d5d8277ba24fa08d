import { fitsBus, MAX_FACT_BYTES } from './bus-rules.ts';
import { itemBytes, mostBytes, mostBytesOf } from './item-size.ts';
import { isSameKey } from './snapshot.ts';
import type { Key, Write } from './store.ts';
import { StoreError } from './store-error.ts';

/*
 * What every store refuses, so that a simulation fails where production would. The numbers are AWS's:
 * keys in a batch, actions in a transaction, bytes of an item and of a transaction.
 */
const MAX_KEYS = 100;
const MAX_ITEMS = 100;
export const MAX_ITEM_BYTES = 400 * 1024;
const MAX_COMMIT_BYTES = 4 * 1024 * 1024;

const tooLarge = (what: string, most: number, todo: string): StoreError =>
  new StoreError('too-large', `${what}, and ${most / 1024} KB are the most. ${todo}`);

const isSmall = (writes: readonly Write[], ofValues: readonly number[]): boolean => {
  const most = writes.map((write, index) => mostBytesOf(write, ofValues[index] ?? mostBytes(write.value)));
  return most.every((bytes) => bytes <= MAX_FACT_BYTES) && most.reduce((sum, of) => sum + of, 0) <= MAX_COMMIT_BYTES;
};

const checkBytes = (writes: readonly Write[], ofValues: readonly number[]): void => {
  if (isSmall(writes, ofValues)) return;
  let all = 0;
  for (const write of writes) {
    const bytes = itemBytes(write);
    all += bytes.reduce((sum, of) => sum + of, 0);
    const largest = Math.max(...bytes);
    if (largest > MAX_ITEM_BYTES) {
      throw tooLarge(`A ${write.key.type} or a fact of it takes ${largest} bytes`, MAX_ITEM_BYTES, 'Keep less in it.');
    }
    // An item takes more than its entry on the bus: most facts need not be counted twice.
    const unpublishable = write.events?.find(
      (event, index) => (bytes[index + 1] ?? 0) > MAX_FACT_BYTES && !fitsBus(event),
    );
    if (unpublishable !== undefined) {
      throw tooLarge(`No bus takes a ${unpublishable.type} of this size`, MAX_FACT_BYTES, 'Tell less in it.');
    }
  }
  if (all > MAX_COMMIT_BYTES) {
    throw tooLarge(`A commit takes ${all} bytes`, MAX_COMMIT_BYTES, 'Decide fewer leads together.');
  }
};

export const checkLoad = (keys: readonly Key[]): void => {
  if (keys.length <= MAX_KEYS) return;
  throw new StoreError('too-many-items', `${keys.length} keys, and a load takes ${MAX_KEYS}. Load them in parts.`);
};

/** A document is one item, each of its facts another. `ofValues`: never less than each document takes, where that is known. */
export const checkCommit = (writes: readonly Write[], ofValues: readonly number[] = []): void => {
  const items = writes.reduce((sum, { events = [] }) => sum + 1 + events.length, 0);
  if (items > MAX_ITEMS) {
    throw new StoreError(
      'too-many-items',
      `${writes.length} documents and their facts are ${items} items, and a commit takes ${MAX_ITEMS}. Decide fewer leads together.`,
    );
  }
  const twice = writes.find(({ key }, index) => writes.some((other, at) => at < index && isSameKey(other.key, key)));
  if (twice !== undefined) {
    throw new StoreError(
      'duplicate-document',
      `A commit writes one ${twice.key.type} twice. Decide what it shall be first.`,
    );
  }
  writes.forEach(factsBefore);
  checkBytes(writes, ofValues);
};

/** How many facts the document has before those of the write. */
export const factsBefore = ({ key, expectedVersion, events = [] }: Write): number => {
  const sequences = events.map(({ detail }) => detail.sequence);
  const from = (sequences[0] ?? 1) - 1;
  const follows = sequences.every((sequence, i) => (sequence ?? i + 1) === from + i + 1);
  // Facts without a sequence, those of a refusal, have a place only as a document's first.
  const placed = expectedVersion === 0 ? from === 0 : !sequences.includes(undefined);
  if (follows && placed) return from;
  throw new StoreError(
    'facts-out-of-sequence',
    `Facts ${sequences.map((sequence) => sequence ?? 'without a sequence').join(', ')} of a ${key.type} at version ` +
      `${expectedVersion} leave a gap. Take their places from the document that was loaded.`,
  );
};
