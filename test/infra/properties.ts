import { SINK_RECEIVES } from '../../shared/contracts/sinks/sink-queues.ts';
import { at, list, ofType, prop, target } from './lookup.ts';
import type { Resource, Resources } from './synth.ts';

/** Says which resources break it, by logical id; nothing where it holds. */
export type Property = (resources: Resources) => readonly string[];

type Holds = (resource: Resource, resources: Resources) => boolean;

const every =
  (type: string, holds: Holds): Property =>
  (resources) =>
    ofType(resources, type)
      .filter(([, resource]) => !holds(resource, resources))
      .map(([id]) => id);

const targets = (rule: Resource): readonly unknown[] => list(prop(rule, 'Targets'));

/** Queues in which messages end: of other queues, of rules, of topics, of streams. */
const lastResorts = (resources: Resources): ReadonlySet<string | undefined> =>
  new Set([
    ...ofType(resources, 'AWS::SQS::Queue').map(([, queue]) =>
      target(prop(queue, 'RedrivePolicy', 'deadLetterTargetArn')),
    ),
    ...ofType(resources, 'AWS::Events::Rule').flatMap(([, rule]) =>
      targets(rule).map((each) => target(at(each, 'DeadLetterConfig', 'Arn'))),
    ),
    ...ofType(resources, 'AWS::SNS::Subscription').map(([, subscription]) =>
      target(prop(subscription, 'RedrivePolicy', 'deadLetterTargetArn')),
    ),
    ...ofType(resources, 'AWS::Lambda::EventSourceMapping').map(([, mapping]) =>
      target(prop(mapping, 'DestinationConfig', 'OnFailure', 'Destination')),
    ),
  ]);

const statements = (resource: Resource): readonly unknown[] => list(prop(resource, 'PolicyDocument', 'Statement'));

const actions = (statement: unknown): readonly unknown[] => list(at(statement, 'Action'));

/** They know no resources, says AWS's service authorization reference. */
const WITHOUT_RESOURCES = [
  'sns:CheckIfPhoneNumberIsOptedOut',
  'sns:GetSMSAttributes',
  'sns:GetSMSSandboxAccountStatus',
  'sns:ListOriginationNumbers',
  'sns:ListPhoneNumbersOptedOut',
  'sns:ListSMSSandboxPhoneNumbers',
  'cloudwatch:GetMetricStatistics',
  'ses:GetAccount',
  'ses:GetSuppressedDestination',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'logs:CreateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:DescribeLogGroups',
  'logs:DescribeResourcePolicies',
  'logs:GetLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:UpdateLogDelivery',
];

const deniesPlainHttp = (policy: Resource): boolean =>
  statements(policy).some(
    (statement) =>
      at(statement, 'Effect') === 'Deny' && at(statement, 'Condition', 'Bool', 'aws:SecureTransport') === 'false',
  );

const withPolicy =
  (type: string, key: string, id: string): Holds =>
  (_, resources) =>
    ofType(resources, type).some(
      ([, policy]) => list(prop(policy, key)).some((each) => target(each) === id) && deniesPlainHttp(policy),
    );

const onlyEncryptedTransport =
  (type: string, policyType: string, key: string): Property =>
  (resources) =>
    ofType(resources, type)
      .filter(([id, resource]) => !withPolicy(policyType, key, id)(resource, resources))
      .map(([id]) => id);

const textOf = (value: unknown): string | undefined => (value === undefined ? undefined : String(value));

const roleOf = (resource: Resource): string | undefined => target(prop(resource, 'Role'));

const PHYSICAL_NAMES = [
  'AlarmName',
  'BucketName',
  'FunctionName',
  'LogGroupName',
  'ManagedPolicyName',
  'QueueName',
  'RoleName',
  'StateMachineName',
  'TableName',
  'TopicName',
];

/** Its name has to begin so; the stack's id in it makes it another one each time that a stack is made. */
const isVended = (group: Resource): boolean => {
  const [start, ...rest] = list(prop(group, 'LogGroupName', 'Fn::Join', 1));
  return String(start).startsWith('/aws/vendedlogs/') && JSON.stringify(rest).includes('"AWS::StackId"');
};

