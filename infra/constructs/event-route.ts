import { Duration } from 'aws-cdk-lib';
import { type EventBus, type EventPattern, Match, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Lane } from '../../shared/contracts/functions.ts';
import {
  eventPattern,
  laneOf,
  type Matcher,
  type Subscriber,
  type Subscription,
  subscriptions,
} from '../../shared/contracts/subscriptions.ts';
import { addAlarm } from './alarms.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import type { ServiceFunction } from './service-function.ts';
import { type Batching, deadLetterQueue, WorkQueue } from './work-queue.ts';

export const subscriptionsOf = (subscriber: Subscriber): readonly Subscription[] =>
  subscriptions.filter((subscription) => subscription.function === subscriber);

/** CDK types a matcher as strings and hides its objects in them. */
const cdkMatcher = (matcher: Matcher): string[] =>
  matcher.flatMap((test) => (typeof test === 'string' ? [test] : Match.anythingBut(...test['anything-but'])));

export const cdkPattern = (subscription: Subscription): EventPattern => {
  const { source, 'detail-type': detailType, detail } = eventPattern(subscription);
  return {
    source: cdkMatcher(source),
    detailType: cdkMatcher(detailType),
    ...(detail === undefined ? {} : { detail }),
  };
};

export interface UndeliveredQueueProps {
  readonly defaults: DeploymentDefaults;
  /** Who should have got the events. */
  readonly target: string;
}

/** For events that a rule could not hand to its target. */
export const undeliveredQueue = (scope: Construct, { defaults, target }: UndeliveredQueueProps): Queue => {
  const queue = deadLetterQueue(scope, 'Undelivered', { defaults });
  addAlarm(scope, 'UndeliveredAlarm', {
    defaults,
    what: `The bus could not hand an event to ${target}.`,
    runbook: 'queues.md#undelivered-events',
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: 'Maximum' }),
  });
  return queue;
};

/** As `WorkQueueProps.waits`: a million rows take some hours. */
const BULK_WAITS = Duration.hours(6);

export interface EventRouteProps {
  readonly defaults: DeploymentDefaults;
  readonly bus: EventBus;
  readonly consumer: ServiceFunction;
  readonly maxConcurrency: number;
  /** Of those that hear both by themselves; the prompt one unless told. */
  readonly lane?: Lane;
  readonly batching?: Batching;
  /** As `WorkQueueProps.waits`. */
  readonly waits?: Duration;
}

/** What a function subscribes to: bus, rule, queue, function. */
export class EventRoute extends Construct {
  readonly work: WorkQueue;
  readonly undelivered: Queue;

  constructor(
    scope: Construct,
    id: string,
    { defaults, bus, consumer, maxConcurrency, lane = 'prompt', batching, waits }: EventRouteProps,
  ) {
    super(scope, id);
    const { name, timeout } = consumer;
    this.work = new WorkQueue(this, 'Work', {
      defaults,
      name,
      timeout,
      ...(lane === 'bulk' ? { waits: BULK_WAITS } : waits === undefined ? {} : { waits }),
    });
    this.work.feed(consumer, maxConcurrency, batching);
    this.undelivered = undeliveredQueue(this, { defaults, target: name });
    const heard = subscriptionsOf(name).filter((subscription) => (laneOf(subscription) ?? 'prompt') === lane);
    heard.forEach((subscription, index) => {
      new Rule(this, `Rule${index}`, {
        eventBus: bus,
        eventPattern: cdkPattern(subscription),
        targets: [new SqsQueue(this.work.queue, { deadLetterQueue: this.undelivered })],
      });
    });
  }
}
