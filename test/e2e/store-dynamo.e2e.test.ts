import { randomUUID } from 'node:crypto';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMiniStack } from '../../local/ministack.ts';
import { createErasableDynamoStore } from '../../shared/adapters/aws/erasable-dynamo-store.ts';
import { createMeasuredStore } from '../../shared/adapters/aws/measured-store.ts';
import { outboxOf } from '../../shared/adapters/aws/outbox.ts';
import { recountCounters } from '../../shared/application/recounting/recount-counters.ts';
import type { ErasableStore } from '../../shared/ports/erasable-store.ts';
import type { MeasuredStore } from '../../shared/ports/measured-store.ts';
import { nameOf } from '../../shared/ports/snapshot.ts';
import type { Key } from '../../shared/ports/store.ts';
import { erasableStoreContract } from '../contract/erasable-store-contract.ts';
import { measuredStoreContract } from '../contract/measured-store-contract.ts';
import { storeContract } from '../contract/store-contract.ts';
import { freePort } from '../support/e2e/free-port.ts';
import { hasJava, startDynamoDbLocal } from '../support/store/dynamodb-local.ts';
import { dropTable, makeTable } from '../support/store/make-table.ts';
import { leadKey, NOON, nextCommit, nurtureLead, ownedLead, someFacts } from '../support/store/store-samples.ts';

interface Server {
  readonly endpoint: string;
  stop(): Promise<void>;
}

interface TestTable {
  readonly store: ErasableStore;
  readonly measured: MeasuredStore;
  /** An item as the table's stream shows it. */
  image(key: Key, sortKey?: string): Promise<Parameters<typeof outboxOf>[0]>;
  close(): Promise<void>;
}

const openTable = async (endpoint: string): Promise<TestTable> => {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  const tableName = `store-${randomUUID()}`;
  await makeTable(client, tableName);
  return {
    store: createErasableDynamoStore({ client, tableName }),
    measured: createMeasuredStore({ client, tableName }),
    image: async (key, sk = 'doc') => {
      const Key = { pk: { S: nameOf(key) }, sk: { S: sk } };
      const { Item } = await client.send(new GetItemCommand({ TableName: tableName, Key, ConsistentRead: true }));
      return Item && JSON.parse(JSON.stringify(Item));
    },
    close: async () => {
      await dropTable(client, tableName);
      client.destroy();
    },
  };
};

const onServer = (name: string, start: () => Promise<Server>): void => {
  let server: Server | undefined;
  const open = async (): Promise<TestTable> => {
    if (server === undefined) throw new Error(`${name} did not start`);
    return openTable(server.endpoint);
  };
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server?.stop());

  storeContract(`on ${name}`, open);
  erasableStoreContract(`on ${name}`, open);
  measuredStoreContract(`on ${name}`, open);

  describe(`the table on ${name}`, () => {
    let table: TestTable;
    beforeEach(async () => {
      table = await open();
    });
    afterEach(() => table.close());

    it('shows its stream the facts of each commit, and once only', async () => {
      const { store, image } = table;
      const shown = async () => outboxOf(await image(leadKey('ann')));
      await store.commit([nextCommit('ann', 0, 0, 2)]);
      expect(await shown()).toEqual({ key: leadKey('ann'), from: 0, events: someFacts('ann', 0, 2) });
      await store.commit([nextCommit('ann', 1, 2, 3)]);
      expect(await shown()).toEqual({ key: leadKey('ann'), from: 2, events: someFacts('ann', 2, 3) });
      await store.markPublished(leadKey('ann'), 0, 2);
      expect(await shown()).toBeUndefined();
      await store.commit([nextCommit('ann', 2, 5, 1)]);
      await store.commit([{ key: leadKey('ann'), expectedVersion: 3, value: nurtureLead('ann') }]);
      expect(await shown()).toBeUndefined();
    });

    it('leaves the index of what is unpublished when everything is', async () => {
      await table.store.commit([nextCommit('ann', 0, 0, 2)]);
      expect(await table.image(leadKey('ann'))).toHaveProperty('unpublishedPk');
      await table.store.markPublished(leadKey('ann'), 0, 2);
      const image = await table.image(leadKey('ann'));
      expect(image).toMatchObject({ published: { N: '2' }, sequence: { N: '2' } });
      expect(image).not.toHaveProperty('unpublishedPk');
      expect(image).not.toHaveProperty('unpublishedAt');
    });

    it('forgets a document and its facts together, in seconds that are not before the instant', async () => {
      const write = { ...nextCommit('ann', 0, 0, 1), expiresAt: NOON + 1 };
      await table.store.commit([write]);
      const ttl = { N: String(NOON / 1000 + 1) };
      expect(await table.image(leadKey('ann'))).toMatchObject({ ttl });
      expect(await table.image(leadKey('ann'), 'fact#000000000001')).toMatchObject({ ttl });
      await table.store.commit([nextCommit('ann', 1, 1, 1)]);
      expect(await table.image(leadKey('ann'))).not.toHaveProperty('ttl');
    });

    it('has counts that are off found and repaired', async () => {
      const { store } = table;
      const ana = { type: 'rep', id: 'ana' } as const;
      await store.commit([
        { key: leadKey('ann'), expectedVersion: 0, value: ownedLead('ann', 'ana', NOON) },
        { key: ana, expectedVersion: 0, value: { open: 4, day: '2026-11-02', today: 1 } },
      ]);
      const found = { key: ana, differences: [{ counter: 'open', kept: 4, counted: 1 }] };
      const recount = async (repairs: boolean) => (await recountCounters({ store, repairs })).found;
      expect(await recount(false)).toEqual([{ ...found, state: 'off' }]);
      expect(await recount(true)).toEqual([{ ...found, state: 'repaired' }]);
      expect(await recount(false)).toEqual([]);
      expect((await store.load([ana])).get(ana)).toMatchObject({ version: 2, value: { open: 1, today: 1 } });
    });

    it('keeps a document that somebody can read', async () => {
      await table.store.commit([{ key: leadKey('ann'), expectedVersion: 0, value: nurtureLead('ann') }]);
      expect(await table.image(leadKey('ann'))).toMatchObject({
        version: { N: '1' },
        schemaVersion: { N: '1' },
        body: { M: { stage: { S: 'nurture' }, fields: { M: { 'person.email': { S: 'ann@example.com' } } } } },
      });
    });
  });
};

describe('with MiniStack', () => {
  onServer('MiniStack', async () => startMiniStack(await freePort()));
});

describe.skipIf(!hasJava())("with AWS's own engine (needs Java)", () => {
  onServer('DynamoDB Local', startDynamoDbLocal);
});
