import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  type ServiceInputTypes,
  type ServiceOutputTypes,
  TransactionCanceledException,
  TransactionConflictException,
  TransactionInProgressException,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, it, vi } from 'vitest';
import { createDynamoStore } from '../../shared/adapters/aws/dynamo-store.ts';
import { encodeBody, type Item } from '../../shared/adapters/aws/item-codec.ts';
import { allPages, leadKey, NOON, nextCommit, nurtureLead, someFacts } from '../support/store/store-samples.ts';

vi.mock('node:timers/promises', () => ({ setTimeout: async () => undefined }));

type Output = Omit<ServiceOutputTypes, '$metadata'>;

/** A store whose table answers as told, once for each request, the last answer again and again. */
const storeAnswering = (...answers: readonly ((input: ServiceInputTypes) => Output)[]) => {
  const client = new DynamoDBClient({ region: 'us-east-1' });
  const inputs: ServiceInputTypes[] = [];
  client.middlewareStack.add(
    () =>
      async ({ input }) => {
        const answer = answers[Math.min(inputs.length, answers.length - 1)];
        inputs.push(input);
        return { output: { $metadata: {}, ...answer?.(input) }, response: {} };
      },
    { step: 'initialize' },
  );
  return { store: createDynamoStore({ client, tableName: 'table' }), inputs };
};
const throwing = (error: Error) => () => {
  throw error;
};

const itemOf = (id: string, extra: Item = {}): Item => ({
  pk: { S: `lead#${id}` },
  version: { N: '4' },
  schemaVersion: { N: '1' },
  body: encodeBody(nurtureLead(id)),
  ...extra,
});
const keysOf = (...ids: string[]) => ids.map((id) => ({ pk: { S: `lead#${id}` }, sk: { S: 'doc' } }));

const detail = { message: 'as it is', $metadata: {} };
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({ ...detail, CancellationReasons: codes.map((Code) => ({ Code })) });

describe('a load from DynamoDB', () => {
  it('asks again for the keys that were left unprocessed', async () => {
    const { store, inputs } = storeAnswering(
      () => ({ Responses: { table: [itemOf('ann')] }, UnprocessedKeys: { table: { Keys: keysOf('ben') } } }),
      () => ({ Responses: { table: [itemOf('ben')] }, UnprocessedKeys: {} }),
    );
    const found = await store.load([leadKey('ann'), leadKey('ben')]);
    expect(found.get(leadKey('ann'))?.version).toBe(4);
    expect(found.get(leadKey('ben'))?.value).toEqual(nurtureLead('ben'));
    expect(inputs.map((input) => 'RequestItems' in input && input.RequestItems)).toMatchObject([
      { table: { Keys: keysOf('ann', 'ben'), ConsistentRead: true } },
      { table: { Keys: keysOf('ben'), ConsistentRead: true } },
    ]);
  });

  it('gives up with a named error when they stay unprocessed', async () => {
    const { store, inputs } = storeAnswering(() => ({ UnprocessedKeys: { table: { Keys: keysOf('ann') } } }));
    await expect(store.load([leadKey('ann')])).rejects.toMatchObject({ name: 'StoreError', code: 'load-failed' });
    expect(inputs).toHaveLength(8);
  });

  it.each([
    ['was written by a later version', { schemaVersion: { N: '2' } }],
    ['has a body of another shape', { body: { M: { stage: { S: 'nurture' } } } }],
    [
      'has fields that this version would lose',
      { body: { M: { ...encodeBody(nurtureLead('ann')).M, mood: { S: 'x' } } } },
    ],
  ])('names a document that %s', async (_, extra) => {
    const { store } = storeAnswering(() => ({ Responses: { table: [itemOf('ann', extra)] } }));
    await expect(store.load([leadKey('ann')])).rejects.toThrow(
      expect.objectContaining({ code: 'unreadable', message: expect.stringContaining('lead#ann') }),
    );
  });
});