const STATE = ['AWS::DynamoDB::GlobalTable', 'AWS::SQS::Queue', 'AWS::Logs::LogGroup'];

export const everyRuleTargetHasADeadLetterQueue = every(
  'AWS::Events::Rule',
  (rule) =>
    targets(rule).length > 0 &&
    targets(rule).every((each) => target(at(each, 'DeadLetterConfig', 'Arn')) !== undefined),
);

/** E-mail has none: SNS keeps nothing that it could not send. */
export const everySubscribedQueueHasADeadLetterQueue = every(
  'AWS::SNS::Subscription',
  (subscription) =>
    prop(subscription, 'Protocol') !== 'sqs' ||
    target(prop(subscription, 'RedrivePolicy', 'deadLetterTargetArn')) !== undefined,
);

/** They are told for three days. */
const isOfSinks = (resources: Resources, id = ''): boolean =>
  prop(resources[id] ?? { Type: '', Properties: {} }, 'Environment', 'Variables', 'SINK_QUEUES') !== undefined;

export const everyQueueHasADeadLetterQueue: Property = (resources) => {
  const last = lastResorts(resources);
  const ofSinks = ofType(resources, 'AWS::Lambda::EventSourceMapping').flatMap(([, mapping]) =>
    isOfSinks(resources, target(prop(mapping, 'FunctionName'))) ? [target(prop(mapping, 'EventSourceArn'))] : [],
  );
  return ofType(resources, 'AWS::SQS::Queue')
    .filter(([id, queue]) => {
      const receives = ofSinks.includes(id) ? SINK_RECEIVES : 5;
      return !last.has(id) && prop(queue, 'RedrivePolicy', 'maxReceiveCount') !== receives;
    })
    .map(([id]) => id);
};

export const everyQueueMappingIsPartialAndBounded = every(
  'AWS::Lambda::EventSourceMapping',
  (mapping) =>
    list(prop(mapping, 'FunctionResponseTypes')).includes('ReportBatchItemFailures') &&
    (prop(mapping, 'StartingPosition') !== undefined ||
      prop(mapping, 'ScalingConfig', 'MaximumConcurrency') !== undefined),
);

export const everyFunctionHasItsOwnRole: Property = (resources) => {
  const functions = ofType(resources, 'AWS::Lambda::Function');
  return functions
    .filter(([id, each]) => {
      const role = roleOf(each);
      const shared = functions.some(
        ([other, { Properties }]) => other !== id && target(at(Properties, 'Role')) === role,
      );
      const managed = role === undefined ? [] : list(at(resources[role], 'Properties', 'ManagedPolicyArns'));
      return role === undefined || shared || managed.length > 0;
    })
    .map(([id]) => id);
};

export const noPolicyAllowsEveryAction = every('AWS::IAM::Policy', (policy) =>
  statements(policy).every((statement) => actions(statement).every((action) => !String(action).includes('*'))),
);

export const noPolicyNamesEveryResourceWithoutNeed = every('AWS::IAM::Policy', (policy) =>
  statements(policy)
    .filter((statement) => list(at(statement, 'Resource')).includes('*'))
    .every((statement) => actions(statement).every((action) => WITHOUT_RESOURCES.includes(String(action)))),
);

export const everyFunctionHasALogGroupThatForgets = every('AWS::Lambda::Function', (each, resources) => {
  const group = target(prop(each, 'LoggingConfig', 'LogGroup'));
  return group !== undefined && typeof at(resources[group], 'Properties', 'RetentionInDays') === 'number';
});

export const everyFunctionRunsNode24OnArm = every(
  'AWS::Lambda::Function',
  (each) => prop(each, 'Runtime') === 'nodejs24.x' && list(prop(each, 'Architectures')).join() === 'arm64',
);

