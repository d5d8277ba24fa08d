import { Duration } from 'aws-cdk-lib';
import { type EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Grant } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { SINK_RECEIVES, sinkQueuesText } from '../../shared/contracts/sinks/sink-queues.ts';
import { FACT_SOURCE } from '../../shared/contracts/subscriptions.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { Sink } from '../../shared/domain/sink/sink.ts';
import { CRM_FACTS } from '../../shared/domain/vocabulary/told-facts.ts';
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
    const name = sink.kind === 'webhook' ? 'send-webhook' : 'write-crm';
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
        detailType: [...(sink.kind === 'webhook' ? sink.facts : CRM_FACTS)],
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
}

type SinkFunction = ServiceFunction<'send-webhook'> | ServiceFunction<'write-crm'>;

/** Which other systems are told what becomes of leads: a function for each way, where there is somebody to be told by it. */
export class Sinks extends Construct {
  readonly routes: readonly SinkRoute[];
  readonly functions: readonly SinkFunction[];

  constructor(scope: Construct, id: string, { defaults, agreement, sinks, state, bus }: SinksProps) {
    super(scope, id);
    this.routes = sinks.map((sink) => new SinkRoute(this, `To-${sink.name}`, { defaults, sink, bus }));
    const webhooks = this.routes.filter(({ sink }) => sink.kind === 'webhook');
    const crms = this.routes.filter(({ sink }) => sink.kind !== 'webhook');
    const SECRETS_PREFIX = secretsPrefix(defaults);
    const send =
      webhooks.length === 0
        ? undefined
        : new ServiceFunction(this, 'SendWebhook', {
            ...{ defaults, sinks, timeout: TIMEOUT },
            name: 'send-webhook',
            description: 'Tells other systems what happens, by signed webhooks',
            environment: { SINK_QUEUES: queuesOf(webhooks), SECRETS_PREFIX },
          });
    const write =
      crms.length === 0
        ? undefined
        : new ServiceFunction(this, 'WriteCrm', {
            ...{ defaults, agreement, sinks, timeout: TIMEOUT },
            name: 'write-crm',
            description: 'Writes into CRMs what is true of a lead',
            environment: { TABLE_NAME: state.table.tableName, SINK_QUEUES: queuesOf(crms), SECRETS_PREFIX },
          });
    if (send !== undefined) feed(send, webhooks, defaults);
    if (write !== undefined) {
      feed(write, crms, defaults);
      state.grantLoad(write, ['lead']);
      state.grantDecide(write, DOCUMENTS_OF[write.name]);
    }
    this.functions = [send, write].filter((one) => one !== undefined);
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
