import { type CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import type { SSMClient } from '@aws-sdk/client-ssm';
import type { FunctionName } from '../../../shared/contracts/functions.ts';
import { DAY_MS, HOUR_MS, SECOND_MS } from '../../../shared/domain/time/durations.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import type { SourceMetric } from '../../../shared/ports/source-counts.ts';
import { askKept } from '../../aws/ask-kept.ts';
import type { SourceHealth } from '../source-health.ts';

export interface Asked {
  readonly ssm: SSMClient;
  readonly cloudWatch: CloudWatchClient;
  readonly secretsPrefix: string;
  readonly namespace: string;
}

const LOOKED_BACK_MS = 14 * DAY_MS;

/** When a function last counted this of the source, to the hour. */
const lastOf = async (
  { cloudWatch, namespace: Namespace }: Asked,
  metric: { readonly name: SourceMetric; readonly by: FunctionName },
  source: string,
  now: Instant,
): Promise<Instant | undefined> => {
  const { Datapoints = [] } = await cloudWatch.send(
    new GetMetricStatisticsCommand({
      ...{ Namespace, MetricName: metric.name, Statistics: ['Sum'], Period: HOUR_MS / SECOND_MS },
      Dimensions: [
        { Name: 'service', Value: metric.by },
        { Name: 'source', Value: source },
      ],
      StartTime: new Date(now - LOOKED_BACK_MS),
      EndTime: new Date(now),
    }),
  );
  const instants = Datapoints.flatMap(({ Timestamp, Sum = 0 }) =>
    Timestamp === undefined || Sum === 0 ? [] : [Timestamp.getTime()],
  );
  return instants.length === 0 ? undefined : Math.max(...instants);
};

/** What is kept for each of the sources, and what its functions have counted. */
export const askSources = async (
  asked: Asked,
  sources: readonly string[],
  now: Instant,
): Promise<readonly SourceHealth[]> => {
  if (sources.length === 0) return [];
  const kept = new Map((await askKept(asked.ssm, asked.secretsPrefix)).map((secret) => [secret.name, secret]));
  return Promise.all(
    sources.map(async (name) => {
      const [lastTaken, lastNotTaken, lastFetchRefused] = await Promise.all([
        lastOf(asked, { name: 'RequestTaken', by: 'receive-webhook' }, name, now),
        lastOf(asked, { name: 'RequestNotTaken', by: 'receive-webhook' }, name, now),
        lastOf(asked, { name: 'FetchRefused', by: 'translate-lead' }, name, now),
      ]);
      const secret = kept.get(`sources/${name}`);
      return {
        name,
        secretSince: secret?.changed?.getTime(),
        tokenEnds: secret?.tokenEnds,
        ...{ lastTaken, lastNotTaken, lastFetchRefused },
      };
    }),
  );
};
