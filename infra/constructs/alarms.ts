import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Construct } from 'constructs';
import type { Surroundings } from './surroundings.ts';

/** A heading of a page in docs/runbooks, as GitHub anchors it. */
export type Runbook = `${string}.md#${string}`;

export interface AlarmSpec {
  /** One sentence that says what is wrong. */
  readonly what: string;
  readonly runbook: Runbook;
  readonly metric: IMetric;
  /** Alarms at this value and above; 1 unless told. */
  readonly atLeast?: number;
  /** Periods of the metric in a row; 1 unless told. */
  readonly periods?: number;
  /** Alarms below 1, and where the metric has no data: what should be heard is silent. */
  readonly onSilence?: boolean;
}

export const addAlarm = (scope: Construct, id: string, { alarmTopic }: Surroundings, spec: AlarmSpec): Alarm => {
  const alarm = new Alarm(scope, id, {
    alarmDescription: `${spec.what} Runbook: docs/runbooks/${spec.runbook}`,
    metric: spec.metric,
    threshold: spec.atLeast ?? 1,
    evaluationPeriods: spec.periods ?? 1,
    comparisonOperator: spec.onSilence
      ? ComparisonOperator.LESS_THAN_THRESHOLD
      : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: spec.onSilence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  });
  if (alarmTopic !== undefined) {
    const action = new SnsAction(alarmTopic);
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
  }
  return alarm;
};
