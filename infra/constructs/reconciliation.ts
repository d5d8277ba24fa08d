import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { listingOf } from '../../shared/contracts/sources/source-listings.ts';
import type { Source } from '../../shared/domain/source/source.ts';
import { addAlarm } from './alarms.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import { DOCUMENTS_OF } from './documents-of.ts';
import { undeliveredQueue } from './event-route.ts';
import { grantReadSecrets, secretsPrefix } from './secrets.ts';
import { ServiceFunction } from './service-function.ts';
import type { StateTable } from './state-table.ts';
import { grantSend, type WorkQueue } from './work-queue.ts';

/** Of each hour; at the full one everybody's schedules ask. */
const MINUTE = '47';

/** Those that can be asked what came. */
export const listedSources = (sources: readonly Source[]): readonly Source[] =>
  sources.filter((source) => listingOf(source) !== undefined);

export interface ReconciliationProps {
  readonly defaults: DeploymentDefaults;
  readonly sources: readonly Source[];
  /** Of what sources sent. */
  readonly work: WorkQueue;
  readonly state: StateTable;
}

/** What a source could not deliver, asked for every hour. No queue keeps what failed: the next hour makes up for it. */
export class Reconciliation extends Construct {
  readonly function: ServiceFunction<'reconcile-sources'>;
  /** What the rule could not hand to it. */
  readonly undelivered: Queue;

  constructor(scope: Construct, id: string, { defaults, sources, work, state }: ReconciliationProps) {
    super(scope, id);
    this.function = new ServiceFunction(this, 'ReconcileSources', {
      ...{ defaults, sources },
      name: 'reconcile-sources',
      description: 'Asks other systems which leads came, and takes what they could not deliver',
      // An hour is a list or two for each source. Ten minutes are shared among them.
      timeout: Duration.minutes(15),
      environment: {
        TABLE_NAME: state.table.tableName,
        RECEIVED_QUEUE_URL: work.queue.queueUrl,
        SECRETS_PREFIX: secretsPrefix(defaults),
      },
    });
    state.grantDecide(this.function, DOCUMENTS_OF[this.function.name]);
    grantSend(this.function, work.queue);
    const secrets = listedSources(sources).map(({ name }) => `sources/${name}` as const);
    grantReadSecrets(this.function, secrets, defaults);
    this.undelivered = undeliveredQueue(this, { defaults, target: this.function.name });
    new Rule(this, 'EveryHour', {
      schedule: Schedule.cron({ minute: MINUTE }),
      targets: [new LambdaFunction(this.function.function, { deadLetterQueue: this.undelivered })],
    });
    addAlarm(this, 'FailedAlarm', {
      defaults,
      what: 'For three hours a source could not be asked which leads came: what its deliveries lose is not found.',
      runbook: 'sources.md#a-source-cannot-be-asked-what-came',
      metric: this.function.metric('ReconcileFailed', { period: Duration.hours(1) }),
      periods: 3,
    });
    addAlarm(this, 'CutAlarm', {
      defaults,
      what: 'More leads came to a source than are listed: some of them are passed over.',
      runbook: 'sources.md#more-came-than-is-listed',
      metric: this.function.metric('ReconcileCut', { period: Duration.hours(1) }),
    });
  }
}