describe('a commit to DynamoDB', () => {
  const write = nextCommit('ann', 3, 5, 1);

  it.each([
    ['a document is not at its version', cancelled('ConditionalCheckFailed', 'None')],
    ['another transaction holds an item', cancelled('None', 'TransactionConflict')],
    ['the transaction itself is still under way', new TransactionInProgressException(detail)],
  ])('answers conflict when %s', async (_, error) => {
    const { store } = storeAnswering(throwing(error));
    expect(await store.commit([write])).toBe('conflict');
  });

  it.each([
    ['throttled', cancelled('ThrottlingError', 'None'), /lead#ann: ThrottlingError; None/],
    ['unreachable', new Error('connect ECONNREFUSED'), /lead#ann: Error: connect ECONNREFUSED/],
  ])('throws a named error when the table is %s', async (_, error, message) => {
    const { store } = storeAnswering(throwing(error));
    const failure = await store.commit([write]).catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({ name: 'StoreError', code: 'commit-failed', cause: error });
    expect(failure).toHaveProperty('message', expect.stringMatching(message));
  });

  it('is tried again while the table is throttled', async () => {
    const throttled = throwing(cancelled('None', 'ThrottlingError'));
    const { store, inputs } = storeAnswering(throttled, throttled, () => ({}));
    expect(await store.commit([write])).toBe('ok');
    expect(inputs).toHaveLength(3);
  });

  it('is not tried again for what another try does not change', async () => {
    const { store, inputs } = storeAnswering(throwing(cancelled('ValidationError')));
    await expect(store.commit([write])).rejects.toMatchObject({ code: 'commit-failed' });
    expect(inputs).toHaveLength(1);
  });

  it('names an item that the table finds too large as the rules of every store do', async () => {
    const Message = 'Item size to update has exceeded the maximum allowed size';
    const reasons = { ...detail, CancellationReasons: [{ Code: 'ValidationError', Message }] };
    const { store } = storeAnswering(throwing(new TransactionCanceledException(reasons)));
    await expect(store.commit([write])).rejects.toMatchObject({ code: 'too-large' });
  });

  it('keeps the e-mail address of an identity out of the error', async () => {
    const { store } = storeAnswering(throwing(new Error('no')));
    const identity = { type: 'identity' as const, id: 'ann@example.com' };
    const failure = store.commit([{ key: identity, expectedVersion: 0, value: { leadId: 'ann' } }]);
    await expect(failure).rejects.toThrow(/^Could not write an identity: /);
  });
});

describe('a query of DynamoDB', () => {
  const factItem = (sequence: number): Item => ({
    sk: { S: `fact#${sequence}` },
    event: { S: JSON.stringify(someFacts('ann', sequence - 1, 1)[0]) },
  });
  const pk = { S: 'lead#ann' };

  it('goes on to the last page', async () => {
    const { store, inputs } = storeAnswering(
      () => ({ Items: [factItem(1)], LastEvaluatedKey: { pk, sk: { S: 'fact#1' } } }),
      () => ({ Items: [], LastEvaluatedKey: { pk, sk: { S: 'fact#2' } } }),
      () => ({ Items: [factItem(2)] }),
    );
    expect(await store.history('ann')).toEqual(someFacts('ann', 0, 2));
    expect(inputs.map((input) => 'ExclusiveStartKey' in input && input.ExclusiveStartKey?.sk?.S)).toEqual([
      false,
      'fact#1',
      'fact#2',
    ]);
  });

  it('finds the leads of a rep by one query, in the one place that holds them', async () => {
    const { store, inputs } = storeAnswering(() => ({
      Items: [{ ...itemOf('ann'), ownedAt: { S: '2026-11-02T12:00:00.000Z' } }],
    }));
    expect(await store.ownedBy('ana', 9)).toEqual(['ann']);
    expect(inputs).toMatchObject([
      { IndexName: 'owned', Limit: 9, ExpressionAttributeValues: { ':p': { S: 'owned#ana#0' } } },
    ]);
  });

  it('takes an index for a hint: what was published meanwhile is no longer unpublished', async () => {
    const hint = { pk, unpublishedAt: { S: '2026-11-02T12:00:00.000Z' } };
    const { store, inputs } = storeAnswering((input) => {
      if ('IndexName' in input) return { Items: inputs.length === 1 ? [hint] : [] };
      return 'Key' in input ? { Item: { sequence: { N: '2' }, published: { N: '2' } } } : { Items: [factItem(2)] };
    });
    const [found] = await allPages(store.unpublished({ upTo: NOON }));
    expect(found).toEqual(leadKey('ann'));
    expect(await store.outbox(leadKey('ann'), NOON)).toBeUndefined();
    expect(inputs.filter((input) => 'Key' in input)).toHaveLength(1);
  });
});

describe('a note of what was published', () => {
  it('is tried again while a commit is under way on the document', async () => {
    const { store, inputs } = storeAnswering(throwing(new TransactionConflictException(detail)), () => ({}));
    await store.markPublished(leadKey('ann'), 0, 2);
    expect(inputs).toHaveLength(2);
  });

  it('leaves the document in the index while a later commit has facts that are not out', async () => {
    const notAll = throwing(new ConditionalCheckFailedException(detail));
    const { store, inputs } = storeAnswering(notAll, () => ({}));
    await store.markPublished(leadKey('ann'), 0, 2);
    const removed = inputs.map((input) => ('UpdateExpression' in input ? input.UpdateExpression : ''));
    expect(removed).toEqual([
      'SET published = :to REMOVE outbox, outboxFrom, unpublishedPk, unpublishedAt',
      'SET published = :to REMOVE outbox, outboxFrom',
    ]);
  });
});
