import type { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IpAddressType } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { ITableV2, WarmThroughput } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IEmailIdentity } from 'aws-cdk-lib/aws-ses';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { CompiledAgreement } from './agreement.ts';

/** A domain for the links in alerts. */
export interface LinkDomain {
  /** Such as `go.example.com`: at most 57 characters. The shorter it is, the more of an SMS is left for the lead. */
  readonly name: string;

  /** A certificate for the name, in the region of the stack. */
  readonly certificate: ICertificate;
}

/** The company's own identity provider, by OpenID Connect: it says whose e-mail address somebody has. */
export interface IdentityProvider {
  /** Such as `https://login.example.com`. */
  readonly issuer: string;

  /** Of the tokens that are taken: what the provider knows this page by. */
  readonly audience: readonly string[];
}

/** E-mail by Amazon SES, from an address of yours. */
export interface EmailBySes {
  /** The domain or address of which `from` is, verified in the account and region of the stack. */
  readonly identity: IEmailIdentity;

  /** Who mails come from: an address without a name, such as `leads@example.com`. */
  readonly from: string;
}

/** Properties of `GoldenHour`. */
export interface GoldenHourProps {
  /** What marketing and sales agreed on: what `readAgreement` of `golden-hour/agreement` resolves to. */
  readonly agreement: CompiledAgreement;

  /**
   * What becomes of the leads and the logs when the construct is removed. By default they are retained, but for what a
   * first deploy made that then failed.
   *
   * @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * A table to go on with, such as one that was restored from a backup: with the keys, indexes, time to live and stream
   * of new images that the construct's own has, and with `tableStreamArn` known.
   *
   * @default - a table of the construct's own
   */
  readonly table?: ITableV2;

  /**
   * What the construct's own table can take from its first minute on, for a large import. Else it begins with 4,000
   * write units a second, some 250 new leads, and grows with use.
   *
   * @default - what DynamoDB begins with
   */
  readonly warmThroughput?: WarmThroughput;

  /**
   * Ids of other accounts whose roles and users may put leads on `bus`, as `grantPutLeads` lets those of this account:
   * `LeadCaptured` and `LeadActivityRecorded`, from any source but `golden-hour`. Their own policies have to allow it too.
   *
   * @default - producers are in the account of the stack
   */
  readonly allowAccounts?: readonly string[];

  /**
   * How long inbound events are archived, to be replayed after a restore. They hold personal data.
   *
   * @default - they are not archived
   */
  readonly archive?: Duration;

  /**
   * A key of yours for all that holds personal data at rest: table, queues, topics, bus and archive. Where its policy
   * cannot be changed from this app, it has to let `events.amazonaws.com`, `sns.amazonaws.com` and
   * `cloudwatch.amazonaws.com` use it.
   *
   * @default - AWS's keys
   */
  readonly encryptionKey?: IKey;

  /**
   * Whether the table cannot be deleted by any means. Switch it on once the first deploy has succeeded: a first deploy
   * that fails could not remove the table.
   *
   * @default false
   */
  readonly deletionProtection?: boolean;

  /**
   * How long logs are kept. They hold no personal data.
   *
   * @default RetentionDays.ONE_MONTH
   */
  readonly logRetention?: RetentionDays;

  /**
   * The least severe that functions log.
   *
   * @default 'INFO'
   */
  readonly logLevel?: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';

  /**
   * Is told when an alarm begins and when it is over. It has to be in the same region, and CloudWatch must be able to
   * publish to it: one that is encrypted with `alias/aws/sns` never hears an alarm.
   *
   * @default - a topic of the construct's own, `alarmTopic`
   */
  readonly alarmTopic?: ITopic;

  /**
   * Who is told of alarms by e-mail, by the construct's own topic. AWS asks them to confirm.
   *
   * @default - whoever subscribes to `alarmTopic`
   */
  readonly alarmEmail?: string;

  /**
   * Whether there is a dashboard in CloudWatch, of the promise and of what it depends on.
   *
   * @default true
   */
  readonly dashboard?: boolean;

  /**
   * Whether what the figures of both teams are counted from is kept as facts come, for `golden-hour report --stack` to read.
   * It is some 300 bytes for a cold lead and costs some $1.20 a million facts; without it the command reads the whole table.
   *
   * @default true
   */
  readonly measures?: boolean;

  /**
   * Whether there is a page of these figures, at `/m` of the HTTP API behind the links. It mails a link to addresses of the
   * agreement that ask for one: marketing and managers see all leads, reps their own.
   *
   * @default true, where `measures` are kept
   */
  readonly measuresPage?: boolean;

  /**
   * Whether what the figures are counted from also goes to S3, for Athena and for tools that read files: each lead anew with
   * each change, in partitions by day, with a saved query for each figure. It needs `measures`, and costs some 60 cents a
   * million facts and what queries scan.
   *
   * @default false
   */
  readonly athena?: boolean;

  /**
   * Whose tokens open the page as well, at `/m/me`: the HTTP API checks them, and their claim `email` says who somebody of
   * the agreement is. For a proxy or an app that logs people in and passes their token on as `Authorization: Bearer`.
   *
   * @default - links that are mailed open the page
   */
  readonly identityProvider?: IdentityProvider;

  /**
   * Sends e-mail by SES in place of SNS: as HTML too, to readers who need not confirm, and with no link to unsubscribe. The
   * reps' topics are removed with it; without it they are made anew, and every rep has to confirm.
   *
   * @default - by SNS, by a topic for each rep
   */
  readonly email?: EmailBySes;

  /**
   * The namespace of the metrics that functions write. Deployments with the same one hear each other's alarms.
   *
   * @default - `GoldenHour/` and the names of stack and construct
   */
  readonly metricsNamespace?: string;

  /**
   * A domain of yours under which links open, so that they are short. An alias record in its hosted zone has to lead to
   * `linkDomain` of the construct.
   *
   * @default - links have the HTTP API's own address
   */
  readonly linkDomain?: LinkDomain;

  /**
   * What the links in alerts begin with, such as `https://leads.example.com/a/`: at most 68 characters, the last
   * a slash, and https unless of localhost. Whatever answers there has to pass requests on to the HTTP API.
   *
   * @default - `linkDomain`, else the HTTP API's own address
   */
  readonly linkBase?: string;

  /**
   * By which addresses the HTTP API behind the links is reached.
   *
   * @default - IPv4 alone
   */
  readonly ipAddressType?: IpAddressType;

  /**
   * The topic to which AWS End User Messaging SMS publishes what a two-way number receives: reps may then answer an
   * alert by SMS.
   *
   * @default - reps answer by the link or in the CRM
   */
  readonly repliesTopic?: ITopic;
}
