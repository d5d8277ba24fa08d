import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Agreement } from '../shared/domain/agreement/agreement.ts';
import type { Config } from './config.ts';
import { GoldenHour } from './golden-hour.ts';

export interface GoldenHourStackProps extends StackProps {
  readonly agreement: Agreement;
  readonly config: Config;
}

/** The construct, deployed by itself. Its outputs are what runbooks, doctor and the end-to-end tests go by. */
export class GoldenHourStack extends Stack {
  readonly goldenHour: GoldenHour;

  constructor(scope: Construct, id: string, { agreement, config, ...props }: GoldenHourStackProps) {
    super(scope, id, {
      description: 'Golden Hour: a hot lead reaches a rep who can act, within the hour',
      terminationProtection: config.retain,
      ...props,
    });
    const { alarmTopicArn, linkBase, repliesTopicArn } = config;
    this.goldenHour = new GoldenHour(this, 'GoldenHour', {
      agreement,
      retain: config.retain,
      logRetention: config.logRetention,
      logLevel: config.logLevel,
      ...(linkBase === undefined ? {} : { linkBase }),
      ...(repliesTopicArn === undefined ? {} : { replies: { topicArn: repliesTopicArn } }),
      ...(alarmTopicArn === undefined ? {} : { alarmTopic: Topic.fromTopicArn(this, 'AlarmTopic', alarmTopicArn) }),
    });
    for (const [name, value] of Object.entries(outputs(this.goldenHour))) new CfnOutput(this, name, { value });
  }
}

const pascal = (kebab: string): string => kebab.replace(/(^|-)./g, (start) => start.slice(-1).toUpperCase());

const outputs = ({
  bus,
  state,
  answers,
  reps,
  clock,
  routes,
  looks,
  publishing,
  watch,
  replies,
  functions,
}: GoldenHour) => ({
  BusName: bus.eventBusName,
  TableName: state.table.tableName,
  ApiUrl: answers.api.apiEndpoint,
  ClockArn: clock.stateMachine.stateMachineArn,
  ClockUndeliveredUrl: clock.undelivered.queueUrl,
  RepTopics: reps.parameters.map(({ parameterName }) => parameterName).join(','),
  ...Object.fromEntries(
    Object.entries(routes).flatMap(([name, { work, undelivered }]) => [
      [`${pascal(name)}QueueUrl`, work.queue.queueUrl],
      [`${pascal(name)}DeadLettersUrl`, work.deadLetters.queueUrl],
      [`${pascal(name)}UndeliveredUrl`, undelivered.queueUrl],
    ]),
  ),
  AdvanceClockQueueUrl: looks.queue.queueUrl,
  AdvanceClockDeadLettersUrl: looks.deadLetters.queueUrl,
  PublishEventsQueueUrl: publishing.retries.queue.queueUrl,
  PublishEventsDeadLettersUrl: publishing.retries.deadLetters.queueUrl,
  PublishEventsFailuresUrl: publishing.failures.queueUrl,
  WatchClocksQueueUrl: watch.ticks.queue.queueUrl,
  WatchClocksDeadLettersUrl: watch.ticks.deadLetters.queueUrl,
  WatchClocksUndeliveredUrl: watch.undelivered.queueUrl,
  ...(replies === undefined
    ? {}
    : {
        ReadReplyQueueUrl: replies.work.queue.queueUrl,
        ReadReplyDeadLettersUrl: replies.work.deadLetters.queueUrl,
        ReadReplyUndeliveredUrl: replies.undelivered.queueUrl,
      }),
  ...Object.fromEntries(
    functions.flatMap((each) => [
      [`${pascal(each.name)}FunctionName`, each.function.functionName],
      [`${pascal(each.name)}LogGroup`, each.logGroup.logGroupName],
    ]),
  ),
});
