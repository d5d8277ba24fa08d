import type { AttributeValue, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { commitItems } from '../../shared/adapters/aws/commit-items.ts';
import { indexAttributes } from '../../shared/adapters/aws/index-attributes.ts';
import { nameOf } from '../../shared/ports/snapshot.ts';
import type { Key, Store, Write } from '../../shared/ports/store.ts';

const WRITE_BYTES = 1_024;
const READ_BYTES = 4_096;

/** Each look at an index asks sixteen partitions, and each answers half a unit at least. */
const INDEX_LOOK_UNITS = 8;

/** What a table was asked for. */
export interface TableUse {
  readonly writeUnits: number;
  readonly readUnits: number;
}

const attributeBytes = (value: AttributeValue): number => {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return Math.ceil(value.N.length / 2) + 1;
  if (value.L !== undefined) return value.L.reduce((sum, one) => sum + 1 + attributeBytes(one), 3);
  return 1;
};

const itemBytes = (item: Readonly<Record<string, AttributeValue>>): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + name.length + attributeBytes(value), 0);

/** The item as it is after the write, or nearly: an update leaves alone a number or two that are not seen here. */
const bytesOf = ({ Put, Update }: TransactWriteItem): number => {
  if (Put?.Item !== undefined) return itemBytes(Put.Item);
  const values = Object.entries(Update?.ExpressionAttributeValues ?? {}).filter(([name]) => !name.startsWith(':was_'));
  return itemBytes({ ...Update?.Key, ...Object.fromEntries(values) });
};

const units = (bytes: number, each: number): number => Math.max(1, Math.ceil(bytes / each));

/** Counts what the table of a store would charge, by the very items that its adapter would write. */
export const meterTable = (store: Store) => {
  let [writeUnits, readUnits] = [0, 0];
  const sizes = new Map<string, number>();
  const places = new Map<string, Readonly<Record<string, string | undefined>>>();

  /** An index holds keys alone: it is written where one comes, goes or changes, which is both. */
  const moveInIndexes = (name: string, now: Readonly<Record<string, string | undefined>>): void => {
    const before = places.get(name) ?? {};
    for (const partition of new Set([...Object.keys(before), ...Object.keys(now)])) {
      if (before[partition] === now[partition]) continue;
      writeUnits += (before[partition] === undefined ? 0 : 1) + (now[partition] === undefined ? 0 : 1);
    }
    places.set(name, now);
  };

  /** One place in each index: its partition and sort key as one text. */
  const placesOf = (write: Write): Readonly<Record<string, string | undefined>> => {
    const attributes = Object.entries(indexAttributes(write)).filter(([, value]) => value !== undefined);
    const joined: Record<string, string> = {};
    for (const [name, value] of attributes) {
      const index = name.replace(/(Pk|Sk)$/, '');
      joined[index] = `${joined[index] ?? ''} ${value}`;
    }
    if ((write.events ?? []).length > 0) joined.unpublished = nameOf(write.key);
    return joined;
  };

  const written = (writes: readonly Write[]): void => {
    commitItems('table', writes).forEach((item, index) => {
      const bytes = bytesOf(item);
      const write = writes[index];
      if (write === undefined) {
        writeUnits += 2 * units(bytes, WRITE_BYTES);
        return;
      }
      const name = nameOf(write.key);
      // An update is charged by the larger of before and after.
      writeUnits += 2 * units(Math.max(bytes, sizes.get(name) ?? 0), WRITE_BYTES);
      sizes.set(name, bytes);
      moveInIndexes(name, placesOf(write));
    });
  };

  const marked = (key: Key): void => {
    const name = nameOf(key);
    writeUnits += units(sizes.get(name) ?? 0, WRITE_BYTES);
    const { unpublished: _, ...left } = places.get(name) ?? {};
    moveInIndexes(name, left);
  };

  const metered: Store = {
    ...store,
    load: (keys) => {
      for (const key of keys) readUnits += units(sizes.get(nameOf(key)) ?? 0, READ_BYTES);
      return store.load(keys);
    },
    commit: async (writes) => {
      const result = await store.commit(writes);
      if (result === 'ok') written(writes);
      return result;
    },
    markPublished: (key, from, to) => {
      marked(key);
      return store.markPublished(key, from, to);
    },
    waiting: (territory, limit) => {
      readUnits += INDEX_LOOK_UNITS;
      return store.waiting(territory, limit);
    },
    ownedBy: (rep, limit) => {
      readUnits += 1;
      return store.ownedBy(rep, limit);
    },
  };
  return { store: metered, use: (): TableUse => ({ writeUnits, readUnits }) };
};
