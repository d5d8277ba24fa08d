import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { EnvironmentOf } from '../../shared/contracts/functions.ts';
import { addAlarm } from './alarms.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import { DOCUMENTS_OF } from './documents-of.ts';
import { undeliveredQueue } from './event-route.ts';
import { ServiceFunction } from './service-function.ts';
import type { StateTable } from './state-table.ts';
import { grantCount, grantSend, WorkQueue } from './work-queue.ts';

type QueueVariable = Exclude<keyof EnvironmentOf<'watch-clocks'>, 'TABLE_NAME'>;

export interface WatchProps {
  readonly defaults: DeploymentDefaults;
  readonly state: StateTable;
  /** Where it has things looked at again. */
  readonly queues: Readonly<Record<QueueVariable, Queue>>;
}

/** Every minute: whatever is past due, unpublished or unclaimed is looked at again. */
export class Watch extends Construct {
  readonly function: ServiceFunction;
  readonly ticks: WorkQueue;
  readonly undelivered: Queue;

  constructor(scope: Construct, id: string, { defaults, state, queues }: WatchProps) {
    super(scope, id);
    const name = 'watch-clocks';
    const timeout = Duration.seconds(50);
    this.ticks = new WorkQueue(this, 'Ticks', { defaults, name, timeout });
    this.function = new ServiceFunction(this, 'WatchClocks', {
      defaults,
      name,
      timeout,
      description: 'Finds what is past due, unpublished or unclaimed',
      environment: {
        TABLE_NAME: state.table.tableName,
        ROUTE_QUEUE_URL: queues.ROUTE_QUEUE_URL.queueUrl,
        ALERT_QUEUE_URL: queues.ALERT_QUEUE_URL.queueUrl,
        CLOCK_QUEUE_URL: queues.CLOCK_QUEUE_URL.queueUrl,
        PUBLISH_QUEUE_URL: queues.PUBLISH_QUEUE_URL.queueUrl,
      },
    });
    state.grantLoad(this.function, DOCUMENTS_OF[this.function.name]);
    state.grantQueryIndex(this.function, 'due');
    state.grantUnpublished(this.function);
    grantSend(this.function, ...Object.values(queues));
    grantCount(this.function, ...Object.values(queues));
    this.ticks.feed(this.function, 2, { size: 1 });
    this.undelivered = undeliveredQueue(this, { defaults, target: name });
    new Rule(this, 'EveryMinute', {
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new SqsQueue(this.ticks.queue, { deadLetterQueue: this.undelivered })],
    });
    // One alarm for all that waits for a person: each alarm costs.
    addAlarm(this, 'StuckAlarm', {
      defaults,
      what: 'Leads are due, or facts unpublished, for a quarter of an hour, or the deployed version cannot read them.',
      runbook: 'clocks.md#leads-or-facts-are-stuck',
      metric: this.function.metric('Stuck', { period: Duration.minutes(5) }),
    });
    addAlarm(this, 'SilenceAlarm', {
      defaults,
      what: 'watch-clocks has not come to its end for five minutes: late leads stay late.',
      runbook: 'clocks.md#watch-clocks-is-silent',
      metric: this.function.metric('Heartbeat', { period: Duration.minutes(5) }),
      onSilence: true,
    });
  }
}
