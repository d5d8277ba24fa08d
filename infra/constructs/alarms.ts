import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Construct } from 'constructs';
import type { DeploymentDefaults } from './deployment-defaults.ts';

/** A heading of a page in docs/runbooks, as GitHub anchors it. */
export type Runbook = `${string}.md#${string}`;

export interface AlarmProps {
  readonly defaults: DeploymentDefaults;
  /** One sentence that says what is wrong. */
  readonly what: string;
  readonly runbook: Runbook;
  readonly metric: IMetric;
  /** Alarms at this value and above; 1 unless told. */
  readonly atLeast?: number;
  /** Alarms above this value, and not at it. */
  readonly moreThan?: number;
  /** Periods of the metric in a row; 1 unless told. */
  readonly periods?: number;
  /** Alarms below 1, and where the metric has no data: what should be heard is silent. */
  readonly onSilence?: boolean;
}

const comparisonOf = ({ onSilence, moreThan }: AlarmProps): ComparisonOperator => {
  if (onSilence === true) return ComparisonOperator.LESS_THAN_THRESHOLD;
  return moreThan === undefined
    ? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD
    : ComparisonOperator.GREATER_THAN_THRESHOLD;
};

export const addAlarm = (scope: Construct, id: string, props: AlarmProps): Alarm => {
  const { alarmTopic } = props.defaults;
  const alarm = new Alarm(scope, id, {
    alarmDescription: `${props.what} Runbook: docs/runbooks/${props.runbook}`,
    metric: props.metric,
    threshold: props.moreThan ?? props.atLeast ?? 1,
    evaluationPeriods: props.periods ?? 1,
    comparisonOperator: comparisonOf(props),
    treatMissingData: props.onSilence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  });
  const action = new SnsAction(alarmTopic);
  alarm.addAlarmAction(action);
  alarm.addOkAction(action);
  return alarm;
};
