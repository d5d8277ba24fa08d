import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  PeriodOverride,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { WorkQueue } from './constructs/work-queue.ts';
import type { GoldenHourMetrics } from './golden-hour-metrics.ts';
import { partsOf } from './parts-of.ts';

/** Of the 24 columns of a dashboard. */
const THIRD = 8;

const graph = (title: string, left: readonly IMetric[], right: readonly IMetric[] = []): GraphWidget =>
  new GraphWidget({ title, width: THIRD, left: [...left], right: [...right] });

const promise = (goldenHour: GoldenHourMetrics, withinMs: number): readonly IWidget[] => [
  new GraphWidget({
    title: 'Time to alert, in milliseconds',
    width: THIRD,
    left: ['p50', 'p99'].map((statistic) => goldenHour.metricTimeToAlert({ statistic, label: statistic })),
    leftAnnotations: [{ value: withinMs, label: 'promised' }],
  }),
  graph('Broken promises', [goldenHour.metricSlaBreachesByUs(), goldenHour.metricSlaBreachesBySales()]),
  graph('Waitlists', [goldenHour.metricLeadsWaiting()], [goldenHour.metricExpectedWait()]),
];

const flow = (goldenHour: GoldenHourMetrics): readonly IWidget[] => [
  graph('Leads', [goldenHour.metricLeadsQualified(), goldenHour.metricLeadsAssigned()]),
  graph(
    'Messages, and reps whom none reaches',
    [goldenHour.metricMessagesSent(), goldenHour.metricMessagesFailed()],
    [goldenHour.metricRepsUnreachable()],
  ),
  graph('What producers send', [goldenHour.metricRefused()], [goldenHour.metricFieldsIgnored()]),
];

const machinery = (goldenHour: GoldenHourMetrics): readonly IWidget[] => {
  const { routes, rechecks, publishing, watch, replies, bounces, sinks, functions } = partsOf(goldenHour);
  const work: readonly (readonly [string, WorkQueue])[] = [
    ...Object.entries(routes).map(([name, route]) => [name, route.work] as const),
    ['advance-clock', rechecks],
    ['publish-events', publishing.retries],
    ['watch-clocks', watch.ticks],
    ...(replies === undefined ? [] : [['read-reply', replies.work] as const]),
    ...(bounces === undefined ? [] : [['hear-bounce', bounces.work] as const]),
    ...(sinks?.routes ?? []).map(({ sink, work: ofSink }) => [`sink ${sink.name}`, ofSink] as const),
  ];
  return [
    graph(
      'Oldest message, in seconds',
      work.map(([label, { queue }]) => queue.metricApproximateAgeOfOldestMessage({ label, statistic: 'Maximum' })),
    ),
    graph(
      'Dead letters',
      work.map(([label, { deadLetters }]) =>
        deadLetters.metricApproximateNumberOfMessagesVisible({ label, statistic: 'Maximum' }),
      ),
    ),
    graph(
      'Errors and heartbeat',
      functions.map(({ name, function: each }) => each.metricErrors({ label: name })),
      [goldenHour.metricHeartbeat()],
    ),
  ];
};

const alarmsIn = (goldenHour: GoldenHourMetrics): readonly Alarm[] =>
  goldenHour.node.findAll().filter((each) => each instanceof Alarm);

/** The promise first, then what it depends on, then every alarm. */
export const addDashboard = (goldenHour: GoldenHourMetrics, withinMs: number): Dashboard => {
  const alarms = alarmsIn(goldenHour);
  return new Dashboard(goldenHour, 'Dashboard', {
    defaultInterval: Duration.days(1),
    periodOverride: PeriodOverride.AUTO,
    widgets: [
      [...promise(goldenHour, withinMs)],
      [...flow(goldenHour)],
      [...machinery(goldenHour)],
      [new AlarmStatusWidget({ title: 'Alarms', width: 3 * THIRD, height: 8, alarms: [...alarms] })],
    ],
  });
};
