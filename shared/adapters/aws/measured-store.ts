import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
  paginateQuery,
} from '@aws-sdk/client-dynamodb';
import { measuredText, readMeasured } from '../../contracts/documents/measured-lead.ts';
import { MEASURED } from '../../contracts/documents/table-layout.ts';
import type { MeasuredLead } from '../../domain/measures/measured-lead.ts';
import type { MeasuredPage, MeasuredStore } from '../../ports/measured-store.ts';
import { StoreError } from '../../ports/store-error.ts';
import type { DynamoStoreOptions } from './dynamo-store.ts';
import { ALL_SHARDS, shardOf } from './index-attributes.ts';
import type { Item } from './item-codec.ts';

/** Partitions of its own, as many as an index has shards: no lead is beside its document, and none is hot. */
const partitionOf = (shard: number): string => `${MEASURED}#${shard}`;

/** Sort keys of refusals; those of leads are their ids. */
const REFUSAL = 'refusal#';

/** Says since when all of the history is here. */
const WHOLE = 'whole';

const keyOf = (sk: string) => ({ pk: { S: partitionOf(shardOf(sk)) }, sk: { S: sk } });

const leadOf = (leadId: string, { body }: Item): MeasuredLead => {
  try {
    return readMeasured(leadId, body?.S ?? '');
  } catch (cause) {
    throw new StoreError('unreadable', `Cannot read what is measured of lead ${leadId}. Rebuild the report.`, {
      cause,
    });
  }
};

const itemOf = (lead: MeasuredLead): Item => ({
  ...keyOf(lead.leadId),
  upTo: { N: String(lead.upTo) },
  body: { S: measuredText(lead) },
});

/** False where the condition does not hold. */
const put = async (client: DynamoDBClient, input: PutItemCommandInput): Promise<boolean> => {
  try {
    await client.send(new PutItemCommand(input));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new StoreError('commit-failed', `Could not keep what is measured: ${reason}. Deliver its cause again.`, {
      cause: error,
    });
  }
};

const pageOf = (items: readonly Item[]): MeasuredPage => {
  const isRefusal = ({ sk }: Item): boolean => sk?.S?.startsWith(REFUSAL) ?? false;
  return {
    leads: items.filter((item) => item.body !== undefined).map((item) => leadOf(item.sk?.S ?? '', item)),
    refusals: items
      .filter(isRefusal)
      .map(({ sk, at }) => ({ id: (sk?.S ?? '').slice(REFUSAL.length), at: Number(at?.N ?? 0) })),
  };
};

/** On the one table, in partitions of its own. A lost answer to a write is found as a conflict, and counts nothing twice. */
export const keepingMeasured = ({
  client,
  tableName: TableName,
}: DynamoStoreOptions): Pick<MeasuredStore, 'read' | 'keep' | 'keepRefusal'> => ({
  read: async (leadId) => {
    const { Item: item } = await client.send(
      new GetItemCommand({ TableName, Key: keyOf(leadId), ConsistentRead: true }),
    );
    return item && leadOf(leadId, item);
  },
  keep: (lead, from) => {
    const known: Record<string, AttributeValue> = { ':from': { N: String(from) } };
    return put(client, {
      TableName,
      Item: itemOf(lead),
      ...(from === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: 'upTo = :from', ExpressionAttributeValues: known }),
    });
  },
  keepRefusal: async ({ id, at }) => {
    await put(client, {
      TableName,
      Item: { ...keyOf(`${REFUSAL}${id}`), at: { N: String(at) } },
      ConditionExpression: 'attribute_not_exists(pk)',
    });
  },
});

/** To read all of it. */
export const readingMeasured = ({ client, tableName: TableName }: DynamoStoreOptions): Pick<MeasuredStore, 'all'> => ({
  all: async function* () {
    // A page of each partition at a time: somebody may wait for figures.
    let open = ALL_SHARDS.map((shard) =>
      paginateQuery(
        { client },
        {
          TableName,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': { S: partitionOf(shard) } },
        },
      ),
    );
    while (open.length > 0) {
      const read = await Promise.all(open.map(async (pages) => ({ pages, ...(await pages.next()) })));
      for (const { done, value } of read) if (done !== true) yield pageOf(value.Items ?? []);
      open = read.filter(({ done }) => done !== true).map(({ pages }) => pages);
    }
  },
});

/** For people who operate it: whether all of the history is in it, and to have all of it told anew. */
const markingMeasured = ({
  client,
  tableName: TableName,
}: DynamoStoreOptions): Pick<MeasuredStore, 'tellAgain' | 'wholeSince' | 'markWhole'> => ({
  // An item that is put as it is makes no record of the stream: the instant makes it another one.
  tellAgain: (lead, at) =>
    put(client, {
      TableName,
      Item: { ...itemOf(lead), toldAt: { N: String(at) } },
      ConditionExpression: 'upTo = :from',
      ExpressionAttributeValues: { ':from': { N: String(lead.upTo) } },
    }),
  wholeSince: async () => {
    const { Item: item } = await client.send(
      new GetItemCommand({ TableName, Key: keyOf(WHOLE), ConsistentRead: true }),
    );
    return item && Number(item.at?.N);
  },
  markWhole: async (at) => {
    await client.send(new PutItemCommand({ TableName, Item: { ...keyOf(WHOLE), at: { N: String(at) } } }));
  },
});

export const createMeasuredStore = (table: DynamoStoreOptions): MeasuredStore => ({
  ...keepingMeasured(table),
  ...readingMeasured(table),
  ...markingMeasured(table),
});
