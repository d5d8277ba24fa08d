import { describe, expect, it } from 'vitest';
import { ofType } from './lookup.ts';
import * as p from './properties.ts';
import { type Resource, type Resources, synth } from './synth.ts';

const { main, nested } = synth();
const [topics = {}] = Object.values(nested);

type Change = (resource: Resource) => Resource;

/** All of one type changed. */
const spoil = (resources: Resources, type: string, change: Change): Resources => {
  const found = ofType(resources, type);
  if (found.length === 0) throw new Error(`The template has no ${type}.`);
  return { ...resources, ...Object.fromEntries(found.map(([id, resource]) => [id, change(resource)])) };
};

const set =
  (name: string, value: unknown): Change =>
  (resource) => ({ ...resource, Properties: { ...resource.Properties, [name]: value } });

const without = (name: string): Change => set(name, undefined);

const allowing = (statement: object): Change =>
  set('PolicyDocument', { Statement: [{ Effect: 'Allow', ...statement }] });

const deleted: Change = (resource) => ({ ...resource, DeletionPolicy: 'Delete' });

interface Case {
  readonly name: string;
  readonly property: p.Property;
  readonly type: string;
  readonly change: Change;
  readonly resources?: Resources;
}

const QUEUE = 'AWS::SQS::Queue';
const FUNCTION = 'AWS::Lambda::Function';
const MAPPING = 'AWS::Lambda::EventSourceMapping';
const TABLE = 'AWS::DynamoDB::GlobalTable';
const POLICY = 'AWS::IAM::Policy';

