import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { type EventBus, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import { Grant, Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import {
  DefinitionBody,
  JitterType,
  JsonPath,
  LogLevel,
  StateMachine,
  TaskInput,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions';
import { SqsSendMessage } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import type { ClockWake, PlacesOf } from '../../shared/contracts/clock-wake.ts';
import { addAlarm } from './alarms.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import { cdkPattern, subscriptionsOf, undeliveredQueue } from './event-route.ts';
import type { ServiceFunction } from './service-function.ts';
import { vendedLogs } from './vended-logs.ts';

/** Where the detail of ClockStarted, on which an execution runs, has each part of a wake. */
const WAKE: PlacesOf<ClockWake> = {
  leadId: JsonPath.stringAt('$.leadId'),
  data: {
    clause: JsonPath.stringAt('$.data.clause'),
    attempt: JsonPath.numberAt('$.data.attempt'),
    dueAt: JsonPath.stringAt('$.data.dueAt'),
  },
};

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
  /** Where advance-clock finds what it shall look at. */
  readonly looks: Queue;
}

/**
 * Runs once for each ClockStarted, on the detail of that event: waits until `data.dueAt`, sends advance-clock a
 * `ClockWake`, and ends. advance-clock starts the next execution while its clause has more to come: to ask it and to
 * choose, in the state machine, would be two states more for each look, and states are most of what a hot lead costs. It
 * decides nothing, so whatever goes wrong here only makes a look late: watch-clocks asks the same of every instant that
 * has passed.
 */
export class Clock extends Construct {
  readonly stateMachine: StateMachine;
  readonly undelivered: Queue;

  constructor(scope: Construct, id: string, { defaults, bus, looks }: ClockProps) {
    super(scope, id);
    const logs = vendedLogs(this, 'Logs', 'states', defaults);
    this.stateMachine = new StateMachine(this, 'StateMachine', {
      definitionBody: DefinitionBody.fromChainable(this.definition(looks)),
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
      what: 'A clock could not send its message to advance-clock.',
      runbook: 'clocks.md#a-clock-fails',
      metric: this.stateMachine.metricFailed({ period: Duration.minutes(5), statistic: 'Sum' }),
    });
  }

  /** Lets advance-clock start what follows, and clocks of before call it. */
  serve(advance: ServiceFunction): void {
    Grant.addToPrincipal({
      grantee: advance,
      actions: ['states:StartExecution'],
      resourceArns: [this.stateMachine.stateMachineArn],
    });
    // Executions keep the definition that they started with: those from before clocks sent messages call the function, for
    // 90 days at most. Goes with 0.2. Apart from the role's own policy, which the state machine waits for: the function
    // waits for the state machine.
    new Policy(this, 'CallsOfBefore', {
      roles: [this.stateMachine.role],
      statements: [
        new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [advance.function.functionArn] }),
      ],
    });
  }

  private definition(looks: Queue) {
    const send = new SqsSendMessage(this, 'Send', { queue: looks, messageBody: TaskInput.fromObject(WAKE) });
    send.addRetry({
      errors: ['States.ALL'],
      interval: Duration.seconds(2),
      backoffRate: 2,
      maxAttempts: 6,
      maxDelay: Duration.minutes(1),
      jitterStrategy: JitterType.FULL,
    });
    return new Wait(this, 'WaitUntilDue', { time: WaitTime.timestampPath('$.data.dueAt') }).next(send);
  }
}
