import { type CloudWatchClient, paginateDescribeAlarms } from '@aws-sdk/client-cloudwatch';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { queryShards } from '../../../shared/adapters/aws/index-queries.ts';
import { TABLE_LAYOUT } from '../../../shared/contracts/documents/table-layout.ts';
import { toIso } from '../../../shared/domain/time/instant.ts';
import type { FiringAlarm, Late } from '../deployment.ts';

/** DescribeAlarms takes so many names. */
const MOST_NAMES = 100;

/** Counted in each of the index's shards; beyond it how many there are makes no difference. */
const MOST_IN_SHARD = 1_000;

export const askAlarms = async (
  client: CloudWatchClient,
  names: readonly string[],
): Promise<readonly FiringAlarm[]> => {
  const firing: FiringAlarm[] = [];
  for (let first = 0; first < names.length; first += MOST_NAMES) {
    const AlarmNames = names.slice(first, first + MOST_NAMES);
    for await (const { MetricAlarms = [] } of paginateDescribeAlarms({ client }, { AlarmNames, StateValue: 'ALARM' })) {
      for (const {
        AlarmName = '',
        AlarmDescription = '',
        StateTransitionedTimestamp,
        StateUpdatedTimestamp,
      } of MetricAlarms) {
        const since = (StateTransitionedTimestamp ?? StateUpdatedTimestamp)?.getTime();
        firing.push({ name: AlarmName, description: AlarmDescription, ...(since === undefined ? {} : { since }) });
      }
    }
  }
  return firing;
};

/** What an index holds that is older than an instant (epoch milliseconds): how much, and since when. No more leaves the table. */
export const askLate = async (
  client: DynamoDBClient,
  tableName: string,
  index: 'due' | 'unpublished',
  before: number,
): Promise<Late | undefined> => {
  const { sortKey } = TABLE_LAYOUT.indexes[index];
  const upTo = toIso(before - 1);
  const shards = await queryShards(client, tableName, { index, upTo, limit: MOST_IN_SHARD });
  const instants = shards.flat().map((item) => Date.parse(item[sortKey]?.S ?? ''));
  if (instants.length === 0) return undefined;
  return {
    count: instants.length,
    more: shards.some((items) => items.length >= MOST_IN_SHARD),
    oldest: instants.reduce((oldest, instant) => Math.min(oldest, instant)),
  };
};
