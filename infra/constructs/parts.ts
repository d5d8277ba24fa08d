import type { IpAddressType } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ITableV2, WarmThroughput } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import { hasCheckIn } from '../../shared/agreement/report/read-report-terms.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { ReportTerms } from '../../shared/domain/measures/terms.ts';
import type { EmailBySes, IdentityProvider } from '../golden-hour-props.ts';
import { AnswerApi, type LinkDomain } from './answer-api.ts';
import { AthenaFigures } from './athena-figures.ts';
import { protectBus } from './bus-policy.ts';
import { CheckIn } from './check-in.ts';
import { Clock } from './clock.ts';
import { type DecidingFunctions, decidingFunctions } from './deciding-functions.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import { EventRoute } from './event-route.ts';
import { LimitAlarms } from './limit-alarms.ts';
import { Measures } from './measures.ts';
import { MeasuresPage } from './measures-page.ts';
import { PromiseAlarms } from './promise-alarms.ts';
import { Publishing } from './publishing.ts';
import { ReachCheck } from './reach-check.ts';
import { Replies } from './replies.ts';
import { functionRole, type ServiceFunction } from './service-function.ts';
import { StateTable } from './state-table.ts';
import { Watch } from './watch.ts';
import { WorkQueue } from './work-queue.ts';

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
  /** Only with a two-way number. */
  readonly replies?: Replies;
  /** Every function. */
  readonly functions: readonly ServiceFunction[];
}

/** Beside the links of the alerts; whatever stands before the API passes on what ends as theirs. */
const pageBaseOf = (linkBase: string, { linkBase: own }: AnswerApi): string => {
  const isBesideLinks = linkBase.endsWith('/a/');
  return `${(isBesideLinks ? linkBase : own).slice(0, -'/a/'.length)}/m/`;
};

/** Makes everything below `scope`. The ids stay as they are: a table or a queue with another id is a new one. */
export const makeParts = (scope: Construct, props: PartsProps): Parts => {
  const { defaults, agreement, bus, repliesTopicArn: topicArn } = props;
  const state = new StateTable(scope, 'State', {
    defaults,
    adopted: props.table,
    warmThroughput: props.warmThroughput,
  });
  const answers = new AnswerApi(scope, 'Answers', {
    defaults,
    domain: props.linkDomain,
    ipAddressType: props.ipAddressType,
  });
  const checker = functionRole(scope, 'CheckReachRole');
  const isShown = props.isMeasured && props.hasMeasuresPage;
  const showRole = isShown ? functionRole(scope, 'ShowMeasuresRole') : undefined;
  const mailRole = isShown && hasCheckIn(agreement, props.terms) ? functionRole(scope, 'MailFiguresRole') : undefined;
  const linkBase = props.linkBase ?? answers.linkBase;
  const deciding = decidingFunctions(scope, {
    defaults,
    agreement,
    state,
    checker,
    publishers: [showRole, mailRole].filter((role) => role !== undefined),
    linkBase,
    repliesBySms: topicArn !== undefined,
    ses: props.email,
  });
  const { scoreLead, recordAnswer, routeLead, advanceClock, answerAlert, alertRep } = deciding;
  const route = (consumer: ServiceFunction, maxConcurrency: number) =>
    new EventRoute(scope, `${consumer.node.id}Route`, { defaults, bus, consumer, maxConcurrency });
  const routes = {
    'score-lead': route(scoreLead, 20),
    // So few that an import leaves the table and the account to hot leads.
    'score-lead-bulk': new EventRoute(scope, 'ScoreLeadBulkRoute', {
      defaults,
      bus,
      consumer: scoreLead,
      maxConcurrency: 5,
      lane: 'bulk',
    }),
    'record-answer': route(recordAnswer, 10),
    // Few: each commit touches the ledger of a team, and who comes second decides again.
    'route-lead': route(routeLead, 5),
    'alert-rep': route(alertRep, 10),
  };
  const rechecks = new WorkQueue(scope, 'Looks', { defaults, name: advanceClock.name, timeout: advanceClock.timeout });
  rechecks.feed(advanceClock, 10);
  const clock = new Clock(scope, 'Clock', { defaults, bus, advance: advanceClock });
  answers.serve(answerAlert);
  const publishing = new Publishing(scope, 'Publishing', { defaults, state, bus });
  protectBus(bus, { publisher: publishing.function.role, allowAccounts: props.allowAccounts });
  const watch = new Watch(scope, 'Watch', {
    defaults,
    state,
    queues: {
      ROUTE_QUEUE_URL: routes['route-lead'].work.queue,
      ALERT_QUEUE_URL: routes['alert-rep'].work.queue,
      CLOCK_QUEUE_URL: rechecks.queue,
      PUBLISH_QUEUE_URL: publishing.retries.queue,
    },
  });
  const reachCheck = new ReachCheck(scope, 'ReachCheck', {
    defaults,
    agreement,
    state,
    email: deciding.email,
    role: checker,
  });
  const replies =
    topicArn === undefined ? undefined : new Replies(scope, 'Replies', { defaults, agreement, state, topicArn });
  const measures = props.isMeasured ? new Measures(scope, 'Measures', { defaults, agreement, state, bus }) : undefined;
  const figures = {
    ...{ defaults, agreement, state, email: deciding.email, terms: props.terms },
    pageBase: pageBaseOf(linkBase, answers),
  };
  const measuresPage =
    showRole &&
    new MeasuresPage(scope, 'MeasuresPage', {
      ...{ ...figures, answers, role: showRole },
      identityProvider: props.identityProvider,
    });
  const checkIn = mailRole && new CheckIn(scope, 'CheckIn', { ...figures, role: mailRole });
  const athena =
    props.isMeasured && props.hasAthena
      ? new AthenaFigures(scope, 'Athena', { defaults, state, terms: props.terms })
      : undefined;
  const functions = [
    scoreLead,
    recordAnswer,
    routeLead,
    alertRep,
    advanceClock,
    answerAlert,
    publishing.function,
    watch.function,
    reachCheck.function,
    ...(measures === undefined ? [] : [measures.function]),
    ...(measuresPage === undefined ? [] : [measuresPage.function]),
    ...(checkIn === undefined ? [] : [checkIn.function]),
    ...(replies === undefined ? [] : [replies.function]),
  ];
  // Each reads a queue or the table, and most write.
  for (const each of functions) defaults.encryptionKey?.grantEncryptDecrypt(each);
  new PromiseAlarms(scope, 'Promise', { defaults, agreement, alertRep, publishEvents: publishing.function });
  new LimitAlarms(scope, 'Limits', {
    defaults,
    tableName: state.table.tableName,
    api: answers.api,
    clock: clock.stateMachine,
  });
  return {
    ...{ state, answers, deciding, routes, rechecks, clock, publishing, watch, reachCheck, functions },
    ...(measures === undefined ? {} : { measures }),
    ...(measuresPage === undefined ? {} : { measuresPage }),
    ...(athena === undefined ? {} : { athena }),
    ...(checkIn === undefined ? {} : { checkIn }),
    ...(replies === undefined ? {} : { replies }),
  };
};
