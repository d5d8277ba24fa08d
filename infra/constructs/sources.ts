import { Duration } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { EventBus, Match, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { eventSourceOf } from '../../shared/contracts/sources/partner-buses.ts';
import type { Source } from '../../shared/domain/source/source.ts';
import { LEAD_TYPES } from '../../shared/domain/vocabulary/inbound-types.ts';
import { addAlarm } from './alarms.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import { DOCUMENTS_OF } from './documents-of.ts';
import { undeliveredQueue } from './event-route.ts';
import { grantPutEvents } from './grant-put-events.ts';
import type { InboxApi } from './inbox-api.ts';
import { grantReadSecrets, secretsPrefix } from './secrets.ts';
import { ServiceFunction } from './service-function.ts';
import type { StateTable } from './state-table.ts';
import { grantSend, WorkQueue } from './work-queue.ts';

export interface SourcesProps {
  readonly defaults: DeploymentDefaults;
  readonly sources: readonly Source[];
  readonly inbox: InboxApi;
  readonly state: StateTable;
  readonly bus: EventBus;
}

/** What other systems send: taken at once, read by somebody who has the time, and put on the bus. */
export class Sources extends Construct {
  readonly receive: ServiceFunction<'receive-webhook'>;
  readonly translate: ServiceFunction<'translate-lead'>;
  readonly work: WorkQueue;
  /** What a partner's bus could not hand to the queue. */
  readonly undelivered: Queue;

  constructor(scope: Construct, id: string, { defaults, sources, inbox, state, bus }: SourcesProps) {
    super(scope, id);
    const SECRETS_PREFIX = secretsPrefix(defaults);
    // A batch of four thousand events is eight hundred calls.
    const timeout = Duration.minutes(1);
    this.work = new WorkQueue(this, 'Work', { defaults, name: 'translate-lead', timeout });
    this.receive = new ServiceFunction(this, 'ReceiveWebhook', {
      ...{ defaults, sources },
      name: 'receive-webhook',
      description: 'Takes what other systems send, once it is known to be theirs',
      // Senders wait some seconds; the API no longer than half a minute.
      timeout: Duration.seconds(10),
      environment: { RECEIVED_QUEUE_URL: this.work.queue.queueUrl, SECRETS_PREFIX },
    });
    grantSend(this.receive, this.work.queue);
    inbox.serve('/in/{source}/{token}', [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST], this.receive);
    this.translate = new ServiceFunction(this, 'TranslateLead', {
      ...{ defaults, sources, timeout },
      name: 'translate-lead',
      description: 'Reads what other systems sent, and puts leads on the bus',
      environment: { TABLE_NAME: state.table.tableName, BUS_NAME: bus.eventBusName, SECRETS_PREFIX },
    });
    state.grantDecide(this.translate, DOCUMENTS_OF[this.translate.name]);
    grantPutEvents(this.translate, bus, LEAD_TYPES);
    // Few: what is fetched is somebody else's to give, by their limits.
    this.work.feed(this.translate, 5, { size: 5 });
    const secrets = sources.map(({ name }) => `sources/${name}` as const);
    for (const reader of [this.receive, this.translate]) grantReadSecrets(reader, secrets, defaults);
    this.undelivered = undeliveredQueue(this, { defaults, target: this.translate.name });
    this.hearPartners(sources);
    this.watch(defaults);
  }

  /** Not by way of the deployment's own bus: whoever hears that would take each change of a CRM for a broken lead. */
  private hearPartners(sources: readonly Source[]): void {
    for (const source of sources) {
      const { name, bus } = source;
      const prefix = eventSourceOf(source);
      if (bus === undefined || prefix === undefined) continue;
      new Rule(this, `Partner-${name}`, {
        eventBus: EventBus.fromEventBusName(this, `Bus-${name}`, bus),
        eventPattern: { source: Match.prefix(prefix) },
        targets: [new SqsQueue(this.work.queue, { deadLetterQueue: this.undelivered })],
      });
    }
  }

  private watch(defaults: DeploymentDefaults): void {
    const quarter = { period: Duration.minutes(15) };
    addAlarm(this, 'NotAuthenticAlarm', {
      defaults,
      what: 'Fifty requests of other systems in a quarter of an hour were not theirs: a secret was changed at one side alone, or somebody tries.',
      runbook: 'sources.md#requests-are-not-authentic',
      metric: this.receive.metric('RequestNotAuthentic', quarter),
      atLeast: 50,
    });
    addAlarm(this, 'FetchRefusedAlarm', {
      defaults,
      what: 'An API that leads are fetched from refuses our token: leads wait.',
      runbook: 'sources.md#an-api-refuses-our-token',
      metric: this.translate.metric('FetchRefused', { period: Duration.minutes(5) }),
    });
  }
}
