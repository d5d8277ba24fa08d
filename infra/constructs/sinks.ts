import { Duration } from 'aws-cdk-lib';
import { type EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Grant } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { SINK_RECEIVES, sinkQueuesText } from '../../shared/contracts/sinks/sink-queues.ts';
import { factsOf, type SinkFunctionName, TOLD_BY } from '../../shared/contracts/sinks/told-by.ts';
import { FACT_SOURCE } from '../../shared/contracts/subscriptions.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { Sink } from '../../shared/domain/sink/sink.ts';
import { addAlarm } from './alarms.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import { DOCUMENTS_OF } from './documents-of.ts';
import { undeliveredQueue } from './event-route.ts';
import { grantReadSecrets, secretsPrefix } from './secrets.ts';
import { ServiceFunction } from './service-function.ts';
import type { StateTable } from './state-table.ts';
import { WorkQueue } from './work-queue.ts';

/** The longest call is far shorter, and so is all of a CRM's together. */
const TIMEOUT = Duration.minutes(1);

/** Of one sink: as many as its API takes at once without a limit that we know of. */
const AT_ONCE = 5;

interface SinkRouteProps {
  readonly defaults: DeploymentDefaults;
  readonly sink: Sink;
  readonly bus: EventBus;
}

/** What one sink is told: bus, rule, queue. One that does not answer holds back no other. */
export class SinkRoute extends Construct {
  readonly sink: Sink;
  readonly work: WorkQueue;
  readonly undelivered: Queue;

  constructor(scope: Construct, id: string, { defaults, sink, bus }: SinkRouteProps) {
    super(scope, id);
    this.sink = sink;
    const name = TOLD_BY[sink.kind];
    this.work = new WorkQueue(this, 'Work', {
      ...{ defaults, name, timeout: TIMEOUT },
      // Of messages that wait for their first attempt alone: SQS leaves out what was received three times. SinkDown has the rest.
      waits: Duration.hours(6),
      tries: { receives: SINK_RECEIVES, retention: Duration.days(14) },
    });
    this.undelivered = undeliveredQueue(this, { defaults, target: `the sink ${sink.name}` });
    new Rule(this, 'Rule', {
      eventBus: bus,
      eventPattern: {
        source: [FACT_SOURCE],
        detailType: [...factsOf(sink)],
      },
      targets: [new SqsQueue(this.work.queue, { deadLetterQueue: this.undelivered })],
    });
  }
}

export interface SinksProps {
  readonly defaults: DeploymentDefaults;
  readonly agreement: Agreement;
  readonly sinks: readonly Sink[];
  readonly state: StateTable;
  readonly bus: EventBus;
  readonly linkBase: string;
}

type SinkFunction = ServiceFunction<'send-webhook'> | ServiceFunction<'write-crm'> | ServiceFunction<'post-card'>;

/** Which other systems are told what becomes of leads: a function for each way, where there is somebody to be told by it. */
export class Sinks extends Construct {
  readonly routes: readonly SinkRoute[];
  readonly functions: readonly SinkFunction[];

  constructor(scope: Construct, id: string, { defaults, agreement, sinks, state, bus, linkBase }: SinksProps) {
    super(scope, id);
    this.routes = sinks.map((sink) => new SinkRoute(this, `To-${sink.name}`, { defaults, sink, bus }));
    const toldBy = (name: SinkFunctionName) => this.routes.filter(({ sink }) => TOLD_BY[sink.kind] === name);
    const [webhooks, crms, teams] = [toldBy('send-webhook'), toldBy('write-crm'), toldBy('post-card')];
    const environment = { TABLE_NAME: state.table.tableName, SECRETS_PREFIX: secretsPrefix(defaults) };
    const send =
      webhooks.length === 0
        ? undefined
        : new ServiceFunction(this, 'SendWebhook', {
            ...{ defaults, sinks, timeout: TIMEOUT },
            name: 'send-webhook',
            description: 'Tells other systems what happens, by signed webhooks',
            environment: { SINK_QUEUES: queuesOf(webhooks), SECRETS_PREFIX: environment.SECRETS_PREFIX },
          });
    const write =
      crms.length === 0
        ? undefined
        : new ServiceFunction(this, 'WriteCrm', {
            ...{ defaults, agreement, sinks, timeout: TIMEOUT },
            name: 'write-crm',
            description: 'Writes into CRMs what is true of a lead',
            environment: { ...environment, SINK_QUEUES: queuesOf(crms) },
          });
    const post =
      teams.length === 0
        ? undefined
        : new ServiceFunction(this, 'PostCard', {
            ...{ defaults, agreement, sinks, timeout: TIMEOUT },
            name: 'post-card',
            description: 'Posts cards in Teams beside what has reached a rep',
            environment: { ...environment, SINK_QUEUES: queuesOf(teams), LINK_BASE: linkBase },
          });
    if (send !== undefined) feed(send, webhooks, defaults);
    if (write !== undefined) feed(write, crms, defaults);
    if (post !== undefined) feed(post, teams, defaults);
    for (const each of [write, post].filter((one) => one !== undefined)) {
      state.grantLoad(each, ['lead']);
      state.grantDecide(each, DOCUMENTS_OF[each.name]);
    }
    this.functions = [send, write, post].filter((one) => one !== undefined);
    for (const each of this.functions) watch(each, defaults);
  }
}

const queuesOf = (routes: readonly SinkRoute[]): string =>
  sinkQueuesText(routes.map(({ sink, work }) => ({ sink: sink.name, url: work.queue.queueUrl })));

const feed = (to: SinkFunction, routes: readonly SinkRoute[], defaults: DeploymentDefaults): void => {
  // One by one: what is slow to answer holds back nothing that was received with it.
  for (const { work } of routes) work.feed(to, AT_ONCE, { size: 1 });
  Grant.addToPrincipal({
    grantee: to,
    actions: ['sqs:ChangeMessageVisibility'],
    resourceArns: routes.map(({ work }) => work.queue.queueArn),
  });
  grantReadSecrets(
    to,
    routes.map(({ sink }) => `sinks/${sink.name}` as const),
    defaults,
  );
};

const watch = (each: SinkFunction, defaults: DeploymentDefaults): void => {
  addAlarm(each, 'SinkRefusedAlarm', {
    defaults,
    what: 'A sink refuses our secret, or what we send it.',
    runbook: 'sinks.md#a-sink-refuses-us',
    metric: each.metric('SinkRefused', { period: Duration.minutes(5) }),
  });
  addAlarm(each, 'SinkDownAlarm', {
    defaults,
    what: 'A sink has taken nothing of a message for two and a half hours.',
    runbook: 'sinks.md#a-sink-does-not-answer',
    metric: each.metric('SinkDown', { period: Duration.minutes(5) }),
  });
  if (each.name !== 'send-webhook') return;
  addAlarm(each, 'SinkGoneAlarm', {
    defaults,
    what: 'A webhook says that it is there no more.',
    runbook: 'sinks.md#a-webhook-is-gone',
    metric: each.metric('SinkGone', { period: Duration.minutes(5) }),
  });
};
