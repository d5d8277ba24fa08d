import {
  type CloudFormationClient,
  CloudFormationServiceException,
  DescribeStacksCommand,
  paginateListStackResources,
} from '@aws-sdk/client-cloudformation';
import * as z from 'zod';
import { type EmailWay, readEmailWay } from '../../shared/contracts/env/email.ts';
import { StackNotRead } from './stack-not-read.ts';

const REQUIRED = z.object({ BusName: z.string(), TableName: z.string() });

/** One of them, by how e-mail goes. */
const EMAIL = z.union([
  z
    .object({ RepTopics: z.string() })
    .transform(({ RepTopics }) => readEmailWay({ EMAIL_BY: 'sns', EMAIL_VIA: RepTopics })),
  z
    .object({ EmailVia: z.string() })
    .transform(({ EmailVia }) => readEmailWay({ EMAIL_BY: 'ses', EMAIL_VIA: EmailVia })),
]);

/** What infra/golden-hour-stack.ts tells of a stack. */
export interface StackOutputs {
  readonly busName: string;
  readonly tableName: string;
  /** How e-mail goes out. */
  readonly email: EmailWay;
  /** Where secrets are kept, and what the address of a source begins with; undefined of an older version, or without sources. */
  readonly secretsPrefix: string | undefined;
  readonly metricsNamespace: string;
  readonly sourcesUrl: string | undefined;
  /** What the app in Slack is told; undefined where no rep has Slack. */
  readonly slackUrl: string | undefined;
  /** URLs by name, such as `ScoreLeadDeadLetters`. */
  readonly deadLetterQueues: Readonly<Record<string, string>>;
  /** URLs by name, such as `ScoreLeadQueue`. */
  readonly workQueues: Readonly<Record<string, string>>;
}

/** Queues in which messages wait for a person, as opposed to those that a function works off. */
const DEAD_LETTERS = /^(.*(?:DeadLetters|Undelivered|Failures))Url$/;
const WORK = /^(.*Queue)Url$/;

/** Throws StackNotRead where the outputs are not those of a Golden Hour stack. */
export const readOutputs = (stack: string, outputs: Readonly<Record<string, string>>): StackOutputs => {
  const required = REQUIRED.safeParse(outputs);
  const email = EMAIL.safeParse(outputs);
  if (!required.success || !email.success) {
    const missing = [
      ...(required.error?.issues ?? []).map(({ path }) => path.join('.')),
      ...(email.success ? [] : ['RepTopics']),
    ].join(' and ');
    throw new StackNotRead(
      `the stack ${stack} is none of Golden Hour, or of an older one: it has no output ${missing}`,
    );
  }
  const queues = (such: RegExp) =>
    Object.fromEntries(
      Object.entries(outputs).flatMap(([key, url]) => {
        const name = such.exec(key)?.[1];
        return name === undefined ? [] : [[name, url] as const];
      }),
    );
  return {
    busName: required.data.BusName,
    tableName: required.data.TableName,
    email: email.data,
    secretsPrefix: outputs.SecretsPrefix,
    metricsNamespace: outputs.MetricsNamespace ?? '',
    sourcesUrl: outputs.SourcesUrl,
    slackUrl: outputs.SlackUrl,
    deadLetterQueues: queues(DEAD_LETTERS),
    workQueues: queues(WORK),
  };
};

const whyNot = (stack: string, error: unknown): string => {
  const reason = error instanceof Error ? error.message || error.name : String(error);
  if (error instanceof CloudFormationServiceException && /does not exist/.test(reason)) {
    return `there is no stack ${stack} in this account and region: name it with --stack, or set AWS_REGION and AWS_PROFILE as for the deploy`;
  }
  return `AWS could not be asked about the stack ${stack}: ${reason.replace(/\s+/g, ' ')}. Set AWS_REGION and credentials as for the deploy`;
};

/** Throws StackNotRead. */
export const describeStack = async (client: CloudFormationClient, stack: string): Promise<StackOutputs> => {
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: stack })).catch((error: unknown) => {
    throw new StackNotRead(whyNot(stack, error), { cause: error });
  });
  const outputs = (Stacks[0]?.Outputs ?? []).flatMap(({ OutputKey, OutputValue }) =>
    OutputKey === undefined || OutputValue === undefined ? [] : [[OutputKey, OutputValue] as const],
  );
  return readOutputs(stack, Object.fromEntries(outputs));
};

/** Names of the stack's alarms. */
export const alarmNames = async (client: CloudFormationClient, stack: string): Promise<readonly string[]> => {
  const names: string[] = [];
  for await (const { StackResourceSummaries = [] } of paginateListStackResources({ client }, { StackName: stack })) {
    for (const { ResourceType, PhysicalResourceId } of StackResourceSummaries) {
      if (ResourceType === 'AWS::CloudWatch::Alarm' && PhysicalResourceId !== undefined) names.push(PhysicalResourceId);
    }
  }
  return names;
};
