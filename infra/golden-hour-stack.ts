import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { IpAddressType } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { EmailIdentity } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { CompiledAgreement } from './agreement.ts';
import type { Config } from './config.ts';
import { GoldenHour } from './golden-hour.ts';
import { partsOf } from './parts-of.ts';

export interface GoldenHourStackProps extends StackProps {
  readonly agreement: CompiledAgreement;
  readonly config: Config;
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

const ADDRESSES = { ipv4: IpAddressType.IPV4, dualstack: IpAddressType.DUAL_STACK };

/** The construct, deployed by itself. Its outputs are what runbooks, doctor and the end-to-end tests go by. */
export class GoldenHourStack extends Stack {
  constructor(scope: Construct, id: string, { agreement, config, ...props }: GoldenHourStackProps) {
    super(scope, id, {
      description: 'Golden Hour: a hot lead reaches a rep who can act, within the hour',
      terminationProtection: config.protect,
      ...props,
    });
    const topic = (name: string, arn: string | undefined) =>
      arn === undefined ? undefined : Topic.fromTopicArn(this, name, arn);
    const alarmTopic = topic('AlarmTopic', config.alarmTopicArn);
    const repliesTopic = topic('RepliesTopic', config.repliesTopicArn);
    const { issuer, audience, emailFrom, emailIdentity } = config;
    const { linkDomain: name, linkCertificateArn, tableArn, tableStreamArn } = config;
    const linkDomain =
      name === undefined || linkCertificateArn === undefined
        ? undefined
        : { name, certificate: Certificate.fromCertificateArn(this, 'LinkCertificate', linkCertificateArn) };
    const goldenHour = new GoldenHour(this, 'GoldenHour', {
      agreement,
      removalPolicy: config.retain ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
      deletionProtection: config.protect,
      logRetention: config.logRetention,
      logLevel: config.logLevel,
      ...(config.metricsNamespace === undefined ? {} : { metricsNamespace: config.metricsNamespace }),
      ...(config.linkBase === undefined ? {} : { linkBase: config.linkBase }),
      ...(config.ipAddressType === undefined ? {} : { ipAddressType: ADDRESSES[config.ipAddressType] }),
      ...(config.allowAccounts === undefined ? {} : { allowAccounts: config.allowAccounts }),
      ...(config.archiveDays === undefined ? {} : { archive: Duration.days(config.archiveDays) }),
      ...(config.encryptionKeyArn === undefined
        ? {}
        : { encryptionKey: Key.fromKeyArn(this, 'EncryptionKey', config.encryptionKeyArn) }),
      ...(tableArn === undefined || tableStreamArn === undefined
        ? {}
        : { table: TableV2.fromTableAttributes(this, 'RestoredTable', { tableArn, tableStreamArn }) }),
      ...(linkDomain === undefined ? {} : { linkDomain }),
      ...(repliesTopic === undefined ? {} : { repliesTopic }),
      ...(emailFrom === undefined
        ? {}
        : {
            email: {
              identity: EmailIdentity.fromEmailIdentityName(
                this,
                'EmailIdentity',
                emailIdentity ?? domainOf(emailFrom),
              ),
              from: emailFrom,
            },
          }),
      dashboard: config.dashboard,
      measures: config.measures,
      measuresPage: config.measuresPage,
      athena: config.athena,
      ...(issuer === undefined || audience === undefined ? {} : { identityProvider: { issuer, audience } }),
      ...(alarmTopic === undefined ? {} : { alarmTopic }),
      ...(config.alarmEmail === undefined ? {} : { alarmEmail: config.alarmEmail }),
    });
    for (const [name, value] of Object.entries(outputs(goldenHour))) new CfnOutput(this, name, { value });
  }
}

const pascal = (kebab: string): string => kebab.replace(/(^|-)./g, (start) => start.slice(-1).toUpperCase());

const outputs = (goldenHour: GoldenHour): Readonly<Record<string, string>> => {
  const {
    state,
    answers,
    deciding,
    routes,
    rechecks,
    clock,
    publishing,
    watch,
    reachCheck,
    replies,
    bounces,
    functions,
    measures,
    measuresPage,
    athena,
    checkIn,
    inbox,
    sources,
    reconciliation,
    sinks,
    slack,
    secretsPrefix,
  } = partsOf(goldenHour);
  return {
    BusName: goldenHour.bus.eventBusName,
    AlarmTopicArn: goldenHour.alarmTopic.topicArn,
    TableName: state.table.tableName,
    MetricsNamespace: deciding.alertRep.metricsNamespace,
    ApiUrl: answers.api.apiEndpoint,
    ...(sources === undefined || inbox === undefined ? {} : { SourcesUrl: inbox.base }),
    ...(slack === undefined ? {} : { SlackUrl: slack.url }),
    SecretsPrefix: secretsPrefix,
    ...(measuresPage === undefined ? {} : { MeasuresPageUrl: measuresPage.url }),
    ...(athena === undefined
      ? {}
      : {
          FiguresBucketName: athena.bucket.bucketName,
          AthenaWorkGroup: athena.workGroup,
          AthenaDatabase: athena.database,
        }),
    ...(answers.domain === undefined
      ? {}
      : {
          LinkDomainTarget: answers.domain.regionalDomainName,
          LinkDomainTargetZone: answers.domain.regionalHostedZoneId,
        }),
    ClockArn: clock.stateMachine.stateMachineArn,
    ClockUndeliveredUrl: clock.undelivered.queueUrl,
    ...deciding.email.outputs,
    ...Object.fromEntries(
      Object.entries({ ...routes, ...(measures && { 'keep-measures': measures.route }) }).flatMap(
        ([name, { work, undelivered }]) => [
          [`${pascal(name)}QueueUrl`, work.queue.queueUrl],
          [`${pascal(name)}DeadLettersUrl`, work.deadLetters.queueUrl],
          [`${pascal(name)}UndeliveredUrl`, undelivered.queueUrl],
        ],
      ),
    ),
    AdvanceClockQueueUrl: rechecks.queue.queueUrl,
    AdvanceClockDeadLettersUrl: rechecks.deadLetters.queueUrl,
    PublishEventsQueueUrl: publishing.retries.queue.queueUrl,
    PublishEventsDeadLettersUrl: publishing.retries.deadLetters.queueUrl,
    PublishEventsFailuresUrl: publishing.failures.queueUrl,
    WatchClocksQueueUrl: watch.ticks.queue.queueUrl,
    WatchClocksDeadLettersUrl: watch.ticks.deadLetters.queueUrl,
    WatchClocksUndeliveredUrl: watch.undelivered.queueUrl,
    CheckReachUndeliveredUrl: reachCheck.undelivered.queueUrl,
    ...(checkIn === undefined ? {} : { MailFiguresUndeliveredUrl: checkIn.undelivered.queueUrl }),
    ...(replies === undefined
      ? {}
      : {
          ReadReplyQueueUrl: replies.work.queue.queueUrl,
          ReadReplyDeadLettersUrl: replies.work.deadLetters.queueUrl,
          ReadReplyUndeliveredUrl: replies.undelivered.queueUrl,
        }),
    ...(bounces === undefined
      ? {}
      : {
          HearBounceQueueUrl: bounces.work.queue.queueUrl,
          HearBounceDeadLettersUrl: bounces.work.deadLetters.queueUrl,
          HearBounceUndeliveredUrl: bounces.undelivered.queueUrl,
        }),
    ...(sources === undefined
      ? {}
      : {
          TranslateLeadQueueUrl: sources.work.queue.queueUrl,
          TranslateLeadDeadLettersUrl: sources.work.deadLetters.queueUrl,
          TranslateLeadUndeliveredUrl: sources.undelivered.queueUrl,
        }),
    ...(reconciliation === undefined ? {} : { ReconcileSourcesUndeliveredUrl: reconciliation.undelivered.queueUrl }),
    ...(slack === undefined
      ? {}
      : {
          UpdateChatQueueUrl: slack.route.work.queue.queueUrl,
          UpdateChatDeadLettersUrl: slack.route.work.deadLetters.queueUrl,
          UpdateChatUndeliveredUrl: slack.route.undelivered.queueUrl,
        }),
    ...Object.fromEntries(
      (sinks?.routes ?? []).flatMap(({ sink: { kind, name }, work, undelivered }) => {
        const of = `Sink${pascal(kind)}${pascal(name)}`;
        return [
          [`${of}QueueUrl`, work.queue.queueUrl],
          [`${of}DeadLettersUrl`, work.deadLetters.queueUrl],
          [`${of}UndeliveredUrl`, undelivered.queueUrl],
        ];
      }),
    ),
    ...Object.fromEntries(
      functions.flatMap((each) => [
        [`${pascal(each.name)}FunctionName`, each.function.functionName],
        [`${pascal(each.name)}LogGroup`, each.logGroup.logGroupName],
      ]),
    ),
  };
};
