/**
 * The construct that takes leads from the bus to a rep within the hour.
 *
 * @module golden-hour
 */
import { Names, RemovalPolicy, Tags } from 'aws-cdk-lib';
import type { IDomainName } from 'aws-cdk-lib/aws-apigatewayv2';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Grant, IGrantable } from 'aws-cdk-lib/aws-iam';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { ANSWER_TYPES, LEAD_TYPES, REP_TYPES } from '../shared/domain/vocabulary/inbound-types.ts';
import { alarmTopicOf } from './constructs/alarm-topic.ts';
import { grantPutEvents } from './constructs/grant-put-events.ts';
import { leadBus } from './constructs/lead-bus.ts';
import { makeParts } from './constructs/parts.ts';
import { addDashboard } from './dashboard.ts';
import { GoldenHourMetrics } from './golden-hour-metrics.ts';
import type { GoldenHourProps } from './golden-hour-props.ts';
import { inFull } from './in-full.ts';
import { safeLinkBase } from './link-base.ts';
import { keepParts, partsOf } from './parts-of.ts';

export type { GoldenHourMetrics } from './golden-hour-metrics.ts';
export type { EmailBySes, GoldenHourProps, IdentityProvider, LinkDomain } from './golden-hour-props.ts';

/** Tells in the bill and in searches what belongs to a deployment. */
const TAG = 'golden-hour:deployment';

/** Of what names a deployment in an account: a part of longer names. */
const LONGEST_NAME = 60;

/**
 * Scores leads, routes each hot one to the right rep within the hour, alerts the rep by SMS, e-mail and Slack, and runs a
 * clock on every promise of the agreement until somebody acts.
 *
 * Leads come in as events on `bus`, and what is decided comes out on it as facts, from the source `golden-hour`.
 * Everything that has to be looked at has an alarm; the alarm's description names its runbook.
 *
 * @example
 * import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
 * import { GoldenHour } from 'golden-hour';
 * import { readAgreement } from 'golden-hour/agreement';
 *
 * const main = async (): Promise<void> => {
 *   const agreement = await readAgreement('agreement');
 *   const stack = new Stack(new App(), 'Sales');
 *   new GoldenHour(stack, 'GoldenHour', { agreement, removalPolicy: RemovalPolicy.DESTROY });
 * };
 *
 * void main();
 */
export class GoldenHour extends GoldenHourMetrics {
  /**
   * Producers put events here, and facts are published here. Its policy lets nobody else publish as `golden-hour`,
   * whatever the policies of their own allow.
   */
  readonly bus: EventBus;
  /** Hears when an alarm begins and when it is over: `alarmTopic` of the properties, or one of its own. */
  readonly alarmTopic: ITopic;

  constructor(scope: Construct, id: string, props: GoldenHourProps) {
    super(scope, id);
    const { alarmTopic, alarmEmail: email, encryptionKey } = props;
    this.bus = leadBus(this, { archive: props.archive, encryptionKey });
    if (alarmTopic !== undefined && email !== undefined) {
      throw new Error('Give either alarmTopic or alarmEmail: whoever has a topic subscribes to it who is to be told.');
    }
    this.alarmTopic = alarmTopic ?? alarmTopicOf(this, { email, encryptionKey });
    const name = Names.uniqueResourceName(this, { maxLength: LONGEST_NAME, separator: '-' });
    const { agreement, terms, sources, sinks } = inFull(props.agreement);
    const parts = makeParts(this, {
      defaults: {
        name,
        removalPolicy: props.removalPolicy ?? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        deletionProtection: props.deletionProtection ?? false,
        logRetention: props.logRetention ?? RetentionDays.ONE_MONTH,
        logLevel: props.logLevel ?? 'INFO',
        metricsNamespace: props.metricsNamespace ?? `GoldenHour/${name}`,
        alarmTopic: this.alarmTopic,
        ...(encryptionKey === undefined ? {} : { encryptionKey }),
      },
      agreement,
      bus: this.bus,
      allowAccounts: props.allowAccounts ?? [],
      linkBase: safeLinkBase(props.linkBase),
      linkDomain: props.linkDomain,
      repliesTopicArn: props.repliesTopic?.topicArn,
      email: props.email,
      table: props.table,
      warmThroughput: props.warmThroughput,
      ipAddressType: props.ipAddressType,
      isMeasured: props.measures ?? true,
      hasMeasuresPage: props.measuresPage ?? true,
      hasAthena: props.athena ?? false,
      ...{ terms, sources, sinks },
      identityProvider: props.identityProvider,
    });
    keepParts(this, parts);
    Tags.of(this).add(TAG, name);
    if (props.dashboard ?? true) addDashboard(this, agreement.sla.alert.withinMs);
  }

  /**
   * The domain of the links, if there is one: an alias record of your DNS leads to its `regionalDomainName`, in the zone
   * `regionalHostedZoneId`.
   *
   * @example
   * import { ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
   * import { ApiGatewayv2DomainProperties } from 'aws-cdk-lib/aws-route53-targets';
   * import type { GoldenHour } from 'golden-hour';
   *
   * const leadToThePage = (goldenHour: GoldenHour): void => {
   *   const { linkDomain } = goldenHour;
   *   if (linkDomain === undefined) return;
   *   const zone = HostedZone.fromLookup(goldenHour, 'Zone', { domainName: 'example.com' });
   *   const { regionalDomainName, regionalHostedZoneId } = linkDomain;
   *   const target = RecordTarget.fromAlias(new ApiGatewayv2DomainProperties(regionalDomainName, regionalHostedZoneId));
   *   new ARecord(goldenHour, 'Links', { zone, recordName: 'go', target });
   * };
   */
  get linkDomain(): IDomainName | undefined {
    return partsOf(this).answers.domain;
  }

  /**
   * Lets a producer put leads on the bus, and nothing else: events `LeadCaptured` and `LeadActivityRecorded`, from
   * any source but `golden-hour`.
   *
   * @param grantee - whose identity policy gets the permission
   *
   * @example
   * import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
   * import type { GoldenHour } from 'golden-hour';
   *
   * const connectWebsite = (goldenHour: GoldenHour, signUp: LambdaFunction): void => {
   *   goldenHour.grantPutLeads(signUp);
   *   signUp.addEnvironment('BUS_NAME', goldenHour.bus.eventBusName);
   * };
   */
  grantPutLeads(grantee: IGrantable): Grant {
    return grantPutEvents(grantee, this.bus, LEAD_TYPES);
  }

  /**
   * Lets a CRM or a calendar report on the bus what reps made of their leads and when they are away, and nothing else:
   * events `RepAnswered`, `LeadContacted`, `ContactAttempted`, `LeadClosed`, `LeadOwnerChanged` and
   * `RepAvailabilityChanged`, from any source but `golden-hour`.
   *
   * @param grantee - whose identity policy gets the permission
   *
   * @example
   * import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
   * import type { GoldenHour } from 'golden-hour';
   *
   * const connectCrm = (goldenHour: GoldenHour): void => {
   *   const crm = new Role(goldenHour, 'Crm', { assumedBy: new ServicePrincipal('appflow.amazonaws.com') });
   *   goldenHour.grantPutAnswers(crm);
   * };
   */
  grantPutAnswers(grantee: IGrantable): Grant {
    return grantPutEvents(grantee, this.bus, [...ANSWER_TYPES, ...REP_TYPES]);
  }
}
