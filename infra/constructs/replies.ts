import { Annotations, Duration } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import { addAlarm } from './alarms.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import { DOCUMENTS_OF } from './documents-of.ts';
import { grantSms } from './grant-sms.ts';
import { ServiceFunction } from './service-function.ts';
import type { StateTable } from './state-table.ts';
import { deadLetterQueue, WorkQueue } from './work-queue.ts';

export interface RepliesProps {
  readonly defaults: DeploymentDefaults;
  readonly agreement: Agreement;
  readonly state: StateTable;
  /** Of the topic to which the two-way number publishes what it receives. */
  readonly topicArn: string;
}

/** What reps write back by SMS: topic, queue, function. */
export class Replies extends Construct {
  readonly function: ServiceFunction;
  readonly work: WorkQueue;
  /** What the topic could not hand to the queue. */
  readonly undelivered: Queue;

  constructor(scope: Construct, id: string, { defaults, agreement, state, topicArn }: RepliesProps) {
    super(scope, id);
    if (agreement.sla.alerts.senderId !== undefined) {
      Annotations.of(this).addWarningV2(
        'golden-hour:senderIdTakesNoReplies',
        'Alerts that come from `senderId` of sla.yaml cannot be replied to. Leave it out, so that they come from the two-way number.',
      );
    }
    const name = 'read-reply';
    const timeout = Duration.seconds(30);
    this.work = new WorkQueue(this, 'Work', { defaults, name, timeout });
    this.function = new ServiceFunction(this, 'ReadReply', {
      defaults,
      agreement,
      name,
      timeout,
      description: 'Takes the answer that a rep writes back by SMS',
      environment: { TABLE_NAME: state.table.tableName },
    });
    state.grantDecide(this.function, DOCUMENTS_OF[this.function.name]);
    // What it says, it says to a rep's phone.
    if (Object.values(agreement.reps).some(({ phone }) => phone !== undefined)) grantSms(this.function);
    this.work.feed(this.function, 5);
    this.undelivered = deadLetterQueue(this, 'Undelivered', { defaults });
    const topic = Topic.fromTopicArn(this, 'Topic', topicArn);
    // Not raw: the envelope tells when the reply came.
    topic.addSubscription(new SqsSubscription(this.work.queue, { deadLetterQueue: this.undelivered }));
    addAlarm(this, 'UndeliveredAlarm', {
      defaults,
      what: `The topic of the two-way number could not hand a reply to ${name}.`,
      runbook: 'answers.md#a-reply-does-not-arrive',
      metric: this.undelivered.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
    });
  }
}
