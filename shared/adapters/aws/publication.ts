import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  TransactionConflictException,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { TABLE_LAYOUT } from '../../contracts/documents/table-layout.ts';
import type { FactEvent } from '../../domain/lead/fact-event.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { toIso } from '../../domain/time/instant.ts';
import { nameOf } from '../../ports/snapshot.ts';
import type { Key, Outbox } from '../../ports/store.ts';
import { retry } from './backoff.ts';
import { queryAll } from './index-queries.ts';
import { DOCUMENT, decodeFact, factSortKey } from './item-codec.ts';

/** The facts of a document from `first` to `last`, in order. */
export const readFacts = async (
  client: DynamoDBClient,
  tableName: string,
  { key, first, last }: { readonly key: Key; readonly first: number; readonly last: number },
): Promise<FactEvent[]> => {
  const items = await queryAll(client, {
    TableName: tableName,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
    ExpressionAttributeValues: {
      ':pk': { S: nameOf(key) },
      ':first': { S: factSortKey(first) },
      ':last': { S: factSortKey(last) },
    },
  });
  return items.map((item) => decodeFact(key, item.event?.S));
};

/** A document's facts after `from`, up to and including `to`. */
interface PublishedFacts {
  readonly key: Key;
  readonly from: number;
  readonly to: number;
}

type Mark = 'marked' | 'otherwise';

/** Changes the document only if its facts end at `to` (`all`) or beyond it (`some`). */
const mark = async (
  client: DynamoDBClient,
  tableName: string,
  { key, from, to }: PublishedFacts,
  published: 'all' | 'some',
): Promise<Mark | undefined> => {
  const { partitionKey, sortKey } = TABLE_LAYOUT.indexes.unpublished;
  // The outbox goes in either case. One of a later commit has been in the stream since that commit; if
  // this change showed it to the stream once more, it would be published twice.
  const gone = ['outbox', 'outboxFrom', ...(published === 'all' ? [partitionKey, sortKey] : [])];
  try {
    await client.send(
      new UpdateItemCommand({
        TableName: tableName,
        Key: { pk: { S: nameOf(key) }, sk: { S: DOCUMENT } },
        UpdateExpression: `SET published = :to REMOVE ${gone.join(', ')}`,
        ConditionExpression: `published = :from AND #sequence ${published === 'all' ? '=' : '>'} :to`,
        ExpressionAttributeNames: { '#sequence': 'sequence' },
        ExpressionAttributeValues: { ':from': { N: String(from) }, ':to': { N: String(to) } },
      }),
    );
    return 'marked';
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return 'otherwise';
    // A commit is under way on the document: the SDK leaves it to us to ask again.
    if (error instanceof TransactionConflictException) return undefined;
    throw error;
  }
};

/** See `Store.markPublished`. Given up, as for a gap, where the document is never at rest. */
export const markPublished = async (
  client: DynamoDBClient,
  tableName: string,
  facts: PublishedFacts,
): Promise<void> => {
  const answer = await retry(() => mark(client, tableName, facts, 'all'));
  if (answer === 'otherwise') await retry(() => mark(client, tableName, facts, 'some'));
};

/**
 * See `Store.outbox`; built from the history, because the document's own outbox holds only the latest commit's facts.
 * Undefined where the index was behind: everything is published, or what is not is younger.
 */
export const readOutbox = async (
  client: DynamoDBClient,
  tableName: string,
  key: Key,
  committedBy: Instant,
): Promise<Outbox | undefined> => {
  const { Item: item } = await client.send(
    new GetItemCommand({
      TableName: tableName,
      Key: { pk: { S: nameOf(key) }, sk: { S: DOCUMENT } },
      ConsistentRead: true,
      ProjectionExpression: '#sequence, published',
      ExpressionAttributeNames: { '#sequence': 'sequence' },
    }),
  );
  const from = Number(item?.published?.N ?? 0);
  const to = Number(item?.sequence?.N ?? 0);
  if (from >= to) return undefined;
  const events = await readFacts(client, tableName, { key, first: from + 1, last: to });
  const oldest = events[0];
  return oldest !== undefined && oldest.time <= toIso(committedBy) ? { key, from, events } : undefined;
};
