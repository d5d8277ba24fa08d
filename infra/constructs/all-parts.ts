import type { IpAddressType } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ITableV2, WarmThroughput } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { ReportTerms } from '../../shared/domain/measures/terms.ts';
import type { Sink } from '../../shared/domain/sink/sink.ts';
import type { Source } from '../../shared/domain/source/source.ts';
import type { EmailBySes, IdentityProvider } from '../golden-hour-props.ts';
import type { AnswerApi, LinkDomain } from './answer-api.ts';
import type { AthenaFigures } from './athena-figures.ts';
import type { Bounces } from './bounces.ts';
import type { CheckIn } from './check-in.ts';
import type { Clock } from './clock.ts';
import type { DecidingFunctions } from './deciding-functions.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import type { EventRoute } from './event-route.ts';
import type { InboxApi } from './inbox-api.ts';
import type { Measures } from './measures.ts';
import type { MeasuresPage } from './measures-page.ts';
import type { Publishing } from './publishing.ts';
import type { ReachCheck } from './reach-check.ts';
import type { Reconciliation } from './reconciliation.ts';
import type { Replies } from './replies.ts';
import type { ServiceFunction } from './service-function.ts';
import type { Sinks } from './sinks.ts';
import type { SlackApp } from './slack-app.ts';
import type { Sources } from './sources.ts';
import type { StateTable } from './state-table.ts';
import type { Watch } from './watch.ts';
import type { WorkQueue } from './work-queue.ts';

export interface PartsProps {
  readonly defaults: DeploymentDefaults;
  readonly agreement: Agreement;
  readonly bus: EventBus;
  /** Other accounts that may put leads on the bus. */
  readonly allowAccounts: readonly string[];
  /**
   * A link is this and a token; ends with a slash.
   * @default the HTTP API's own address
   */
  readonly linkBase?: string | undefined;
  /**
   * A domain of the links.
   * @default none
   */
  readonly linkDomain?: LinkDomain | undefined;
  /**
   * Of the topic to which a two-way number publishes what it receives.
   * @default none: reps do not answer by SMS
   */
  readonly repliesTopicArn?: string | undefined;
  /**
   * An identity of SES to send e-mail from.
   * @default none: e-mail goes by SNS
   */
  readonly email?: EmailBySes | undefined;
  /**
   * A table to go on with.
   * @default a new one
   */
  readonly table?: ITableV2 | undefined;
  /**
   * What the new table can take at once.
   * @default what DynamoDB starts with
   */
  readonly warmThroughput?: WarmThroughput | undefined;
  /**
   * Of the HTTP API.
   * @default IPv4 alone
   */
  readonly ipAddressType?: IpAddressType | undefined;
  /** Whether what figures are counted from is kept. */
  readonly isMeasured: boolean;
  /** Whether what is kept is shown to whom the agreement names. */
  readonly hasMeasuresPage: boolean;
  /** Whether what is kept goes to S3 as well. */
  readonly hasAthena: boolean;
  readonly terms: ReportTerms;
  /** Which systems send leads; none: there is nothing that they could send to. */
  readonly sources: readonly Source[];
  /** Which systems are told what becomes of leads. */
  readonly sinks: readonly Sink[];
  /**
   * Whose tokens open the page of figures.
   * @default none
   */
  readonly identityProvider?: IdentityProvider | undefined;
}

/** Routes of the bus; `score-lead-bulk` is score-lead's second one, for imports. */
type RouteName = 'score-lead' | 'score-lead-bulk' | 'record-answer' | 'route-lead' | 'alert-rep';

/** All that GoldenHour is made of. */
export interface Parts {
  /** Where people keep what is secret of this deployment; ends with a slash. */
  readonly secretsPrefix: string;
  readonly state: StateTable;
  readonly answers: AnswerApi;
  readonly deciding: DecidingFunctions;
  readonly routes: Readonly<Record<RouteName, EventRoute>>;
  /** Leads that watch-clocks found due. */
  readonly rechecks: WorkQueue;
  readonly clock: Clock;
  readonly publishing: Publishing;
  readonly watch: Watch;
  readonly reachCheck: ReachCheck;
  /** Only where figures are kept. */
  readonly measures?: Measures;
  /** Only where figures are shown. */
  readonly measuresPage?: MeasuresPage;
  /** Only where figures go to S3. */
  readonly athena?: AthenaFigures;
  /** Only where a check-in is agreed. */
  readonly checkIn?: CheckIn;
  /** Only where e-mail goes by SES. */
  readonly bounces?: Bounces;
  /** Only with a two-way number. */
  readonly replies?: Replies;
  /** Only where sources are agreed. */
  readonly inbox?: InboxApi;
  readonly sources?: Sources;
  /** Only where one of them can be asked what came. */
  readonly reconciliation?: Reconciliation;
  /** Only where sinks are agreed. */
  readonly sinks?: Sinks;
  /** Only where a rep has Slack. */
  readonly slack?: SlackApp;
  /** Every function. */
  readonly functions: readonly ServiceFunction[];
}
