import type { AttributeValue, TransactWriteItem, Update } from '@aws-sdk/client-dynamodb';
import { TABLE_LAYOUT } from '../../contracts/documents/table-layout.ts';
import { nameOf } from '../../ports/snapshot.ts';
import type { Write } from '../../ports/store.ts';
import { factsBefore } from '../../ports/store-rules.ts';
import { indexAttributes, indexPartition, shardOf } from './index-attributes.ts';
import { DOCUMENT, encodeBody, encodeFact, factSortKey, type Item, SCHEMA_VERSION } from './item-codec.ts';

const { indexes, partitionKey, timeToLive } = TABLE_LAYOUT;

interface Change {
  /** Replaced; removed where undefined. */
  readonly set: Readonly<Record<string, AttributeValue | undefined>>;
  /** Set where there is none. */
  readonly setOnce: Item;
  /** What must be there now; a new item where there is nothing to be. */
  readonly was: Item;
}

const expressionsOf = ({ set, setOnce, was }: Change): Omit<Update, 'TableName' | 'Key'> => {
  const values: Item = {};
  const bind = (prefix: string, attributes: Change['set'], render: (name: string, bound: string) => string): string[] =>
    Object.entries(attributes).flatMap(([name, value]) => {
      if (value === undefined) return [];
      values[`:${prefix}${name}`] = value;
      return [render(`#${name}`, `:${prefix}${name}`)];
    });
  const sets = [
    ...bind('', set, (name, bound) => `${name} = ${bound}`),
    ...bind('once_', setOnce, (name, bound) => `${name} = if_not_exists(${name}, ${bound})`),
  ];
  const removes = Object.keys(set).filter((name) => set[name] === undefined);
  const conditions = bind('was_', was, (name, bound) => `${name} = ${bound}`);
  return {
    UpdateExpression: `SET ${sets.join(', ')}${removes.length === 0 ? '' : ` REMOVE #${removes.join(', #')}`}`,
    ConditionExpression: conditions.join(' AND ') || `attribute_not_exists(${partitionKey})`,
    ExpressionAttributeNames: Object.fromEntries(
      Object.keys({ ...set, ...setOnce, ...was }).map((name) => [`#${name}`, name]),
    ),
    ExpressionAttributeValues: values,
  };
};

const text = (value: string | undefined): AttributeValue | undefined =>
  value === undefined ? undefined : { S: value };
const number = (value: number): AttributeValue => ({ N: String(value) });

const expiry = ({ expiresAt }: Write): AttributeValue | undefined =>
  expiresAt === undefined ? undefined : number(Math.ceil(expiresAt / 1000));

/*
 * An update and no put: a commit without facts must leave alone what an earlier one has still to
 * publish (`sequence`, `published` and the place in the index), and does not know it.
 */
const documentItem = (tableName: string, write: Write): TransactWriteItem => {
  const { key, expectedVersion, events = [], value } = write;
  const first = events[0];
  const from = factsBefore(write);
  const always = {
    version: number(expectedVersion + 1),
    schemaVersion: number(SCHEMA_VERSION),
    body: encodeBody(value),
    [timeToLive]: expiry(write),
    ...Object.fromEntries(Object.entries(indexAttributes(write)).map(([name, at]) => [name, text(at)])),
  };
  const change: Change =
    first === undefined
      ? {
          set: { ...always, outbox: undefined, outboxFrom: undefined },
          setOnce: { sequence: number(0), published: number(0) },
          was: expectedVersion === 0 ? {} : { version: number(expectedVersion) },
        }
      : {
          set: {
            ...always,
            outbox: { L: events.map(encodeFact) },
            outboxFrom: number(from),
            sequence: number(from + events.length),
            [indexes.unpublished.partitionKey]: { S: indexPartition('unpublished', shardOf(nameOf(key))) },
          },
          // Of facts that are yet to be published, the oldest counts.
          setOnce: { published: number(0), [indexes.unpublished.sortKey]: { S: first.time } },
          was: expectedVersion === 0 ? {} : { version: number(expectedVersion), sequence: number(from) },
        };
  return {
    Update: { TableName: tableName, Key: { pk: { S: nameOf(key) }, sk: { S: DOCUMENT } }, ...expressionsOf(change) },
  };
};

const factItems = (tableName: string, write: Write): TransactWriteItem[] => {
  const from = factsBefore(write);
  const ttl = expiry(write);
  return (write.events ?? []).map((event, index) => ({
    Put: {
      TableName: tableName,
      Item: {
        pk: { S: nameOf(write.key) },
        sk: { S: factSortKey(from + index + 1) },
        event: encodeFact(event),
        ...(ttl === undefined ? {} : { [timeToLive]: ttl }),
      },
    },
  }));
};

/** The documents first, each under its expected version, then their facts. */
export const commitItems = (tableName: string, writes: readonly Write[]): TransactWriteItem[] => [
  ...writes.map((write) => documentItem(tableName, write)),
  ...writes.flatMap((write) => factItems(tableName, write)),
];
