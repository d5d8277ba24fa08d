import { Duration } from 'aws-cdk-lib';
import { EventBus, EventField, Match, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import { DOCUMENTS_OF } from './documents-of.ts';
import { undeliveredQueue } from './event-route.ts';
import { ServiceFunction } from './service-function.ts';
import type { SesEmail } from './ses-email.ts';
import type { StateTable } from './state-table.ts';
import { grantSend, WorkQueue } from './work-queue.ts';

/** What hear-bounce reads of the mail in an event. */
const READ_OF_MAIL = ['messageId', 'timestamp', 'destination', 'tags'] as const;

export interface BouncesProps {
  readonly defaults: DeploymentDefaults;
  readonly agreement: Agreement;
  readonly state: StateTable;
  readonly email: SesEmail;
  /** Where alert-rep is asked to send by another channel. */
  readonly alerts: WorkQueue;
}

/** Mails that come back: SES, default bus, rule, queue, function. SES tells no other bus. */
export class Bounces extends Construct {
  readonly function: ServiceFunction<'hear-bounce'>;
  readonly work: WorkQueue;
  /** What the default bus could not hand to the queue. */
  readonly undelivered: Queue;

  constructor(scope: Construct, id: string, { defaults, agreement, state, email, alerts }: BouncesProps) {
    super(scope, id);
    const name = 'hear-bounce';
    const timeout = Duration.seconds(30);
    this.work = new WorkQueue(this, 'Work', { defaults, name, timeout });
    this.function = new ServiceFunction(this, 'HearBounce', {
      ...{ defaults, agreement, name, timeout },
      description: 'Takes a mail that came back for a channel that failed',
      environment: { TABLE_NAME: state.table.tableName, ALERT_QUEUE_URL: alerts.queue.queueUrl },
    });
    state.grantLoad(this.function, DOCUMENTS_OF[name]);
    // Of a link it only asks which leads the mail told of.
    const changed = DOCUMENTS_OF[name].filter((type) => type !== 'link');
    state.grantCommit(this.function, changed);
    grantSend(this.function, alerts.queue);
    // One at a time: a mail may have told of hundreds of leads, each of them a commit.
    this.work.feed(this.function, 2, { size: 1 });
    this.undelivered = undeliveredQueue(this, { defaults, target: name });
    this.hear(email);
  }

  /** Of what this deployment sent; out-of-office notes and full mailboxes, which are Transient, stay away. */
  private hear({ configurationSet }: SesEmail): void {
    const eventBus = EventBus.fromEventBusName(this, 'DefaultBus', 'default');
    configurationSet.addEventDestination('Returns', {
      destination: EventDestination.eventBus(eventBus),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
    const ours = { tags: { 'ses:configuration-set': Match.exactString(configurationSet.configurationSetName) } };
    const field = (path: string) => EventField.fromPath(`$.detail.${path}`);
    const mail = Object.fromEntries(READ_OF_MAIL.map((name) => [name, field(`mail.${name}`)]));
    const rule = (detailType: string, pattern: object = {}, more: object = {}) =>
      new Rule(this, detailType.replaceAll(' ', ''), {
        eventBus,
        eventPattern: { source: ['aws.ses'], detailType: [detailType], detail: { mail: ours, ...pattern } },
        targets: [
          new SqsQueue(this.work.queue, {
            deadLetterQueue: this.undelivered,
            // An event has all of a mail's headers, and its subject names the lead.
            message: RuleTargetInput.fromObject({
              id: EventField.eventId,
              time: EventField.time,
              detail: { eventType: field('eventType'), mail, ...more },
            }),
          }),
        ],
      });
    rule(
      'Email Bounced',
      { bounce: { bounceType: ['Permanent'] } },
      { bounce: { bounceType: field('bounce.bounceType') } },
    );
    rule('Email Complaint Received');
  }
}
