import {
  type DynamoDBClient,
  TransactionCanceledException,
  TransactionInProgressException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import type { CommitResult, Store, Write } from '../../ports/store.ts';
import { StoreError } from '../../ports/store-error.ts';
import { checkCommit } from '../../ports/store-rules.ts';
import { retry } from './backoff.ts';
import { batchLoad } from './batch-load.ts';
import { commitItems } from './commit-items.ts';
import { DAILY } from './index-attributes.ts';
import { indexPages } from './index-pages.ts';
import { queryIndex } from './index-queries.ts';
import { keyOf, LAST_SEQUENCE, labelOf } from './item-codec.ts';
import { markPublished, readFacts, readOutbox } from './publication.ts';

const CONFLICTS = ['ConditionalCheckFailed', 'TransactionConflict'];

/** A new table, or a key that many write to, takes no more for a moment. The SDK does not repeat these itself. */
const THROTTLES = ['ThrottlingError', 'ProvisionedThroughputExceeded', 'RequestLimitExceeded'];

const isCancelledFor = (error: unknown, codes: readonly string[]): boolean =>
  error instanceof TransactionCanceledException &&
  (error.CancellationReasons ?? []).some(({ Code }) => codes.includes(Code ?? ''));

const isConflict = (error: unknown): boolean =>
  error instanceof TransactionInProgressException || isCancelledFor(error, CONFLICTS);

/** What `checkCommit` let pass and the table does not take: we count a little otherwise than DynamoDB. */
const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && /item size|transaction.*exceed.*4 ?MB/i.test(reasonOf(error));

const reasonOf = (error: unknown): string => {
  if (error instanceof TransactionCanceledException) {
    return (error.CancellationReasons ?? []).map(({ Code, Message }) => Message ?? Code ?? 'None').join('; ');
  }
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
};

/*
 * Always a transaction, of one document too: the SDK repeats it under one token, so that a lost answer
 * is not taken for a conflict with ourselves. A repeated conditional update would be.
 */
const commit = async (client: DynamoDBClient, tableName: string, writes: readonly Write[]): Promise<CommitResult> => {
  checkCommit(writes);
  if (writes.length === 0) return 'ok';
  const items = commitItems(tableName, writes);
  let failure: unknown;
  // A cancelled transaction has written nothing: the next try is a new one.
  const result = await retry(async (): Promise<CommitResult | 'failed' | undefined> => {
    try {
      await client.send(new TransactWriteItemsCommand({ TransactItems: items }));
      return 'ok';
    } catch (error) {
      if (isConflict(error)) return 'conflict';
      failure = error;
      return isCancelledFor(error, THROTTLES) ? undefined : 'failed';
    }
  });
  if (result === 'ok' || result === 'conflict') return result;
  const documents = writes.map(({ key }) => labelOf(key)).join(', ');
  const message = `Could not write ${documents}: ${reasonOf(failure)}. Deliver its cause again.`;
  throw new StoreError(isTooLarge(failure) ? 'too-large' : 'commit-failed', message, { cause: failure });
};

export interface DynamoStoreOptions {
  readonly client: DynamoDBClient;
  readonly tableName: string;
}

/** The store on one DynamoDB table, made as `TABLE_LAYOUT` says. */
export const createDynamoStore = ({ client, tableName }: DynamoStoreOptions): Store => ({
  load: (keys) => batchLoad(client, tableName, keys),
  commit: (writes) => commit(client, tableName, writes),
  due: async function* (kind, window) {
    const of = kind === 'daily' ? { of: DAILY } : {};
    for await (const page of indexPages(client, tableName, { index: 'due', window, ...of })) {
      yield page.map((pk) => keyOf(pk).id);
    }
  },
  waiting: async (territory, limit) => {
    const found = await queryIndex(client, tableName, { index: 'waiting', of: territory, limit });
    return found.map((pk) => keyOf(pk).id);
  },
  ownedBy: async (rep, limit) => {
    const found = await queryIndex(client, tableName, { index: 'owned', of: rep, limit });
    return found.map((pk) => keyOf(pk).id);
  },
  history: (leadId, fromSequence = 1) =>
    readFacts(client, tableName, {
      key: { type: 'lead', id: leadId },
      first: fromSequence,
      last: LAST_SEQUENCE,
    }),
  markPublished: (key, from, to) => markPublished(client, tableName, { key, from, to }),
  unpublished: async function* (window) {
    for await (const page of indexPages(client, tableName, { index: 'unpublished', window })) yield page.map(keyOf);
  },
  outbox: (key, committedBy) => readOutbox(client, tableName, key, committedBy),
});
