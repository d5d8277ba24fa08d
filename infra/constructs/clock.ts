import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { type EventBus, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import {
  Choice,
  Condition,
  DefinitionBody,
  Fail,
  JitterType,
  JsonPath,
  LogLevel,
  StateMachine,
  Succeed,
  TaskInput,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import type { ClockAnswer, ClockWake, PlacesOf } from '../../shared/contracts/clock-wake.ts';
import { acknowledgeBelow } from './acknowledge.ts';
import { addAlarm } from './alarms.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import { cdkPattern, subscriptionsOf, undeliveredQueue } from './event-route.ts';
import type { ServiceFunction } from './service-function.ts';
import { vendedLogs } from './vended-logs.ts';

/** Where the detail of ClockStarted, on which an execution runs, has each part of a wake. */
const WAKE: PlacesOf<ClockWake> = {
  leadId: JsonPath.stringAt('$.leadId'),
  clock: { clause: JsonPath.stringAt('$.data.clause'), attempt: JsonPath.numberAt('$.data.attempt') },
};

/** Where an execution keeps what advance-clock answered. */
const ANSWER = '$.look';

const answered = (key: keyof Extract<ClockAnswer, { more: true }>): string => `${ANSWER}.${key}`;

/** Taken on by rules of the bus alone, and not for those of another account. */
const startingRole = (scope: Construct, { eventBusName }: EventBus): Role => {
  const stack = Stack.of(scope);
  const rules = stack.formatArn({ service: 'events', resource: 'rule', resourceName: `${eventBusName}/*` });
  return new Role(scope, 'StartingRole', {
    assumedBy: new ServicePrincipal('events.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account }, ArnLike: { 'aws:SourceArn': rules } },
    }),
  });
};

/**
 * Longer than a promise is kept waiting for. An execution that somebody started until a far year ends by it; a clause that
 * is longer is looked after by watch-clocks from then on.
 */
const LONGEST = Duration.days(90);

export interface ClockProps {
  readonly defaults: DeploymentDefaults;
  readonly bus: EventBus;
  readonly advance: ServiceFunction;
}

/**
 * Runs once for each ClockStarted, on the detail of that event: waits until `data.dueAt`, wakes
 * advance-clock with a `ClockWake`, and waits again while its `ClockAnswer` says that there is more. It decides nothing, so whatever goes wrong here only makes a look late:
 * watch-clocks asks the same of every instant that has passed.
 */
export class Clock extends Construct {
  readonly stateMachine: StateMachine;
  readonly undelivered: Queue;

  constructor(scope: Construct, id: string, { defaults, bus, advance }: ClockProps) {
    super(scope, id);
    const logs = vendedLogs(this, 'Logs', 'states', defaults);
    this.stateMachine = new StateMachine(this, 'StateMachine', {
      definitionBody: DefinitionBody.fromChainable(this.definition(advance)),
      timeout: LONGEST,
      tracingEnabled: true,
      // Not what it worked on: that is the lead's, and logs hold no personal data.
      logs: { destination: logs, level: LogLevel.ERROR, includeExecutionData: false },
    });
    Validations.of(this.stateMachine).acknowledge(
      {
        id: 'AwsSolutions-SF1',
        reason: 'The history of every execution is kept by Step Functions; the log is for failures.',
      },
      { id: 'AwsSolutions-IAM5[Resource::*]', reason: 'Log delivery and X-Ray know no resources.' },
    );
    acknowledgeBelow(
      this.stateMachine,
      advance.function,
      ':*',
      'CDK lets a task invoke every version of its function.',
    );
    this.undelivered = undeliveredQueue(this, { defaults, target: 'the clock' });
    const role = startingRole(this, bus);
    subscriptionsOf('clock').forEach((subscription, index) => {
      new Rule(this, `Rule${index}`, {
        eventBus: bus,
        eventPattern: cdkPattern(subscription),
        targets: [
          new SfnStateMachine(this.stateMachine, {
            input: RuleTargetInput.fromEventPath('$.detail'),
            deadLetterQueue: this.undelivered,
            role,
          }),
        ],
      });
    });
    addAlarm(this, 'FailedAlarm', {
      defaults,
      what: 'A clock could not ask advance-clock.',
      runbook: 'clocks.md#a-clock-fails',
      metric: this.stateMachine.metricFailed({ period: Duration.minutes(5), statistic: 'Sum' }),
    });
  }

  private definition(advance: ServiceFunction) {
    const look = new LambdaInvoke(this, 'Look', {
      lambdaFunction: advance.function,
      payloadResponseOnly: true,
      payload: TaskInput.fromObject(WAKE),
      resultPath: ANSWER,
      // Ours, below, takes these in as well.
      retryOnServiceExceptions: false,
    });
    look.addRetry({
      errors: ['States.ALL'],
      interval: Duration.seconds(2),
      backoffRate: 2,
      maxAttempts: 6,
      maxDelay: Duration.minutes(1),
      jitterStrategy: JitterType.FULL,
    });
    look.addCatch(new Fail(this, 'Failed', { error: 'LookFailed', cause: 'advance-clock could not be asked' }), {
      errors: ['States.ALL'],
      resultPath: '$.error',
    });
    const again = new Wait(this, 'WaitAgain', { time: WaitTime.timestampPath(answered('dueAt')) }).next(look);
    const more = new Choice(this, 'More')
      .when(Condition.booleanEquals(answered('more'), true), again)
      .otherwise(new Succeed(this, 'Done'));
    return new Wait(this, 'WaitUntilDue', { time: WaitTime.timestampPath('$.data.dueAt') }).next(look.next(more));
  }
}
