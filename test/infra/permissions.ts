import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { documentSchemas } from '../../shared/contracts/documents/documents.ts';
import type { FunctionName } from '../../shared/contracts/functions.ts';
import { DOCUMENTS_WITH_FACTS } from '../../shared/domain/vocabulary/documents-with-facts.ts';
import { at, list, ofType, prop, target } from './lookup.ts';
import type { Resource, Resources } from './synth.ts';

/*
 * A permission is written `action what`: `dynamodb:BatchGetItem lead`, `dynamodb:Query index due`,
 * `sqs:SendMessage <logical id>`; the action alone where there is one thing that it can be done to.
 */

/** A function's own code as its bundle has it: what nobody calls is left out. The SDK is named and not looked into. */
export const bundledCode = (name: FunctionName): string => {
  const { outputFiles } = buildSync({
    entryPoints: [join('functions', name, 'lambda.ts')],
    bundle: true,
    write: false,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    tsconfigRaw: '{}',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
  });
  return outputFiles.map(({ text }) => text).join('\n');
};

const found = (code: string, pattern: RegExp): readonly string[] => [
  ...new Set([...code.matchAll(pattern)].map(([, name]) => name ?? '')),
];

/** Keys are written `{ type: 'lead', id }`, and those of routing `keys('rep', ids)`. */
const DOCUMENT = new RegExp(`\\b(?:type: |keys\\()"(${Object.keys(documentSchemas).join('|')})"`, 'g');

/** Documents that a function which commits others only loads. */
const ONLY_LOADED: { readonly [Name in FunctionName]?: readonly string[] } = {
  'show-measures': ['lead'],
  'mail-figures': ['reach'],
  'hear-bounce': ['link'],
  'write-crm': ['lead'],
  'post-card': ['lead'],
};

/** What figures are counted from has partitions of its own. */
const KEEPS_MEASURES = /\bmeasuredText\b/;

/** What each command takes of IAM; whoever sends one that is not here adds it. */
const COMMANDS: Readonly<
  Record<string, (code: string, queues: readonly string[], onlyLoaded: readonly string[]) => readonly string[]>
