import { type AttributeValue, BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { nameOf, snapshotOf } from '../../ports/snapshot.ts';
import type { Key, Snapshot, Stored } from '../../ports/store.ts';
import { StoreError } from '../../ports/store-error.ts';
import { checkLoad } from '../../ports/store-rules.ts';
import { retry } from './backoff.ts';
import { DOCUMENT, decodeDocument, keyOf } from './item-codec.ts';

/** Reads documents as last committed, each by itself: two of them may stem from either side of one commit. */
export const batchLoad = async (client: DynamoDBClient, tableName: string, keys: readonly Key[]): Promise<Snapshot> => {
  checkLoad(keys);
  const found: Stored[] = [];
  let rest: Record<string, AttributeValue>[] = [...new Set(keys.map(nameOf))].map((pk) => ({
    pk: { S: pk },
    sk: { S: DOCUMENT },
  }));
  if (rest.length === 0) return snapshotOf(found);
  const done = await retry(async () => {
    const answer = await client.send(
      new BatchGetItemCommand({
        RequestItems: {
          [tableName]: {
            Keys: rest,
            ConsistentRead: true,
            ProjectionExpression: 'pk, #version, schemaVersion, body',
            ExpressionAttributeNames: { '#version': 'version' },
          },
        },
      }),
    );
    for (const item of answer.Responses?.[tableName] ?? []) {
      found.push(decodeDocument(keyOf(item.pk?.S ?? ''), item));
    }
    rest = answer.UnprocessedKeys?.[tableName]?.Keys ?? [];
    return rest.length === 0 ? found : undefined;
  });
  if (done !== undefined) return snapshotOf(done);
  throw new StoreError('load-failed', `${rest.length} of ${keys.length} documents were left unread. Try again later.`);
};
