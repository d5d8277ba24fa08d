import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Role } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { SLACK_SECRET } from '../../shared/contracts/sinks/slack-secrets.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import { addAlarm } from './alarms.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import { DOCUMENTS_OF } from './documents-of.ts';
import type { EmailOut } from './email-out.ts';
import { undeliveredQueue } from './event-route.ts';
import { grantAskSms } from './grant-sms.ts';
import { grantReadSecrets, secretsPrefix } from './secrets.ts';
import { ServiceFunction } from './service-function.ts';
import { hasSlack } from './slack-app.ts';
import type { StateTable } from './state-table.ts';

/** Of each hour: each hour of the alarms then has one run, and at the full hour everybody's schedules ask AWS. */
const MINUTE = '17';

const PERIOD = Duration.hours(1);

export interface ReachCheckProps {
  readonly defaults: DeploymentDefaults;
  readonly agreement: Agreement;
  readonly state: StateTable;
  readonly email: EmailOut;
  /** Whom the topics let ask for their subscriptions. */
  readonly role: Role;
}

/**
 * Every hour: whether messages to the reps would arrive. No queue keeps checks that failed, for the next one makes up for
 * them.
 */
export class ReachCheck extends Construct {
  readonly function: ServiceFunction<'check-reach'>;
  /** What the rule could not hand to it. */
  readonly undelivered: Queue;

  constructor(scope: Construct, id: string, { defaults, agreement, state, email, role }: ReachCheckProps) {
    super(scope, id);
    this.function = new ServiceFunction(this, 'CheckReach', {
      defaults,
      agreement,
      name: 'check-reach',
      description: 'Asks AWS whether messages to the reps would arrive',
      // Two thousand topics, at twenty a second, and as many commits.
      timeout: Duration.minutes(5),
      environment: {
        TABLE_NAME: state.table.tableName,
        ...email.environment,
        SECRETS_PREFIX: secretsPrefix(defaults),
      },
      role,
    });
    state.grantDecide(this.function, DOCUMENTS_OF[this.function.name]);
    email.grantAsk(this.function);
    if (hasSlack(agreement)) grantReadSecrets(this.function, [SLACK_SECRET], defaults);
    if (Object.values(agreement.reps).some(({ phone }) => phone !== undefined)) grantAskSms(this.function);
    this.undelivered = undeliveredQueue(this, { defaults, target: this.function.name });
    new Rule(this, 'EveryHour', {
      schedule: Schedule.cron({ minute: MINUTE }),
      targets: [new LambdaFunction(this.function.function, { deadLetterQueue: this.undelivered })],
    });
    addAlarm(this, 'UnreachableAlarm', {
      defaults,
      what: 'None of the channels of a rep reaches them.',
      runbook: 'alerts.md#a-rep-cannot-be-reached',
      metric: this.function.metric('RepsUnreachable', { period: PERIOD, statistic: Stats.MAXIMUM }),
    });
    addAlarm(this, 'SpendAlarm', {
      defaults,
      what: 'Four fifths of what SMS may cost in a month are spent.',
      runbook: 'alerts.md#the-sms-limit-is-near',
      metric: this.function.metric('SpendNearLimit', { period: PERIOD, statistic: Stats.MAXIMUM }),
    });
  }
}
