import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { SLACK_SECRET } from '../../shared/contracts/sinks/slack-secrets.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { EmailBySes } from '../golden-hour-props.ts';
import { addAlarm } from './alarms.ts';
import type { Clock } from './clock.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import { DOCUMENTS_OF } from './documents-of.ts';
import type { EmailOut } from './email-out.ts';
import { grantSms } from './grant-sms.ts';
import { RepTopics } from './rep-topics.ts';
import { grantReadSecrets, secretsPrefix } from './secrets.ts';
import { functionRole, ServiceFunction } from './service-function.ts';
import { SesEmail } from './ses-email.ts';
import { hasSlack } from './slack-app.ts';
import type { StateTable } from './state-table.ts';

export interface DecidingFunctionsProps {
  readonly defaults: DeploymentDefaults;
  readonly agreement: Agreement;
  readonly state: StateTable;
  readonly linkBase: string;
  /** Whether reps can answer an alert by SMS. */
  readonly repliesBySms: boolean;
  /** Who may ask for the subscriptions of the reps' topics. */
  readonly checker: Role;
  /**
   * An identity of SES to send e-mail from.
   * @default none: e-mail goes by SNS
   */
  readonly ses?: EmailBySes | undefined;
  /** Who else may send e-mail to reps and marketing. */
  readonly publishers: readonly Role[];
  readonly clock: Clock;
}

/** Of the functions that decide, for which nobody waits at a page. */
export const DECIDES_WITHIN = Duration.seconds(30);

/** Every function that decides by the agreement, but read-reply, which not every deployment has. */
export interface DecidingFunctions {
  readonly scoreLead: ServiceFunction;
  readonly recordAnswer: ServiceFunction;
  readonly routeLead: ServiceFunction;
  readonly advanceClock: ServiceFunction;
  readonly answerAlert: ServiceFunction;
  readonly alertRep: ServiceFunction;
  readonly email: EmailOut;
}

type AlertRepProps = DecidingFunctionsProps & { readonly environment: { readonly TABLE_NAME: string } };

/** alert-rep, with what its e-mail goes by. */
const alerting = (scope: Construct, props: AlertRepProps): Pick<DecidingFunctions, 'alertRep' | 'email'> => {
  const { defaults, agreement, environment, linkBase, repliesBySms, ses, checker, publishers } = props;
  const role = functionRole(scope, 'AlertRepRole');
  const email =
    ses === undefined
      ? new RepTopics(scope, 'Topics', {
          reps: Object.values(agreement.reps),
          marketing: agreement.sla.marketing?.email,
          encryptionKey: defaults.encryptionKey,
          publishers: [role, ...publishers],
          checker,
        })
      : new SesEmail(scope, 'Email', ses);
  const alertRep = new ServiceFunction(scope, 'AlertRep', {
    defaults,
    agreement,
    timeout: DECIDES_WITHIN,
    name: 'alert-rep',
    description: 'Tells a rep by SMS, e-mail and Slack',
    environment: {
      ...environment,
      LINK_BASE: linkBase,
      ...email.environment,
      REPLIES: repliesBySms ? 'on' : 'off',
      SECRETS_PREFIX: secretsPrefix(defaults),
    },
    role,
  });
  addAlarm(scope, 'MessagesFailedAlarm', {
    defaults,
    what: 'Five messages to reps failed in a quarter of an hour.',
    runbook: 'alerts.md#messages-fail',
    metric: alertRep.metric('MessageFailed', { period: Duration.minutes(15) }),
    atLeast: 5,
  });
  return { alertRep, email };
};

/** A producer has changed a form, or never filled it as we read it. */
const watchFields = (scope: Construct, scoreLead: ServiceFunction, defaults: DeploymentDefaults): void => {
  addAlarm(scope, 'FieldsIgnoredAlarm', {
    defaults,
    what: 'Of more than a fifth of the captures of an hour, fields were cut or left out.',
    runbook: 'inbound.md#fields-are-left-out',
    // 0 or 1 of each capture.
    metric: scoreLead.metric('LeadFieldsIgnored', { period: Duration.hours(1), statistic: Stats.AVERAGE }),
    moreThan: 0.2,
  });
};

/** Makes the functions and lets each do what it has to. Their ids lie in `scope`. */
export const decidingFunctions = (scope: Construct, props: DecidingFunctionsProps): DecidingFunctions => {
  const { defaults, agreement, state, clock } = props;
  const environment = { TABLE_NAME: state.table.tableName };
  const decides = { defaults, agreement, environment, timeout: DECIDES_WITHIN };
  const scoreLead = new ServiceFunction(scope, 'ScoreLead', {
    ...decides,
    name: 'score-lead',
    description: 'Keeps what a lead is and did, scores it, says when it is hot',
  });
  watchFields(scope, scoreLead, defaults);
  const recordAnswer = new ServiceFunction(scope, 'RecordAnswer', {
    ...decides,
    name: 'record-answer',
    description: 'Records what a rep or the CRM says became of a lead',
  });
  const routeLead = new ServiceFunction(scope, 'RouteLead', {
    ...decides,
    name: 'route-lead',
    description: 'Gives a hot lead to a rep, or puts it in line',
  });
  const advanceClock = new ServiceFunction(scope, 'AdvanceClock', {
    ...decides,
    name: 'advance-clock',
    description: 'Looks at a lead whose clause may have run out',
    environment: {
      ...environment,
      CLOCK_ARN: clock.stateMachine.stateMachineArn,
    },
  });
  const answerAlert = new ServiceFunction(scope, 'AnswerAlert', {
    ...decides,
    name: 'answer-alert',
    // A rep is waiting, and the API waits no longer than half a minute.
    timeout: Duration.seconds(10),
    description: 'Shows the lead behind a link and takes the answer',
  });
  const { alertRep, email } = alerting(scope, { ...props, environment });

  for (const decider of [scoreLead, recordAnswer, routeLead, advanceClock, answerAlert, alertRep]) {
    state.grantDecide(decider, DOCUMENTS_OF[decider.name]);
  }
  clock.serve(advanceClock);
  state.grantQueryIndex(routeLead, 'waiting');
  state.grantQueryIndex(answerAlert, 'owned');
  state.grantHistory(answerAlert);
  email.grantSend(alertRep);
  // Whoever has a phone may be told by SMS when e-mail fails.
  if (Object.values(agreement.reps).some(({ phone }) => phone !== undefined)) grantSms(alertRep);
  if (hasSlack(agreement)) grantReadSecrets(alertRep, [SLACK_SECRET], defaults);
  return { scoreLead, recordAnswer, routeLead, advanceClock, answerAlert, alertRep, email };
};
