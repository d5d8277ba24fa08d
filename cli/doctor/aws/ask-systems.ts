import { type CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import type { SSMClient } from '@aws-sdk/client-ssm';
import type { FunctionName } from '../../../shared/contracts/functions.ts';
import { DAY_MS, HOUR_MS, SECOND_MS } from '../../../shared/domain/time/durations.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { SINK_METRICS, type SinkMetric } from '../../../shared/ports/sink-counts.ts';
import { SOURCE_METRICS, type SourceMetric } from '../../../shared/ports/source-counts.ts';
import { askKept } from '../../aws/ask-kept.ts';
import type { NamedSink, NamedSource } from '../subjects.ts';
import type { SinkHealth, SourceHealth, SystemHealth } from '../system-health.ts';

export interface AskedAws {
  readonly ssm: SSMClient;
  readonly cloudWatch: CloudWatchClient;
  readonly secretsPrefix: string;
  readonly namespace: string;
}

const LOOKED_BACK_MS = 14 * DAY_MS;

const COUNTED_BY: Readonly<Record<SourceMetric, FunctionName>> = {
  RequestTaken: 'receive-webhook',
  RequestNotTaken: 'receive-webhook',
  RequestIgnored: 'translate-lead',
  SubmissionRefused: 'translate-lead',
  FetchRefused: 'translate-lead',
  ReconcileFailed: 'reconcile-sources',
  ReconcileCut: 'reconcile-sources',
};

/** Of one source or sink, by its dimension: which metric, and which function counts it. */
interface Counted<Metric extends string> {
  readonly dimension: 'source' | 'sink';
  readonly name: string;
  readonly metrics: readonly Metric[];
  by(metric: Metric): FunctionName;
}

/** When the metric was last counted, to the hour. */
const lastOf = async <Metric extends string>(
  { cloudWatch, namespace: Namespace }: AskedAws,
  { dimension, name, by }: Counted<Metric>,
  metric: Metric,
  now: Instant,
): Promise<Instant | undefined> => {
  const { Datapoints = [] } = await cloudWatch.send(
    new GetMetricStatisticsCommand({
      ...{ Namespace, MetricName: metric, Statistics: ['Sum'], Period: HOUR_MS / SECOND_MS },
      Dimensions: [
        { Name: 'service', Value: by(metric) },
        { Name: dimension, Value: name },
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

/** What is kept for each, and what its functions have counted of it. */
const askSystems = async <Metric extends string>(
  asked: AskedAws,
  systems: readonly Counted<Metric>[],
  now: Instant,
): Promise<readonly SystemHealth<Metric>[]> => {
  if (systems.length === 0) return [];
  const kept = new Map((await askKept(asked.ssm, asked.secretsPrefix)).map((secret) => [secret.name, secret]));
  return Promise.all(
    systems.map(async (system) => {
      const last: Partial<Record<Metric, Instant>> = {};
      for (const metric of system.metrics) {
        const at = await lastOf(asked, system, metric, now);
        if (at !== undefined) last[metric] = at;
      }
      const secret = kept.get(`${system.dimension}s/${system.name}`);
      return { name: system.name, secretSince: secret?.changed?.getTime(), tokenEnds: secret?.tokenEnds, last };
    }),
  );
};

export const askSources = async (
  asked: AskedAws,
  sources: readonly NamedSource[],
  now: Instant,
): Promise<readonly SourceHealth[]> => {
  const systems = sources.map(({ name }) => ({
    ...{ dimension: 'source' as const, name, metrics: SOURCE_METRICS },
    by: (metric: SourceMetric) => COUNTED_BY[metric],
  }));
  const health = await askSystems(asked, systems, now);
  return health.map((one, i) => ({ ...one, needsSecret: sources[i]?.needsSecret ?? true }));
};

export const askSinks = (
  asked: AskedAws,
  sinks: readonly NamedSink[],
  now: Instant,
): Promise<readonly SinkHealth[]> => {
  const systems = sinks.map(({ name, toldBy }) => ({
    ...{ dimension: 'sink' as const, name, metrics: SINK_METRICS },
    by: (_: SinkMetric) => toldBy,
  }));
  return askSystems(asked, systems, now);
};
