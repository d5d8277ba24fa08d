import {
  type AttributeValue,
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { type IndexName, TABLE_LAYOUT } from '../../contracts/documents/table-layout.ts';
import { indexPartition, shardsOf } from './index-attributes.ts';
import type { Item } from './item-codec.ts';

/** All pages of a query, or as many as hold `limit` items. */
export const queryAll = async (
  client: DynamoDBClient,
  input: QueryCommandInput,
  limit = Number.POSITIVE_INFINITY,
): Promise<Item[]> => {
  const items: Item[] = [];
  let start: Record<string, AttributeValue> | undefined;
  do {
    const rest = limit - items.length;
    const page = await client.send(
      new QueryCommand({
        ...input,
        ...(rest === Number.POSITIVE_INFINITY ? {} : { Limit: rest }),
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      }),
    );
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start !== undefined && items.length < limit);
  return items;
};

export interface IndexQuery {
  readonly index: IndexName;
  /** Whose leads: a territory's, or a rep's. */
  readonly of?: string;
  /** The last sort key that is asked for. */
  readonly upTo?: string;
  readonly limit: number;
}

/** What each shard of an index holds, in the order of its sort key. */
export const queryShards = (client: DynamoDBClient, tableName: string, { index, of, upTo, limit }: IndexQuery) => {
  const { name, partitionKey, sortKey } = TABLE_LAYOUT.indexes[index];
  return Promise.all(
    shardsOf(index).map((shard) =>
      queryAll(
        client,
        {
          TableName: tableName,
          IndexName: name,
          KeyConditionExpression: upTo === undefined ? '#p = :p' : '#p = :p AND #s <= :s',
          ExpressionAttributeNames: { '#p': partitionKey, ...(upTo === undefined ? {} : { '#s': sortKey }) },
          ExpressionAttributeValues: {
            ':p': { S: indexPartition(index, shard, of) },
            ...(upTo === undefined ? {} : { ':s': { S: upTo } }),
          },
        },
        limit,
      ),
    ),
  );
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Partition keys of what an index's shards hold, by its sort key. */
export const inIndexOrder = (items: readonly Item[], index: IndexName): readonly string[] => {
  const { sortKey } = TABLE_LAYOUT.indexes[index];
  return items
    .map((item) => ({ pk: item[TABLE_LAYOUT.partitionKey]?.S ?? '', sort: item[sortKey]?.S ?? '' }))
    .sort((a, b) => (a.sort === b.sort ? compare(a.pk, b.pk) : compare(a.sort, b.sort)))
    .map(({ pk }) => pk);
};

/** Partition keys of documents by the index's sort key; a hint, because an index follows its table a moment later. */
export const queryIndex = async (
  client: DynamoDBClient,
  tableName: string,
  query: IndexQuery,
): Promise<readonly string[]> => {
  const { index, limit } = query;
  if (limit < 1) return [];
  const shards = await queryShards(client, tableName, query);
  return inIndexOrder(shards.flat(), index).slice(0, limit);
};