/** Lambda takes a line of metrics, which has no level, for INFO. */
export const noLogLevelHoldsMetricsBack = every('AWS::Lambda::Function', (each) =>
  [undefined, 'TRACE', 'DEBUG', 'INFO'].includes(textOf(prop(each, 'LoggingConfig', 'ApplicationLogLevel'))),
);

/** A deploy that fails at once leaves nothing behind, so that the next one can make it. */
export const whatHoldsStateIsRetained: Property = (resources) =>
  Object.entries(resources)
    .filter(([, { Type }]) => STATE.includes(Type))
    .filter(([, each]) => each.DeletionPolicy !== 'RetainExceptOnCreate' || each.UpdateReplacePolicy !== 'Retain')
    .map(([id]) => id);

export const everyQueueIsEncrypted = every('AWS::SQS::Queue', (queue) => prop(queue, 'SqsManagedSseEnabled') === true);

/** CloudWatch cannot use AWS's key of SNS: whoever wants the topic of alarms encrypted brings a key. */
const isOfAlarms = (id: string, resources: Resources): boolean =>
  ofType(resources, 'AWS::SNS::TopicPolicy').some(
    ([, policy]) =>
      list(prop(policy, 'Topics')).some((each) => target(each) === id) &&
      statements(policy).some((each) => at(each, 'Principal', 'Service') === 'cloudwatch.amazonaws.com'),
  );

export const everyTopicIsEncrypted: Property = (resources) =>
  ofType(resources, 'AWS::SNS::Topic')
    .filter(([id, topic]) => prop(topic, 'KmsMasterKeyId') === undefined && !isOfAlarms(id, resources))
    .map(([id]) => id);

export const everyTableIsEncryptedAndCanBeRestored = every(
  'AWS::DynamoDB::GlobalTable',
  (table) =>
    prop(table, 'SSESpecification', 'SSEEnabled') === true &&
    list(prop(table, 'Replicas')).every(
      (each) => at(each, 'PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled') === true,
    ),
);

export const everyQueueRefusesPlainHttp = onlyEncryptedTransport('AWS::SQS::Queue', 'AWS::SQS::QueuePolicy', 'Queues');

export const everyTopicRefusesPlainHttp = onlyEncryptedTransport('AWS::SNS::Topic', 'AWS::SNS::TopicPolicy', 'Topics');

/** Each other one takes a place in a policy of the account that holds some twenty. */
export const everyLogOfAServiceIsVended: Property = (resources) => {
  const written = [
    ...ofType(resources, 'AWS::ApiGatewayV2::Stage').map(([, stage]) =>
      target(prop(stage, 'AccessLogSettings', 'DestinationArn')),
    ),
    ...ofType(resources, 'AWS::StepFunctions::StateMachine').flatMap(([, machine]) =>
      list(prop(machine, 'LoggingConfiguration', 'Destinations')).map((each) =>
        target(at(each, 'CloudWatchLogsLogGroup', 'LogGroupArn')),
      ),
    ),
  ];
  return ofType(resources, 'AWS::Logs::LogGroup')
    .filter(([id, group]) => written.includes(id) && !isVended(group))
    .map(([id]) => id);
};

export const nothingHasAPhysicalName: Property = (resources) =>
  Object.entries(resources)
    .filter(([, each]) => !isVended(each))
    // A mapping and a permission name the function that they are for.
    .filter(([, { Type }]) => Type !== 'AWS::Lambda::EventSourceMapping' && Type !== 'AWS::Lambda::Permission')
    .filter(([, each]) => PHYSICAL_NAMES.some((name) => prop(each, name) !== undefined))
    .map(([id]) => id);

/** `headings` as `page.md#anchor`. */
export const everyAlarmNamesARunbook = (headings: ReadonlySet<string>): Property =>
  every('AWS::CloudWatch::Alarm', (alarm) => {
    const [, runbook] = / Runbook: docs\/runbooks\/(\S+)$/.exec(String(prop(alarm, 'AlarmDescription'))) ?? [];
    return runbook !== undefined && headings.has(runbook);
  });
