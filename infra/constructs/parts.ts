import type { Construct } from 'constructs';
import { hasCheckIn } from '../../shared/agreement/report/read-report-terms.ts';
import type { Parts, PartsProps } from './all-parts.ts';
import { AnswerApi } from './answer-api.ts';
import { AthenaFigures } from './athena-figures.ts';
import { Bounces } from './bounces.ts';
import { protectBus } from './bus-policy.ts';
import { CheckIn } from './check-in.ts';
import { Clock } from './clock.ts';
import { DECIDES_WITHIN, decidingFunctions } from './deciding-functions.ts';
import { EventRoute } from './event-route.ts';
import { InboxApi } from './inbox-api.ts';
import { LimitAlarms } from './limit-alarms.ts';
import { Measures } from './measures.ts';
import { MeasuresPage } from './measures-page.ts';
import { PromiseAlarms } from './promise-alarms.ts';
import { Publishing } from './publishing.ts';
import { ReachCheck } from './reach-check.ts';
import { listedSources, Reconciliation } from './reconciliation.ts';
import { Replies } from './replies.ts';
import { secretsPrefix } from './secrets.ts';
import { functionRole, type ServiceFunction } from './service-function.ts';
import { SesEmail } from './ses-email.ts';
import { Sinks } from './sinks.ts';
import { hasSlack, SlackApp } from './slack-app.ts';
import { Sources } from './sources.ts';
import { StateTable } from './state-table.ts';
import { Watch } from './watch.ts';
import { WorkQueue } from './work-queue.ts';

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
  const rechecks = new WorkQueue(scope, 'Looks', { defaults, name: 'advance-clock', timeout: DECIDES_WITHIN });
  const clock = new Clock(scope, 'Clock', { defaults, bus, looks: rechecks.queue });
  const deciding = decidingFunctions(scope, {
    defaults,
    agreement,
    state,
    clock,
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
  rechecks.feed(advanceClock, 10);
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
  const { email } = deciding;
  const bounces =
    email instanceof SesEmail
      ? new Bounces(scope, 'Bounces', { ...{ defaults, agreement, state, email }, alerts: routes['alert-rep'].work })
      : undefined;
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
  const { ipAddressType } = props;
  const hasInbox = props.sources.length > 0 || hasSlack(agreement);
  const inbox = hasInbox ? new InboxApi(scope, 'Inbox', { defaults, ipAddressType }) : undefined;
  const slack =
    inbox && hasSlack(agreement)
      ? new SlackApp(scope, 'Slack', { defaults, agreement, state, bus, inbox, linkBase })
      : undefined;
  const sources =
    inbox && props.sources.length > 0
      ? new Sources(scope, 'Sources', { ...{ defaults, state, bus, inbox }, sources: props.sources })
      : undefined;
  const reconciliation =
    sources && listedSources(props.sources).length > 0
      ? new Reconciliation(scope, 'Reconciliation', {
          ...{ defaults, state, sources: props.sources },
          work: sources.work,
        })
      : undefined;
  const sinks =
    props.sinks.length === 0
      ? undefined
      : new Sinks(scope, 'Sinks', { ...{ defaults, agreement, state, bus, linkBase }, sinks: props.sinks });
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
    ...(bounces === undefined ? [] : [bounces.function]),
    ...(sources === undefined ? [] : [sources.receive, sources.translate]),
    ...(reconciliation === undefined ? [] : [reconciliation.function]),
    ...(sinks?.functions ?? []),
    ...(slack === undefined ? [] : [slack.answer, slack.update]),
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
    secretsPrefix: secretsPrefix(defaults),
    ...{ state, answers, deciding, routes, rechecks, clock, publishing, watch, reachCheck, functions },
    ...(measures === undefined ? {} : { measures }),
    ...(measuresPage === undefined ? {} : { measuresPage }),
    ...(athena === undefined ? {} : { athena }),
    ...(checkIn === undefined ? {} : { checkIn }),
    ...(replies === undefined ? {} : { replies }),
    ...(bounces === undefined ? {} : { bounces }),
    ...(inbox === undefined ? {} : { inbox }),
    ...(sources === undefined ? {} : { sources }),
    ...(reconciliation === undefined ? {} : { reconciliation }),
    ...(sinks === undefined ? {} : { sinks }),
    ...(slack === undefined ? {} : { slack }),
  };
};
