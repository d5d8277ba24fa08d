import type { Agreement, Rep } from '../../shared/domain/agreement/agreement.ts';
import { isNorthAmerican } from '../../shared/domain/alert/channels/sms/sms-standing.ts';
import { repsToReach } from '../../shared/domain/alert/reach/who-is-told.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { CHANNELS, type Channel } from '../../shared/domain/vocabulary/channels.ts';
import { CHANNEL_CHECKS } from './channels/channel-checks.ts';
import { diagnoseMarketing, diagnoseReps } from './diagnose-reps.ts';
import { diagnoseStack } from './diagnose-stack.ts';
import { diagnoseSystems } from './diagnose-systems.ts';
import type { Facts } from './facts.ts';
import { DOCTOR_PAGE, type Finding } from './finding.ts';

interface Question {
  /**
   * Who is asked.
   * @default AWS
   */
  readonly of?: string;
  readonly about: string;
  readonly permissions: string;
  /** Whether the answer matters, and whether it could have been a problem that no other finding tells. */
  readonly weight: (reps: readonly Rep[], agreement: Agreement) => Finding['severity'] | 'none';
}

const ifAnybodyHas = (channel: Channel) => (reps: readonly Rep[]) =>
  reps.some(({ channels }) => channels.includes(channel)) ? 'warning' : 'none';

const ifSms = ifAnybodyHas('sms');
const ifEmail = ifAnybodyHas('email');
const ifSlack = ifAnybodyHas('slack');

/*
 * Of subscriptions and SMS it is the reps who tell what is a problem: whoever is not known to be reached
 * is one, and where everybody is reached without the answer, it is missed by nobody.
 */
const QUESTIONS: Readonly<Record<keyof Facts, Question>> = {
  email: {
    about: 'e-mail',
    permissions:
      'ssm:GetParameters and sns:ListSubscriptionsByTopic, or ses:GetAccount, ses:GetEmailIdentity and ses:GetSuppressedDestination where it goes by SES',
    weight: (reps, { sla }) => (sla.marketing?.email === undefined ? ifEmail(reps) : 'warning'),
  },
  sandbox: {
    about: 'the SMS sandbox',
    permissions: 'sns:GetSMSSandboxAccountStatus and sns:ListSMSSandboxPhoneNumbers',
    weight: ifSms,
  },
  optedOut: { about: 'numbers that opted out of SMS', permissions: 'sns:ListPhoneNumbersOptedOut', weight: ifSms },
  spending: {
    about: 'the spend limit of SMS',
    permissions: 'sns:GetSMSAttributes and cloudwatch:GetMetricStatistics',
    weight: ifSms,
  },
  origins: {
    about: 'numbers to send SMS from',
    permissions: 'sns:ListOriginationNumbers',
    weight: (reps) => ifSms(reps.filter(({ phone }) => isNorthAmerican(phone))),
  },
  slack: {
    of: 'Slack',
    about: 'its members',
    permissions: 'ssm:GetParameter, and users:read of the app in Slack',
    weight: ifSlack,
  },
  concurrency: {
    about: 'how many functions may run at once',
    permissions: 'lambda:GetAccountSettings',
    weight: () => 'warning',
  },
  deadLetters: { about: 'dead letters', permissions: 'sqs:GetQueueAttributes', weight: () => 'problem' },
  sources: {
    about: 'what other systems send',
    permissions: 'ssm:DescribeParameters and cloudwatch:GetMetricStatistics',
    weight: () => 'warning',
  },
  sinks: {
    about: 'which other systems are told',
    permissions: 'ssm:DescribeParameters and cloudwatch:GetMetricStatistics',
    weight: () => 'warning',
  },
  alarms: {
    about: 'alarms',
    permissions: 'cloudformation:ListStackResources and cloudwatch:DescribeAlarms',
    weight: () => 'problem',
  },
  pastDue: { about: 'clocks past due', permissions: "dynamodb:Query on the table's indexes", weight: () => 'problem' },
  unpublished: {
    about: 'unpublished facts',
    permissions: "dynamodb:Query on the table's indexes",
    weight: () => 'problem',
  },
};

const isQuestion = (name: string): name is keyof Facts => Object.hasOwn(QUESTIONS, name);

const refusals = (agreement: Agreement, reps: readonly Rep[], facts: Facts): readonly Finding[] =>
  Object.keys(QUESTIONS)
    .filter(isQuestion)
    .flatMap((name): readonly Finding[] => {
      const asked = facts[name];
      const { of = 'AWS', about, permissions, weight } = QUESTIONS[name];
      const severity = weight(reps, agreement);
      if ('answer' in asked || severity === 'none') return [];
      return [
        {
          severity,
          check: 'not-asked',
          about: name,
          says: `${of} did not answer about ${about}: ${asked.refused}`,
          todo: `Allow whoever asks ${permissions}`,
          see: `${DOCTOR_PAGE}#aws-did-not-answer`,
        },
      ];
    });

/** Everything that is wrong with a deployment of an agreement, problems first. `now` is epoch milliseconds. */
export const diagnose = (agreement: Agreement, facts: Facts, now: Instant): readonly Finding[] => {
  const reps = repsToReach(agreement);
  const findings = [
    ...diagnoseReps(reps, facts),
    ...diagnoseStack(facts, now),
    ...diagnoseSystems(facts, now),
    ...diagnoseMarketing(agreement, facts),
    ...CHANNELS.flatMap((channel) => CHANNEL_CHECKS[channel].ofAccount(reps, facts)),
    ...refusals(agreement, reps, facts),
  ];
  const of = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity);
  return [...of('problem'), ...of('warning'), ...of('note')];
};