> = {
  BatchGetItem: (code) => found(code, DOCUMENT).map((type) => `dynamodb:BatchGetItem ${type}`),
  TransactWriteItems: (code, _, onlyLoaded) =>
    found(code, /\b(Put|Update|Delete|ConditionCheck): \{/g).flatMap((kind) =>
      found(code, DOCUMENT)
        .filter((type) => !onlyLoaded.includes(type))
        .map((type) => `dynamodb:${kind === 'ConditionCheck' ? kind : `${kind}Item`} ${type}`),
    ),
  // By keys that come of the stream and of the index: of whatever has facts.
  UpdateItem: () => DOCUMENTS_WITH_FACTS.map((type) => `dynamodb:UpdateItem ${type}`),
  GetItem: (code) =>
    KEEPS_MEASURES.test(code)
      ? ['dynamodb:GetItem measured']
      : DOCUMENTS_WITH_FACTS.map((type) => `dynamodb:GetItem ${type}`),
  PutItem: (code) => (KEEPS_MEASURES.test(code) ? ['dynamodb:PutItem measured'] : []),
  Query: (code) => [
    ...found(code, /\bindex: "(\w+)"/g).map((index) => `dynamodb:Query index ${index}`),
    ...(/\bhistory: (?:async )?\(/.test(code) ? ['dynamodb:Query lead'] : []),
    ...(/\ball: async function\*/.test(code) ? ['dynamodb:Query measured'] : []),
    ...(/\boutbox: \(/.test(code) ? DOCUMENTS_WITH_FACTS.map((type) => `dynamodb:Query ${type}`) : []),
  ],
  // By the queues that it is fed from.
  ChangeMessageVisibility: (_, queues) => queues.map((queue) => `sqs:ChangeMessageVisibility ${queue}`),
  SendMessageBatch: (_, queues) => queues.map((queue) => `sqs:SendMessage ${queue}`),
  GetQueueAttributes: (_, queues) => queues.map((queue) => `sqs:GetQueueAttributes ${queue}`),
  StartExecution: () => ['states:StartExecution'],
  SendMessage: (_, queues) => queues.map((queue) => `sqs:SendMessage ${queue}`),
  GetParameter: () => ['ssm:GetParameter'],
  Publish: () => ['sns:Publish'],
  CheckIfPhoneNumberIsOptedOut: () => ['sns:CheckIfPhoneNumberIsOptedOut'],
  GetTopicAttributes: () => ['sns:GetTopicAttributes'],
  GetSMSSandboxAccountStatus: () => ['sns:GetSMSSandboxAccountStatus'],
  ListSMSSandboxPhoneNumbers: () => ['sns:ListSMSSandboxPhoneNumbers'],
  ListSubscriptionsByTopic: () => ['sns:ListSubscriptionsByTopic'],
  ListPhoneNumbersOptedOut: () => ['sns:ListPhoneNumbersOptedOut'],
  GetSMSAttributes: () => ['sns:GetSMSAttributes'],
  ListOriginationNumbers: () => ['sns:ListOriginationNumbers'],
  GetMetricStatistics: () => ['cloudwatch:GetMetricStatistics'],
  GetParameters: () => ['ssm:GetParameters'],
  PutEvents: () => ['events:PutEvents'],
  SendEmail: () => ['ses:SendEmail'],
  GetAccount: () => ['ses:GetAccount'],
  GetEmailIdentity: () => ['ses:GetEmailIdentity'],
  GetSuppressedDestination: () => ['ses:GetSuppressedDestination'],
};

/** What code holds for the other way that e-mail may go by, and never sends. */
const NOT_BY: Readonly<Record<string, readonly string[]>> = {
  sns: ['SendEmail', 'GetAccount', 'GetEmailIdentity', 'GetSuppressedDestination'],
  ses: ['GetTopicAttributes', 'ListSubscriptionsByTopic', 'GetParameters'],
};

/** By SES only an SMS is published. */
const isSent = (command: string, way: string, code: string): boolean =>
  !NOT_BY[way]?.includes(command) && !(command === 'Publish' && way === 'ses' && !code.includes('PhoneNumber:'));

const BY_LAMBDA = [
  'logs:CreateLogStream',
  'logs:PutLogEvents',
  'xray:PutTraceSegments',
  'xray:PutTelemetryRecords',
] as const;

const OF_QUEUE = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
const OF_STREAM = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((name) => `dynamodb:${name}`);

/** What Lambda does under the function's role to feed it. */
const byMapping = (mapping: Resource): readonly string[] => {
  if (prop(mapping, 'StartingPosition') === undefined) {
    return OF_QUEUE.map((action) => `${action} ${target(prop(mapping, 'EventSourceArn'))}`);
  }
  return [...OF_STREAM, `sqs:SendMessage ${target(prop(mapping, 'DestinationConfig', 'OnFailure', 'Destination'))}`];
};

export interface DeployedFunction {
  readonly id: string;
  readonly resource: Resource;
}

export const functionNamed = (name: FunctionName, resources: Resources): DeployedFunction => {
  const [one] = ofType(resources, 'AWS::Lambda::Function').filter(
    ([, each]) => prop(each, 'Environment', 'Variables', 'POWERTOOLS_SERVICE_NAME') === name,
  );
  if (one === undefined) throw new Error(`The template has no ${name}`);
  return { id: one[0], resource: one[1] };
};

/** What the function's code can call, and what Lambda does for it. */
export const needsOf = (name: FunctionName, resources: Resources, code = bundledCode(name)): ReadonlySet<string> => {
  const { id, resource } = functionNamed(name, resources);
  const variables = Object.entries(Object(prop(resource, 'Environment', 'Variables')));
  const queues = variables.flatMap(([key, value]) => {
    if (key === 'SINK_QUEUES') return list(at(value, 'Fn::Join', 1)).flatMap((part) => target(part) ?? []);
    return key.endsWith('_QUEUE_URL') ? [target(value) ?? ''] : [];
  });
  const way = String(prop(resource, 'Environment', 'Variables', 'EMAIL_BY'));
  const commands = [...found(code, /\bnew (\w+?)Command\d*\(/g), ...found(code, /\bpaginate(\w+)\(/g)].filter((one) =>
    isSent(one, way, code),
  );
  const calls = commands.flatMap((command) => {
    const needs = COMMANDS[command];
    if (needs === undefined) throw new Error(`${name} sends ${command}, and nobody says what permission that takes`);
    return needs(code, queues, ONLY_LOADED[name] ?? []);
  });
  const mappings = ofType(resources, 'AWS::Lambda::EventSourceMapping').filter(
    ([, mapping]) => target(prop(mapping, 'FunctionName')) === id,
  );
  return new Set([...calls, ...BY_LAMBDA, ...mappings.flatMap(([, mapping]) => byMapping(mapping))]);
};

/** The end of an ARN that was put together, such as `/index/due`. */
const suffixOf = (resource: unknown): string => String(list(at(resource, 'Fn::Join', 1)).at(-1) ?? '');

const objectsOf = (statement: unknown, action: string): readonly string[] => {
  const resources = list(at(statement, 'Resource'));
  if (action.startsWith('sqs:')) return resources.map((resource) => target(resource) ?? '*');
  if (!/^dynamodb:(?!.*Stream|GetRecords|GetShardIterator)/.test(action)) return [''];
  return resources.flatMap((resource) => {
    const [, index] = /^\/index\/(\w+)$/.exec(suffixOf(resource)) ?? [];
    if (index !== undefined) return [`index ${index}`];
    const prefixes = list(at(statement, 'Condition', 'ForAllValues:StringLike', 'dynamodb:LeadingKeys'));
    return prefixes.length === 0 ? ['*'] : prefixes.map((prefix) => String(prefix).replace(/#\*$/, ''));
  });
};

/** Of topics, which name in their own policies who may use them; they lie in nested stacks. */
const allowedByTopics = (
  role: string | undefined,
  main: Resources,
  nested: readonly Resources[],
): readonly string[] => {
  /** By which parameters nested stacks are told of the role. */
  const names = ofType(main, 'AWS::CloudFormation::Stack')
    .flatMap(([, stack]) => Object.entries(Object(prop(stack, 'Parameters'))))
    .flatMap(([parameter, value]) => (role !== undefined && target(value) === role ? [parameter] : []));
  return nested
    .flatMap((resources) => ofType(resources, 'AWS::SNS::TopicPolicy'))
    .flatMap(([, policy]) => list(prop(policy, 'PolicyDocument', 'Statement')))
    .filter((statement) => at(statement, 'Effect') === 'Allow')
    .filter((statement) => list(at(statement, 'Principal', 'AWS')).some((each) => names.includes(target(each) ?? '')))
    .flatMap((statement) => list(at(statement, 'Action')).map(String));
};

/** What the function's role allows, and what topics allow it. */
export const allowedTo = (
  name: FunctionName,
  resources: Resources,
  nested: readonly Resources[] = [],
): ReadonlySet<string> => {
  const role = target(prop(functionNamed(name, resources).resource, 'Role'));
  const policies = ofType(resources, 'AWS::IAM::Policy').filter(([, policy]) =>
    list(prop(policy, 'Roles')).some((each) => target(each) === role),
  );
  return new Set([
    ...allowedByTopics(role, resources, nested),
    ...policies
      .flatMap(([, policy]) => list(prop(policy, 'PolicyDocument', 'Statement')))
      .flatMap((statement) =>
        list(at(statement, 'Action')).flatMap((action) =>
          objectsOf(statement, String(action)).map((what) => `${action} ${what}`.trim()),
        ),
      ),
  ]);
};

export interface Difference {
  readonly unused: readonly string[];
  readonly missing: readonly string[];
}

export const difference = (allowed: ReadonlySet<string>, needed: ReadonlySet<string>): Difference => ({
  unused: [...allowed].filter((each) => !needed.has(each)).sort(),
  missing: [...needed].filter((each) => !allowed.has(each)).sort(),
});
