import { Duration, Names, Validations } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { FunctionName } from '../../shared/contracts/functions.ts';
import { addAlarm } from './alarms.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import type { ServiceFunction } from './service-function.ts';

export interface DeadLetterQueueProps {
  readonly defaults: DeploymentDefaults;
}

const encrypted = ({ encryptionKey }: DeploymentDefaults) =>
  encryptionKey === undefined
    ? { encryption: QueueEncryption.SQS_MANAGED }
    : { encryption: QueueEncryption.KMS, encryptionMasterKey: encryptionKey };

/** Where what could not be handled waits for a person: nothing in it is lost for two weeks. */
export const deadLetterQueue = (scope: Construct, id: string, { defaults }: DeadLetterQueueProps): Queue => {
  const queue = new Queue(scope, id, {
    ...encrypted(defaults),
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
    removalPolicy: defaults.removalPolicy,
  });
  Validations.of(queue).acknowledge({ id: 'AwsSolutions-SQS3', reason: 'It is itself where others give up.' });
  return queue;
};

/** To send, and no more: a queue's own grant also lets its attributes be read. */
export const grantSend = (grantee: IGrantable, ...queues: readonly Queue[]): Grant =>
  Grant.addToPrincipal({
    grantee,
    actions: ['sqs:SendMessage'],
    resourceArns: queues.map(({ queueArn }) => queueArn),
  });

/** To ask how much waits. */
export const grantCount = (grantee: IGrantable, ...queues: readonly Queue[]): Grant =>
  Grant.addToPrincipal({
    grantee,
    actions: ['sqs:GetQueueAttributes'],
    resourceArns: queues.map(({ queueArn }) => queueArn),
  });

export interface WorkQueueProps {
  readonly defaults: DeploymentDefaults;
  /** Who will work it off, and how long one batch may take it. */
  readonly name: FunctionName;
  readonly timeout: Duration;
  /**
   * How long a message may wait before that is an alarm.
   * @default ten minutes
   */
  readonly waits?: Duration;
  /**
   * How often a message is tried, and how long it may lie there meanwhile.
   * @default five times, four days
   */
  readonly tries?: { readonly receives: number; readonly retention: Duration };
}

const TRIES = { receives: 5, retention: Duration.days(4) };

/** How many messages one invocation gets. */
export interface Batching {
  /**
   * At most.
   * @default 10
   */
  readonly size?: number;
  /**
   * How long the first of them waits for others.
   * @default it does not
   */
  readonly window?: Duration;
}

/** A queue for one function, and what that cannot work off. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const { defaults, name, timeout, waits = Duration.minutes(10), tries = TRIES } = props;
    this.deadLetters = deadLetterQueue(this, 'DeadLetters', { defaults });
    this.queue = new Queue(this, 'Queue', {
      ...encrypted(defaults),
      enforceSSL: true,
      // As AWS advises, so that throttled batches are not taken for failed ones.
      visibilityTimeout: Duration.seconds(timeout.toSeconds() * 6),
      retentionPeriod: tries.retention,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: tries.receives },
      removalPolicy: defaults.removalPolicy,
    });
    addAlarm(this, 'DeadLetterAlarm', {
      defaults,
      what: `${name} gave up on a message.`,
      runbook: 'queues.md#dead-letters',
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
    });
    addAlarm(this, 'AgeAlarm', {
      defaults,
      what: `A message has been waiting for ${name} for ${waits.toHumanString()}.`,
      runbook: 'queues.md#old-messages',
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(1), statistic: 'Maximum' }),
      atLeast: waits.toSeconds(),
    });
  }

  /** `maxConcurrency`: how many invocations there are at once, at most; it bounds the contention for documents. */
  feed(consumer: ServiceFunction, maxConcurrency: number, { size = 10, window }: Batching = {}): void {
    Grant.addToPrincipal({
      grantee: consumer,
      actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      resourceArns: [this.queue.queueArn],
    });
    // As SqsEventSource makes it, with its id, but without the permissions that a mapping does not need.
    consumer.function.addEventSourceMapping(`SqsEventSource:${Names.nodeUniqueId(this.queue.node)}`, {
      eventSourceArn: this.queue.queueArn,
      batchSize: size,
      ...(window === undefined ? {} : { maxBatchingWindow: window }),
      maxConcurrency,
      reportBatchItemFailures: true,
    });
  }
}
