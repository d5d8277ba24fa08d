import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { LogLevel } from '../shared/contracts/env/common.ts';
import type { Agreement } from '../shared/domain/agreement/agreement.ts';
import { addAlarm } from './constructs/alarms.ts';
import { AnswerApi } from './constructs/answer-api.ts';
import { Clock } from './constructs/clock.ts';
import { EventRoute } from './constructs/event-route.ts';
import { Publishing } from './constructs/publishing.ts';
import { RepTopics } from './constructs/rep-topics.ts';
import { Replies } from './constructs/replies.ts';
import { functionRole, ServiceFunction } from './constructs/service-function.ts';
import { StateTable } from './constructs/state-table.ts';
import type { Surroundings } from './constructs/surroundings.ts';
import { Watch } from './constructs/watch.ts';
import { WorkQueue } from './constructs/work-queue.ts';

export interface GoldenHourProps {
  /** Compiled, as `loadAgreement` returns it. */
  readonly agreement: Agreement;
  /**
   * Whether what holds leads, or says what happened to them, outlives the stack.
   * @default true
   */
  readonly retain?: boolean;
  /** @default one month */
  readonly logRetention?: RetentionDays;
  /** @default INFO */
  readonly logLevel?: LogLevel;
  /** Hears every alarm, and its end. @default alarms tell nobody */
  readonly alarmTopic?: ITopic;
  /**
   * A link is this and a token; ends with a slash.
   * @default the HTTP API's own address
   */
  readonly linkBase?: string;
  /**
   * The SNS topic to which AWS End User Messaging SMS publishes what the two-way number receives: reps may then
   * answer an alert by SMS. @default reps answer by the link or in the CRM
   */
  readonly replies?: { readonly topicArn: string };
}

/** Everything that takes leads from the bus to a rep within the hour. */
export class GoldenHour extends Construct {
  /** Producers put inbound events here, and facts are published here. */
  readonly bus: EventBus;
  readonly state: StateTable;
  readonly answers: AnswerApi;
  readonly reps: RepTopics;
  readonly clock: Clock;
  readonly routes: Readonly<Record<'score-lead' | 'record-answer' | 'route-lead' | 'alert-rep', EventRoute>>;
  /** Leads that watch-clocks found due. */
  readonly looks: WorkQueue;
  readonly publishing: Publishing;
  readonly watch: Watch;
  /** Only with a two-way number. */
  readonly replies?: Replies;
  readonly functions: readonly ServiceFunction[];

