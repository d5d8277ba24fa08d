import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import { addAlarm } from './alarms.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import type { ServiceFunction } from './service-function.ts';

const PERIOD = Duration.hours(1);

/** Of sales, within an hour: some are usual, and its managers hear of each. */
const MANY_BREACHES = 10;

const LONG_WAIT = Duration.minutes(15);

export interface PromiseAlarmsProps {
  readonly defaults: DeploymentDefaults;
  readonly agreement: Agreement;
  readonly alertRep: ServiceFunction;
  readonly publishEvents: ServiceFunction;
}

/** Alarms on what the agreement promises, whatever part of the system it depends on. */
export class PromiseAlarms extends Construct {
  constructor(scope: Construct, id: string, { defaults, agreement, alertRep, publishEvents }: PromiseAlarmsProps) {
    super(scope, id);
    addAlarm(this, 'LateAlerts', {
      defaults,
      what: 'Of an hour of hot leads, the slowest in a hundred had their first alert later than promised.',
      runbook: 'promise.md#alerts-come-late',
      metric: alertRep.metric('TimeToAlert', { period: PERIOD, statistic: Stats.percentile(99) }),
      moreThan: agreement.sla.alert.withinMs,
    });
    addAlarm(this, 'BreachesByUs', {
      defaults,
      what: 'A hot lead was not alerted to anybody within the promised time.',
      runbook: 'promise.md#we-break-a-promise',
      metric: publishEvents.metric('SlaBreachedByUs', { period: PERIOD }),
    });
    addAlarm(this, 'BreachesBySales', {
      defaults,
      what: `Reps broke ${MANY_BREACHES} promises within an hour.`,
      runbook: 'promise.md#sales-breaks-many-promises',
      metric: publishEvents.metric('SlaBreachedBySales', { period: PERIOD }),
      atLeast: MANY_BREACHES,
    });
    addAlarm(this, 'LongWaits', {
      defaults,
      what: `A hot lead joined a waitlist, and nobody can take it for more than ${LONG_WAIT.toMinutes()} minutes.`,
      runbook: 'promise.md#leads-wait-long',
      metric: publishEvents.metric('ExpectedWait', { period: PERIOD, statistic: Stats.MAXIMUM }),
      moreThan: LONG_WAIT.toMilliseconds(),
    });
  }
}
