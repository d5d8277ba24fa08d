import { BatchWriteItemCommand, GetItemCommand, paginateScan } from '@aws-sdk/client-dynamodb';
import { MEASURED } from '../../contracts/documents/table-layout.ts';
import type { DocumentType } from '../../domain/documents.ts';
import type { ErasableStore, Kept } from '../../ports/erasable-store.ts';
import { isOfType, nameOf } from '../../ports/snapshot.ts';
import type { Key, StoredOf } from '../../ports/store.ts';
import { StoreError } from '../../ports/store-error.ts';
import { retry } from './backoff.ts';
import { createDynamoStore, type DynamoStoreOptions } from './dynamo-store.ts';
import { queryAll } from './index-queries.ts';
import { DOCUMENT, decodeDocument, decodeFact, factSortKey, type Item, keyOf } from './item-codec.ts';
import { markPublished } from './publication.ts';

/** BatchWriteItem takes so many. */
const BATCH = 25;

/** Scans the whole table: dearer by its size, and asked a few times a year (docs/adr/0029). */
const everything = async function* ({ client, tableName }: DynamoStoreOptions): AsyncIterable<Kept> {
  for await (const { Items = [] } of paginateScan({ client }, { TableName: tableName, ConsistentRead: true })) {
    for (const item of Items) {
      // What is measured follows from the facts, and has a store of its own.
      if (item.pk?.S?.startsWith(`${MEASURED}#`)) continue;
      const key = keyOf(item.pk?.S ?? '');
      if (item.sk?.S === DOCUMENT) yield { kind: 'document', stored: decodeDocument(key, item) };
      else yield { kind: 'fact', of: key, event: decodeFact(key, item.event?.S) };
    }
  }
};

/** Reads as much of the table as `everything`, and is handed only these. */
const documents = async function* <T extends DocumentType>(
  { client, tableName }: DynamoStoreOptions,
  types: readonly T[],
): AsyncIterable<StoredOf<T>> {
  const scan = {
    TableName: tableName,
    ConsistentRead: true,
    FilterExpression: `sk = :document AND (${types.map((_, i) => `begins_with(pk, :type${i})`).join(' OR ')})`,
    ExpressionAttributeValues: {
      ':document': { S: DOCUMENT },
      ...Object.fromEntries(types.map((type, i) => [`:type${i}`, { S: nameOf({ type, id: '' }) }])),
    },
  };
  for await (const { Items = [] } of paginateScan({ client }, scan)) {
    for (const item of Items) {
      const stored = decodeDocument(keyOf(item.pk?.S ?? ''), item);
      for (const type of types) if (isOfType(stored, type)) yield stored;
    }
  }
};

const keysOf = (
  { client, tableName }: DynamoStoreOptions,
  key: Key,
  between?: readonly [string, string],
): Promise<Item[]> =>
  queryAll(client, {
    TableName: tableName,
    ConsistentRead: true,
    KeyConditionExpression: between === undefined ? 'pk = :pk' : 'pk = :pk AND sk BETWEEN :first AND :last',
    ExpressionAttributeValues: {
      ':pk': { S: nameOf(key) },
      ...(between === undefined ? {} : { ':first': { S: between[0] }, ':last': { S: between[1] } }),
    },
    ProjectionExpression: 'pk, sk',
  });

const remove = async ({ client, tableName }: DynamoStoreOptions, items: readonly Item[]): Promise<void> => {
  for (let first = 0; first < items.length; first += BATCH) {
    let rest = items.slice(first, first + BATCH).map((Key) => ({ DeleteRequest: { Key } }));
    const done = await retry(async () => {
      const { UnprocessedItems } = await client.send(
        new BatchWriteItemCommand({ RequestItems: { [tableName]: rest } }),
      );
      rest = (UnprocessedItems?.[tableName] ?? []).flatMap(({ DeleteRequest }) =>
        DeleteRequest?.Key === undefined ? [] : [{ DeleteRequest: { Key: DeleteRequest.Key } }],
      );
      return rest.length === 0 ? true : undefined;
    });
    if (done === undefined) throw new StoreError('commit-failed', 'Items were left unerased. Erase again.');
  }
};

/** Facts that were never put on the bus are not waited for any more. */
const countAsPublished = async ({ client, tableName }: DynamoStoreOptions, key: Key, to: number): Promise<void> => {
  const { Item: item } = await client.send(
    new GetItemCommand({
      TableName: tableName,
      Key: { pk: { S: nameOf(key) }, sk: { S: DOCUMENT } },
      ConsistentRead: true,
      ProjectionExpression: 'published',
    }),
  );
  const from = Number(item?.published?.N ?? 0);
  if (from < to) await markPublished(client, tableName, { key, from, to });
};

/** The store on one DynamoDB table, as people who operate it may use it. */
export const createErasableDynamoStore = (options: DynamoStoreOptions): ErasableStore => ({
  ...createDynamoStore(options),
  everything: () => everything(options),
  documents: (types) => documents(options, types),
  erase: async (keys) => {
    for (const key of keys) await remove(options, await keysOf(options, key));
  },
  eraseFactsBefore: async (key, sequence) => {
    if (sequence <= 1) return 0;
    const items = await keysOf(options, key, [factSortKey(1), factSortKey(sequence - 1)]);
    await remove(options, items);
    await countAsPublished(options, key, sequence - 1);
    return items.length;
  },
});