  constructor(scope: Construct, id: string, props: GoldenHourProps) {
    super(scope, id);
    const { agreement } = props;
    const surroundings: Surroundings = {
      removalPolicy: (props.retain ?? true) ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      logRetention: props.logRetention ?? RetentionDays.ONE_MONTH,
      logLevel: props.logLevel ?? 'INFO',
      ...(props.alarmTopic === undefined ? {} : { alarmTopic: props.alarmTopic }),
    };
    this.bus = new EventBus(this, 'Bus', { description: 'Leads, and what became of them' });
    this.state = new StateTable(this, 'State', surroundings);
    this.answers = new AnswerApi(this, 'Answers', surroundings);
    const environment = { TABLE_NAME: this.state.table.tableName };
    const decides = { surroundings, agreement, timeout: Duration.seconds(30) };

    const scoreLead = new ServiceFunction(this, 'ScoreLead', {
      ...decides,
      name: 'score-lead',
      description: 'Keeps what a lead is and did, scores it, says when it is hot',
      environment,
    });
    const recordAnswer = new ServiceFunction(this, 'RecordAnswer', {
      ...decides,
      name: 'record-answer',
      description: 'Records what a rep or the CRM says became of a lead',
      environment,
    });
    const routeLead = new ServiceFunction(this, 'RouteLead', {
      ...decides,
      name: 'route-lead',
      description: 'Gives a hot lead to a rep, or puts it in line',
      environment,
    });
    const advanceClock = new ServiceFunction(this, 'AdvanceClock', {
      ...decides,
      name: 'advance-clock',
      description: 'Looks at a lead whose clause may have run out',
      environment,
    });
    const answerAlert = new ServiceFunction(this, 'AnswerAlert', {
      ...decides,
      name: 'answer-alert',
      // A rep is waiting, and the API waits no longer than half a minute.
      timeout: Duration.seconds(10),
      description: 'Shows the lead behind a link and takes the answer',
      environment,
    });
    const alertRole = functionRole(this, 'AlertRepRole');
    this.reps = new RepTopics(this, 'Topics', {
      reps: Object.values(agreement.reps),
      marketing: agreement.sla.marketing?.email,
      publisher: alertRole,
    });
    const alertRep = new ServiceFunction(this, 'AlertRep', {
      ...decides,
      name: 'alert-rep',
      description: 'Tells a rep by SMS and e-mail',
      environment: {
        ...environment,
        LINK_BASE: props.linkBase ?? this.answers.linkBase,
        REP_TOPICS: this.reps.parameters.map(({ parameterName }) => parameterName).join(','),
        REPLIES: props.replies === undefined ? 'off' : 'on',
      },
      role: alertRole,
    });

    for (const decider of [scoreLead, recordAnswer, routeLead, advanceClock, answerAlert, alertRep]) {
      this.state.allowDeciding(decider);
    }
    this.state.allowIndex(routeLead, 'waiting');
    alertRep.allow({
      actions: ['ssm:GetParameters'],
      resources: this.reps.parameters.map(({ parameterArn }) => parameterArn),
    });
    // Whoever has a phone may be told by SMS when e-mail fails.
    if (Object.values(agreement.reps).some(({ phone }) => phone !== undefined)) alertRep.allowSms();

    addAlarm(this, 'MessagesFailedAlarm', surroundings, {
      what: 'SNS did not take five messages to reps in a quarter of an hour.',
      runbook: 'alerts.md#messages-fail',
      metric: alertRep.metric('MessageFailed', Duration.minutes(15)),
      atLeast: 5,
    });

    const { bus } = this;
    const route = (consumer: ServiceFunction, maxConcurrency: number) =>
      new EventRoute(this, `${consumer.node.id}Route`, { surroundings, bus, consumer, maxConcurrency });
    this.routes = {
      'score-lead': route(scoreLead, 20),
      'record-answer': route(recordAnswer, 10),
      // Few: each commit touches the ledger of a team, and who comes second decides again.
      'route-lead': route(routeLead, 5),
      'alert-rep': route(alertRep, 10),
    };
    this.looks = new WorkQueue(this, 'Looks', { surroundings, name: advanceClock.name, timeout: advanceClock.timeout });
    this.looks.feed(advanceClock, 10);
    this.clock = new Clock(this, 'Clock', { surroundings, bus, advance: advanceClock });
    this.answers.serve(answerAlert);
    this.publishing = new Publishing(this, 'Publishing', { surroundings, state: this.state, bus });
    this.watch = new Watch(this, 'Watch', {
      surroundings,
      state: this.state,
      queues: {
        ROUTE_QUEUE_URL: this.routes['route-lead'].work.queue,
        ALERT_QUEUE_URL: this.routes['alert-rep'].work.queue,
        CLOCK_QUEUE_URL: this.looks.queue,
        PUBLISH_QUEUE_URL: this.publishing.retries.queue,
      },
    });
    if (props.replies !== undefined) {
      this.replies = new Replies(this, 'Replies', { surroundings, agreement, state: this.state, ...props.replies });
    }
    this.functions = [
      scoreLead,
      recordAnswer,
      routeLead,
      alertRep,
      advanceClock,
      answerAlert,
      this.publishing.function,
      this.watch.function,
      ...(this.replies === undefined ? [] : [this.replies.function]),
    ];
  }
}
