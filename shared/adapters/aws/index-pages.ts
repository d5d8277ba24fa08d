import { type AttributeValue, type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { type IndexName, TABLE_LAYOUT } from '../../contracts/documents/table-layout.ts';
import { toIso } from '../../domain/time/instant.ts';
import type { Window } from '../../ports/store.ts';
import { indexPartition, shardsOf } from './index-attributes.ts';
import { inIndexOrder } from './index-queries.ts';
import type { Item } from './item-codec.ts';

/** Of each shard: a page of all of them is what is looked at in about a second. */
const ITEMS_A_SHARD = 64;

export interface WindowQuery {
  readonly index: IndexName;
  /** Which of the index's kinds, where it has several. */
  readonly of?: string;
  readonly window: Window;
}

type Position = Record<string, AttributeValue>;

/** One page of one shard, and where the next begins. */
const queryPage = async (
  client: DynamoDBClient,
  tableName: string,
  { index, of, window }: WindowQuery,
  shard: { readonly number: number; readonly from?: Position },
): Promise<{ readonly items: readonly Item[]; readonly next?: Position }> => {
  const { name, partitionKey, sortKey } = TABLE_LAYOUT.indexes[index];
  const { after, upTo } = window;
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: tableName,
      IndexName: name,
      Limit: ITEMS_A_SHARD,
      KeyConditionExpression: after === undefined ? '#p = :p AND #s <= :to' : '#p = :p AND #s BETWEEN :from AND :to',
      ExpressionAttributeNames: { '#p': partitionKey, '#s': sortKey },
      ExpressionAttributeValues: {
        ':p': { S: indexPartition(index, shard.number, of) },
        ':to': { S: toIso(upTo) },
        ...(after === undefined ? {} : { ':from': { S: toIso(after + 1) } }),
      },
      ...(shard.from === undefined ? {} : { ExclusiveStartKey: shard.from }),
    }),
  );
  return { items: Items, ...(LastEvaluatedKey === undefined ? {} : { next: LastEvaluatedKey }) };
};

/** Partition keys of documents in an index's window, all shards abreast; in the index's order within a page. */
export async function* indexPages(
  client: DynamoDBClient,
  tableName: string,
  query: WindowQuery,
): AsyncGenerator<readonly string[]> {
  if (query.window.after !== undefined && query.window.after >= query.window.upTo) return;
  let open: readonly { readonly number: number; readonly from?: Position }[] = shardsOf(query.index).map((number) => ({
    number,
  }));
  while (open.length > 0) {
    const pages = await Promise.all(
      open.map(async (shard) => ({ ...(await queryPage(client, tableName, query, shard)), number: shard.number })),
    );
    open = pages.flatMap(({ number, next }) => (next === undefined ? [] : [{ number, from: next }]));
    const found = inIndexOrder(
      pages.flatMap(({ items }) => items),
      query.index,
    );
    if (found.length > 0) yield found;
  }
}
