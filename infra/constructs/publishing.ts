import { Duration } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { addAlarm } from './alarms.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import { ServiceFunction } from './service-function.ts';
import type { StateTable } from './state-table.ts';
import { deadLetterQueue, grantSend, WorkQueue } from './work-queue.ts';

export interface PublishingProps {
  readonly defaults: DeploymentDefaults;
  readonly state: StateTable;
  readonly bus: EventBus;
}

/*
 * A document's image with facts to publish. `outboxFrom` and not `outbox`, which is a list: a filter sees
 * leaves only. What TTL removes has no new image, and does not pass.
 */
const WITH_FACTS = FilterCriteria.filter({
  eventName: FilterRule.or('INSERT', 'MODIFY'),
  dynamodb: { NewImage: { outboxFrom: { N: FilterRule.exists() } } },
});

/** From the table's stream to the bus: what was committed is published. */
export class Publishing extends Construct {
  readonly function: ServiceFunction;
  /** What the bus refused, and what watch-clocks found unpublished. */
  readonly retries: WorkQueue;
  /** Which records of the stream could not be worked off; their facts are found by watch-clocks. */
  readonly failures: Queue;

  constructor(scope: Construct, id: string, { defaults, state, bus }: PublishingProps) {
    super(scope, id);
    const name = 'publish-events';
    const timeout = Duration.seconds(30);
    this.retries = new WorkQueue(this, 'Retries', { defaults, name, timeout });
    this.failures = deadLetterQueue(this, 'Failures', { defaults });
    this.function = new ServiceFunction(this, 'PublishEvents', {
      defaults,
      name,
      timeout,
      description: 'Publishes what was committed, in the order of each lead',
      environment: {
        TABLE_NAME: state.table.tableName,
        BUS_NAME: bus.eventBusName,
        PUBLISH_QUEUE_URL: this.retries.queue.queueUrl,
      },
    });
    state.grantMark(this.function);
    bus.grantPutEventsTo(this.function);
    grantSend(this.function, this.retries.queue, this.failures);
    this.retries.feed(this.function, 2);
    state.grantReadStream(this.function.role);
    this.function.function.addEventSourceMapping('Stream', {
      eventSourceArn: state.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [WITH_FACTS],
      batchSize: 100,
      // Still in order for each document: its records always go to the same of the ten.
      parallelizationFactor: 10,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      // A shard that stands still is worse than a fact that watch-clocks publishes.
      retryAttempts: 5,
      maxRecordAge: Duration.hours(1),
      // SqsDlq would also let the queue's attributes be read.
      onFailure: { bind: () => ({ destination: this.failures.queueArn }) },
    });
    addAlarm(this, 'FailuresAlarm', {
      defaults,
      what: 'publish-events gave up on a batch of the stream.',
      runbook: 'publishing.md#a-batch-is-given-up',
      metric: this.failures.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
    });
    addAlarm(this, 'EventsRefusedAlarm', {
      defaults,
      what: 'An event of a producer was refused: what it told is not in the table.',
      runbook: 'inbound.md#events-are-refused',
      metric: this.function.metric('LeadRefused', { period: Duration.hours(1) }),
    });
    addAlarm(this, 'LagAlarm', {
      defaults,
      what: 'Facts are published more than five minutes after their commit.',
      runbook: 'publishing.md#publishing-lags',
      metric: this.function.function.metric('IteratorAge', { period: Duration.minutes(1), statistic: 'Maximum' }),
      atLeast: Duration.minutes(5).toMilliseconds(),
      periods: 3,
    });
  }
}
