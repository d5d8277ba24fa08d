import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { addAlarm } from './alarms.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';

export interface LimitAlarmsProps {
  readonly defaults: DeploymentDefaults;
  readonly tableName: string;
  readonly api: HttpApi;
  readonly clock: StateMachine;
}

const SUM = { statistic: 'Sum', period: Duration.minutes(5) } as const;

/** Of the account and region. What a rule gave up on is in a queue with an alarm of its own: see `undeliveredQueue`. */
const ON_THE_BUS = [
  ['ThrottledRules', 'EventBridge hands events on later than they come.'],
  ['PutEventsFailedEntriesCount', 'EventBridge did not take events that were put.'],
  [
    'InvocationsFailedToBeSentToDlq',
    'EventBridge lost an event: neither its target nor the queue for such events took it.',
  ],
] as const;

/**
 * Where AWS says no. Some of it is counted for the whole account and region: its limits are shared with whoever else is
 * there, and only what is shared has metrics without a function's or a rule's name. One alarm each, and none of metric
 * math: each alarm costs, and the local AWS refuses math.
 */
export class LimitAlarms extends Construct {
  constructor(scope: Construct, id: string, { defaults, tableName, api, clock }: LimitAlarmsProps) {
    super(scope, id);
    addAlarm(this, 'FunctionsThrottledAlarm', {
      defaults,
      what: 'Functions of the account may not run as often as they are called.',
      runbook: 'limits.md#the-account-is-throttled',
      metric: new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', ...SUM }),
      // A few are a burst that is called again within seconds.
      atLeast: 10,
    });
    addAlarm(this, 'LinksRefusedAlarm', {
      defaults,
      what: 'The page behind the links refused five hundred requests in five minutes: somebody tries links, or all share a limit.',
      runbook: 'limits.md#links-answer-429',
      metric: api.metricClientError(SUM),
      atLeast: 500,
    });
    addAlarm(this, 'CommitsThrottledAlarm', {
      defaults,
      what: 'The table does not take commits as fast as they come.',
      runbook: 'limits.md#the-table-is-throttled',
      metric: new Metric({
        namespace: 'AWS/DynamoDB',
        metricName: 'ThrottledRequests',
        // This one has no figure for the table alone.
        dimensionsMap: { TableName: tableName, Operation: 'TransactWriteItems' },
        ...SUM,
      }),
      atLeast: 100,
    });
    addAlarm(this, 'CommitsConflictAlarm', {
      defaults,
      what: "Commits get in each other's way for a quarter of an hour.",
      runbook: 'limits.md#commits-conflict',
      metric: new Metric({
        namespace: 'AWS/DynamoDB',
        metricName: 'TransactionConflict',
        dimensionsMap: { TableName: tableName },
        ...SUM,
      }),
      atLeast: 1_000,
      periods: 3,
    });
    addAlarm(this, 'ClocksThrottledAlarm', {
      defaults,
      what: 'Step Functions does not start or continue clocks as fast as they come.',
      runbook: 'limits.md#clocks-are-throttled',
      metric: clock.metricThrottled(SUM),
      periods: 3,
    });
    addAlarm(this, 'ClocksTimedOutAlarm', {
      defaults,
      what: 'A clock was told to wait for longer than any promise.',
      runbook: 'clocks.md#a-clock-ends-before-its-clause',
      metric: clock.metricTimedOut(SUM),
    });
    for (const [name, what] of ON_THE_BUS) {
      addAlarm(this, `${name}Alarm`, {
        defaults,
        what,
        runbook: 'limits.md#the-bus-is-throttled',
        metric: new Metric({ namespace: 'AWS/Events', metricName: name, ...SUM }),
      });
    }
  }
}
