/**
 * The one table, as infra makes it and the DynamoDB adapter reads it. All keys are strings. The indexes
 * are sparse and project keys only.
 */
export const TABLE_LAYOUT = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** Epoch seconds. */
  timeToLive: 'ttl',
  indexes: {
    due: { name: 'due', partitionKey: 'duePk', sortKey: 'dueAt' },
    waiting: { name: 'waiting', partitionKey: 'waitingPk', sortKey: 'waitingAt' },
    owned: { name: 'owned', partitionKey: 'ownedPk', sortKey: 'ownedAt' },
    unpublished: { name: 'unpublished', partitionKey: 'unpublishedPk', sortKey: 'unpublishedAt' },
  },
} as const;

export type IndexName = keyof typeof TABLE_LAYOUT.indexes;

/** What the keys of partitions begin with, before a hash, that hold no documents but what figures are counted from. */
export const MEASURED = 'measured';