const cases: readonly Case[] = [
  {
    name: 'a target without dead letters',
    property: p.everyRuleTargetHasADeadLetterQueue,
    type: 'AWS::Events::Rule',
    change: set('Targets', [{ Arn: 'a' }]),
  },
  {
    name: 'a rule without a target',
    property: p.everyRuleTargetHasADeadLetterQueue,
    type: 'AWS::Events::Rule',
    change: without('Targets'),
  },
  {
    name: 'a queue without dead letters',
    property: p.everyQueueHasADeadLetterQueue,
    type: QUEUE,
    change: without('RedrivePolicy'),
  },
  {
    name: 'a subscribed queue without dead letters',
    property: p.everySubscribedQueueHasADeadLetterQueue,
    type: 'AWS::SNS::Subscription',
    change: without('RedrivePolicy'),
  },
  {
    name: 'a mapping that fails whole batches',
    property: p.everyQueueMappingIsPartialAndBounded,
    type: MAPPING,
    change: without('FunctionResponseTypes'),
  },
  {
    name: 'a mapping without a bound',
    property: p.everyQueueMappingIsPartialAndBounded,
    type: MAPPING,
    change: without('ScalingConfig'),
  },
  {
    name: 'a function without a role',
    property: p.everyFunctionHasItsOwnRole,
    type: FUNCTION,
    change: without('Role'),
  },
  {
    name: 'functions that share a role',
    property: p.everyFunctionHasItsOwnRole,
    type: FUNCTION,
    change: set('Role', { 'Fn::GetAtt': ['Shared', 'Arn'] }),
  },
  {
    name: 'a role with a policy of AWS',
    property: p.everyFunctionHasItsOwnRole,
    type: 'AWS::IAM::Role',
    change: set('ManagedPolicyArns', ['arn:aws:iam::aws:policy/AdministratorAccess']),
  },
  {
    name: 'an action of everything',
    property: p.noPolicyAllowsEveryAction,
    type: POLICY,
    change: allowing({ Action: 'dynamodb:*', Resource: 'arn' }),
  },
  {
    name: 'a resource of everything',
    property: p.noPolicyNamesEveryResourceWithoutNeed,
    type: POLICY,
    change: allowing({ Action: ['sqs:SendMessage'], Resource: '*' }),
  },
  {
    name: 'a function without a log group',
    property: p.everyFunctionHasALogGroupThatForgets,
    type: FUNCTION,
    change: without('LoggingConfig'),
  },
  {
    name: 'a log that is kept for ever',
    property: p.everyFunctionHasALogGroupThatForgets,
    type: 'AWS::Logs::LogGroup',
    change: without('RetentionInDays'),
  },
  {
    name: 'a log level at which metrics are lost',
    property: p.noLogLevelHoldsMetricsBack,
    type: FUNCTION,
    change: set('LoggingConfig', { ApplicationLogLevel: 'WARN' }),
  },
  {
    name: 'an old runtime',
    property: p.everyFunctionRunsNode24OnArm,
    type: FUNCTION,
    change: set('Runtime', 'nodejs22.x'),
  },
  {
    name: 'another architecture',
    property: p.everyFunctionRunsNode24OnArm,
    type: FUNCTION,
    change: set('Architectures', ['x86_64']),
  },
  { name: 'a table that goes with its stack', property: p.whatHoldsStateIsRetained, type: TABLE, change: deleted },
  { name: 'a queue that goes with its stack', property: p.whatHoldsStateIsRetained, type: QUEUE, change: deleted },
  {
    name: 'a table that a failed first deploy leaves behind',
    property: p.whatHoldsStateIsRetained,
    type: TABLE,
    change: (resource) => ({ ...resource, DeletionPolicy: 'Retain' }),
  },
  {
    name: 'a queue in the clear',
    property: p.everyQueueIsEncrypted,
    type: QUEUE,
    change: without('SqsManagedSseEnabled'),
  },
  {
    name: 'a table in the clear',
    property: p.everyTableIsEncryptedAndCanBeRestored,
    type: TABLE,
    change: without('SSESpecification'),
  },
  {
    name: 'a table without recovery',
    property: p.everyTableIsEncryptedAndCanBeRestored,
    type: TABLE,
    change: set('Replicas', [{}]),
  },
  {
    name: 'a queue that speaks plain HTTP',
    property: p.everyQueueRefusesPlainHttp,
    type: 'AWS::SQS::QueuePolicy',
    change: allowing({ Action: 'sqs:SendMessage' }),
  },
  {
    name: 'a log of a service that takes a place in the policy of the account',
    property: p.everyLogOfAServiceIsVended,
    type: 'AWS::Logs::LogGroup',
    change: without('LogGroupName'),
  },
  {
    name: 'a vended log that is in the way of the next stack',
    property: p.nothingHasAPhysicalName,
    type: 'AWS::Logs::LogGroup',
    change: set('LogGroupName', '/aws/vendedlogs/states/GoldenHour'),
  },
  {
    name: 'a queue with a name',
    property: p.nothingHasAPhysicalName,
    type: QUEUE,
    change: set('QueueName', 'leads'),
  },
  {
    name: 'an alarm without a runbook',
    property: p.everyAlarmNamesARunbook(new Set(['queues.md#dead-letters'])),
    type: 'AWS::CloudWatch::Alarm',
    change: set('AlarmDescription', 'Oh dear.'),
  },
  {
    name: 'an alarm whose runbook is not written',
    property: p.everyAlarmNamesARunbook(new Set(['queues.md#dead-letters'])),
    type: 'AWS::CloudWatch::Alarm',
    change: set('AlarmDescription', 'Oh dear. Runbook: docs/runbooks/queues.md#oh-dear'),
  },
  {
    name: 'a topic in the clear',
    property: p.everyTopicIsEncrypted,
    type: 'AWS::SNS::Topic',
    change: without('KmsMasterKeyId'),
    resources: topics,
  },
  {
    name: 'a topic that speaks plain HTTP',
    property: p.everyTopicRefusesPlainHttp,
    type: 'AWS::SNS::TopicPolicy',
    change: without('PolicyDocument'),
    resources: topics,
  },
];

describe('a property of the template', () => {
  it.each(cases)('finds $name', ({ property, type, change, resources = main }) => {
    expect(property(spoil(resources, type, change)).length).toBeGreaterThan(property(resources).length);
  });

  it('is tried here, each one', () => {
    const tried = new Set(cases.map(({ property }) => property));
    const { everyAlarmNamesARunbook: _, ...simple } = p;
    expect(Object.entries(simple).filter(([, property]) => !tried.has(property))).toEqual([]);
  });
});
