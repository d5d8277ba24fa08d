import { prop } from './lookup.ts';
import type { Resource, Resources } from './synth.ts';

/**
 * Types of what holds something that a deploy cannot make again: leads, messages under way, confirmed subscriptions,
 * logs, running clocks, the address of links that were sent. With each, the properties that CloudFormation cannot
 * change without making the resource anew.
 */
const HOLDS_STATE: Readonly<Record<string, readonly string[]>> = {
  'AWS::ApiGatewayV2::Api': ['ProtocolType'],
  'AWS::ApiGatewayV2::DomainName': ['DomainName'],
  'AWS::CloudFormation::Stack': [],
  'AWS::DynamoDB::GlobalTable': ['KeySchema', 'LocalSecondaryIndexes', 'TableName'],
  'AWS::Events::Archive': ['ArchiveName', 'SourceArn'],
  'AWS::Events::EventBus': ['Name'],
  'AWS::Logs::LogGroup': ['LogGroupName'],
  'AWS::SNS::Subscription': ['Endpoint', 'Protocol', 'TopicArn'],
  'AWS::SNS::Topic': ['FifoTopic', 'TopicName'],
  'AWS::SQS::Queue': ['FifoQueue', 'QueueName'],
  'AWS::SSM::Parameter': ['Name'],
  'AWS::StepFunctions::StateMachine': ['StateMachineName', 'StateMachineType'],
};

const lineOf = (id: string, resource: Resource, names: readonly string[]): string =>
  [
    `${id} ${resource.Type}`,
    ...names
      .filter((name) => prop(resource, name) !== undefined)
      .map((name) => `  ${name} ${JSON.stringify(prop(resource, name))}`),
  ].join('\n');

/** What holds state, by logical id, each with what it must keep to stay the same resource. */
export const heldState = (resources: Resources): readonly string[] =>
  Object.entries(resources)
    .flatMap(([id, resource]) => {
      const names = HOLDS_STATE[resource.Type];
      return names === undefined ? [] : [lineOf(id, resource, names)];
    })
    .toSorted();
