import { Readable } from 'node:stream';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { NotFoundException, SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import { describe, expect, it } from 'vitest';
import { askDeadLetters } from '../../cli/aws/ask-dead-letters.ts';
import { alarmNames, describeStack, readOutputs } from '../../cli/aws/read-stack.ts';
import { askConcurrency } from '../../cli/doctor/aws/ask-concurrency.ts';
import { askAlarms, askLate } from '../../cli/doctor/aws/ask-state.ts';
import type { Deployment } from '../../cli/doctor/deployment.ts';
import { GRACE_MS, gatherFacts } from '../../cli/doctor/facts.ts';
import { askSandbox } from '../../shared/adapters/aws/reach/ask-sandbox.ts';
import { askOptedOut, askOrigins, askSpending } from '../../shared/adapters/aws/reach/ask-sms.ts';
import { askTopics } from '../../shared/adapters/aws/reach/ask-topics.ts';
import { createRepTopics } from '../../shared/adapters/aws/rep-topics.ts';
import { type Answer, stubbed } from '../support/store/stub-client.ts';

/*
 * The clients of AWS, with answers that never were on a wire: what a local AWS does not know, and more of
 * everything than one page of an answer holds.
 */

const CONFIG = { region: 'eu-central-1' };

const sns = (answer: Answer) => stubbed(new SNSClient(CONFIG), answer);
const ssm = (answer: Answer) => stubbed(new SSMClient(CONFIG), answer);
const cloudWatch = (answer: Answer) => stubbed(new CloudWatchClient(CONFIG), answer);
const cloudFormation = (answer: Answer) => stubbed(new CloudFormationClient(CONFIG), answer);
const sqs = (answer: Answer) => stubbed(new SQSClient(CONFIG), answer);
const dynamo = (answer: Answer) => stubbed(new DynamoDBClient(CONFIG), answer);

const fieldOf = (input: object, name: string): unknown => Object.entries(input).find(([key]) => key === name)?.[1];

/** Pages that are asked for by the token that the page before gave. */
const paged =
  (token: string, pages: readonly object[]) =>
  (input: object): object => {
    const page = Number(fieldOf(input, token) ?? 0);
    return { ...pages[page], ...(page + 1 < pages.length ? { [token]: String(page + 1) } : {}) };
  };

describe('how many functions may run at once', () => {
  /** What is asked on the wire, and what comes back. */
  const asked = async (statusCode: number, answer: string, region = 'eu-central-1') => {
    const requests: { readonly hostname?: string; readonly path?: string; readonly headers?: object }[] = [];
    const client = new SNSClient({
      region,
      credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
      requestHandler: {
        handle: async (request: (typeof requests)[number]) => {
          requests.push(request);
          return { response: { statusCode, headers: {}, body: Readable.from([answer]) } };
        },
      },
    });
    const found = await askConcurrency(client).catch(String);
    return { found, request: requests[0] };
  };

  it('is asked of Lambda, signed for it', async () => {
    const { found, request } = await asked(200, '{"AccountLimit":{"ConcurrentExecutions":10}}');
    expect(found).toBe(10);
    expect(request).toMatchObject({
      hostname: 'lambda.eu-central-1.amazonaws.com',
      path: '/2016-08-19/account-settings/',
    });
    expect(JSON.stringify(request?.headers)).toContain('/eu-central-1/lambda/aws4_request');
    expect((await asked(200, '{}', 'cn-north-1')).request?.hostname).toBe('lambda.cn-north-1.amazonaws.com.cn');
  });

  it('is not known where AWS refuses', async () => {
    expect((await asked(403, '{"message":"not authorized to perform: lambda:GetAccountSettings"}')).found).toMatch(
      /403: .*lambda:GetAccountSettings/,
    );
  });
});

describe('the topics of the reps', () => {
  const TOPICS = JSON.stringify({ ana: 'arn:ana', ben: 'arn:ben', cem: 'arn:cem' });
  const parameters = ssm((_, input) => ({
    Parameters: [fieldOf(input, 'Names')].flat().map((Name) => ({ Name, Value: Name === 'p2' ? TOPICS : '{}' })),
  }));
  const subscriptions: Readonly<Record<string, (input: object) => object>> = {
    'arn:ana': paged('NextToken', [
      { Subscriptions: [{ Protocol: 'sqs', Endpoint: 'arn:queue', SubscriptionArn: 'arn:1' }] },
      { Subscriptions: [{ Protocol: 'email', Endpoint: 'ana@x.example', SubscriptionArn: 'arn:2' }] },
    ]),
    'arn:ben': () => ({
      Subscriptions: [
        { Protocol: 'email', Endpoint: 'ben@x.example', SubscriptionArn: 'PendingConfirmation' },
        { Protocol: 'email', Endpoint: 'ben@old.example', SubscriptionArn: 'Deleted' },
      ],
    }),
  };
  const topics = sns((_, input) => {
    const answer = subscriptions[String(fieldOf(input, 'TopicArn'))];
    if (answer === undefined) throw new NotFoundException({ message: 'no topic', $metadata: {} });
    return answer(input);
  });

  const questions = (rest = async (): Promise<void> => {}) => ({
    sns: topics,
    topicOf: createRepTopics(parameters, ['p1', 'p2']),
    rest,
  });

  it('are those of the parameters, with whatever is confirmed or may yet be, of every page', async () => {
    const found = await askTopics(questions(), ['ana', 'ben', 'cem', 'dee']);
    expect(found).toEqual(
      new Map([
        [
          'ana',
          {
            arn: 'arn:ana',
            subscriptions: [
              { address: 'arn:queue', confirmed: true },
              { address: 'ana@x.example', confirmed: true },
            ],
          },
        ],
        ['ben', { arn: 'arn:ben', subscriptions: [{ address: 'ben@x.example', confirmed: false }] }],
      ]),
    );
  });
});

describe('the topics of many reps', () => {
  it('are asked about ten at a time, with a rest between', async () => {
    const said: string[] = [];
    const client = sns(() => {
      said.push('asks');
      return { Subscriptions: [] };
    });
    const rest = async () => void said.push('rests');
    const recipients = Array.from({ length: 25 }, (_, n) => `rep-${n}`);
    const found = await askTopics({ sns: client, topicOf: async (rep) => `arn:${rep}`, rest }, recipients);
    expect(found.size).toBe(25);
    expect(
      said
        .join(' ')
        .split(' rests ')
        .map((wave) => wave.split(' ').length),
    ).toEqual([10, 10, 5]);
  });
});

describe('the SMS of an account', () => {
  it('that is in the sandbox go to verified numbers, of every page', async () => {
    const numbers = paged('NextToken', [
      { PhoneNumbers: [{ PhoneNumber: '+491', Status: 'Verified' }] },
      {
        PhoneNumbers: [
          { PhoneNumber: '+492', Status: 'Pending' },
          { PhoneNumber: '+493', Status: 'Verified' },
        ],
      },
    ]);
    const inside = (IsInSandbox: boolean) =>
      sns((command, input) => (command.startsWith('GetSMSSandbox') ? { IsInSandbox } : numbers(input)));
    expect(await askSandbox(inside(true))).toEqual({ on: true, verified: new Set(['+491', '+493']) });
    expect(await askSandbox(inside(false))).toEqual({ on: false });
  });

  it('go to nobody who opted out, on any page', async () => {
    const client = sns((_, input) =>
      paged('nextToken', [{ phoneNumbers: ['+491'] }, { phoneNumbers: [] }, { phoneNumbers: ['+492'] }])(input),
    );
    expect(await askOptedOut(client)).toEqual(new Set(['+491', '+492']));
  });

  it('cost what the metric rose to since the first of the month, in UTC', async () => {
    let asked: object = {};
    const metrics = cloudWatch((_, input) => {
      asked = input;
      return { Datapoints: [{ Maximum: 0.4 }, { Maximum: 0.9 }, { Maximum: 0.7 }] };
    });
    const limits = sns(() => ({ attributes: { MonthlySpendLimit: '25' } }));
    const now = Date.UTC(2026, 10, 16, 9);
    expect(await askSpending(limits, metrics, now)).toEqual({ limit: 25, spent: 0.9 });
    expect(asked).toMatchObject({ StartTime: new Date('2026-11-01T00:00:00Z'), EndTime: new Date(now) });
  });

  it('may cost a dollar where nobody ever set a limit, and nothing before the first one', async () => {
    expect(
      await askSpending(
        sns(() => ({ attributes: {} })),
        cloudWatch(() => ({})),
        0,
      ),
    ).toEqual({
      limit: 1,
      spent: 0,
    });
  });

  it('come from numbers that are active and can send them', async () => {
    const number = (Iso2CountryCode: string, Status: string, NumberCapabilities: readonly string[]) => ({
      Iso2CountryCode,
      Status,
      NumberCapabilities,
    });
    const client = sns((_, input) =>
      paged('NextToken', [
        { PhoneNumbers: [number('US', 'PENDING', ['SMS']), number('GB', 'Active', ['VOICE'])] },
        { PhoneNumbers: [number('CA', 'ACTIVE', ['SMS', 'VOICE'])] },
      ])(input),
    );
    expect(await askOrigins(client)).toEqual(new Set(['CA']));
  });
});

describe('the stack', () => {
  const outputs = {
    BusName: 'bus',
    TableName: 'table',
    RepTopics: 'p1,p2',
    ScoreLeadQueueUrl: 'q:work',
    ScoreLeadDeadLettersUrl: 'q:dead',
    ClockUndeliveredUrl: 'q:undelivered',
    PublishEventsFailuresUrl: 'q:failures',
    SecretsPrefix: '/GoldenHour/secrets/',
    MetricsNamespace: 'GoldenHour',
  };

  it('is known by its outputs', async () => {
    const Outputs = Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue }));
    expect(
      await describeStack(
        cloudFormation(() => ({ Stacks: [{ Outputs }] })),
        'GoldenHour',
      ),
    ).toEqual({
      busName: 'bus',
      tableName: 'table',
      email: { by: 'sns', topics: ['p1', 'p2'] },
      deadLetterQueues: {
        ScoreLeadDeadLetters: 'q:dead',
        ClockUndelivered: 'q:undelivered',
        PublishEventsFailures: 'q:failures',
      },
      workQueues: { ScoreLeadQueue: 'q:work' },
      secretsPrefix: '/GoldenHour/secrets/',
      metricsNamespace: 'GoldenHour',
    });
  });

  it('is none of ours without them', () => {
    expect(() => readOutputs('Billing', { Url: 'x' })).toThrow(
      'the stack Billing is none of Golden Hour, or of an older one: it has no output BusName and TableName and RepTopics',
    );
  });

  it('has alarms on every page of its resources, and a hundred of them are asked about at once', async () => {
    const resources = (from: number) => ({
      StackResourceSummaries: Array.from({ length: 75 }, (_, n) => ({
        ResourceType: n === 0 ? 'AWS::SQS::Queue' : 'AWS::CloudWatch::Alarm',
        PhysicalResourceId: `alarm-${from + n}`,
      })),
    });
    const client = cloudFormation((_, input) => paged('NextToken', [resources(0), resources(75)])(input));
    const names = await alarmNames(client, 'GoldenHour');
    expect(names).toHaveLength(148);
    const asked: unknown[] = [];
    const alarms = cloudWatch((_, input) => {
      const own = [fieldOf(input, 'AlarmNames')].flat();
      asked.push(own.length);
      expect(fieldOf(input, 'StateValue')).toBe('ALARM');
      const since = new Date(1_000);
      return own.includes('alarm-148')
        ? { MetricAlarms: [{ AlarmName: 'alarm-148', AlarmDescription: 'Odd', StateTransitionedTimestamp: since }] }
        : {};
    });
    expect(await askAlarms(alarms, names)).toEqual([{ name: 'alarm-148', description: 'Odd', since: 1_000 }]);
    expect(asked).toEqual([100, 48]);
  });

  it('without alarms asks about none, which would be all of the account', async () => {
    const client = cloudWatch(() => {
      throw new Error('asked');
    });
    expect(await askAlarms(client, [])).toEqual([]);
  });

  it('has dead letters, those among them that somebody is looking at', async () => {
    const client = sqs((_, input) =>
      fieldOf(input, 'QueueUrl') === 'q:dead'
        ? { Attributes: { ApproximateNumberOfMessages: '2', ApproximateNumberOfMessagesNotVisible: '1' } }
        : { Attributes: {} },
    );
    expect(await askDeadLetters(client, { A: 'q:dead', B: 'q:other' })).toEqual([
      { queue: 'A', messages: 3 },
      { queue: 'B', messages: 0 },
    ]);
  });
});

describe('what is late', () => {
  const shardOf = (input: object): string => /#\d+/.exec(JSON.stringify(input))?.[0] ?? '';
  const items = (count: number, dueAt: string) => ({
    Items: Array.from({ length: count }, () => ({ dueAt: { S: dueAt } })),
  });

  it('is counted over all shards, since the oldest', async () => {
    const client = dynamo((_, input) => {
      if (shardOf(input) === '#3') return items(2, '2026-11-16T08:00:00.000Z');
      return shardOf(input) === '#15' ? items(1, '2026-11-16T07:00:00.000Z') : items(0, '');
    });
    expect(await askLate(client, 'table', 'due', 0)).toEqual({
      count: 3,
      more: false,
      oldest: Date.UTC(2026, 10, 16, 7),
    });
  });

  it('is nothing where no shard has any', async () => {
    expect(
      await askLate(
        dynamo(() => items(0, '')),
        'table',
        'due',
        0,
      ),
    ).toBeUndefined();
  });

  it('is no longer counted beyond a thousand in a shard', async () => {
    const client = dynamo((_, input) => items(shardOf(input) === '#3' ? 1_000 : 0, '2026-11-16T08:00:00.000Z'));
    expect(await askLate(client, 'table', 'due', 0)).toMatchObject({ count: 1_000, more: true });
  });
});

describe('the facts of a deployment', () => {
  it('hold what AWS said where it did not answer, and all the other answers', async () => {
    const late: number[] = [];
    const denied = async (): Promise<never> => {
      const error = new Error('User  is not\nauthorized');
      error.name = 'AccessDenied';
      throw error;
    };
    const deployment: Deployment = {
      email: async () => ({ by: 'sns', topics: new Map() }),
      sandbox: denied,
      optedOut: async () => new Set(['+491']),
      spending: async () => ({ limit: 1, spent: 0 }),
      origins: async () => new Set(),
      slack: async () => ({ mayWrite: true, members: new Map() }),
      concurrency: async () => 1_000,
      deadLetters: async () => [],
      sources: async (named) => named.map((one) => ({ ...one, last: {} })),
      sinks: async (named) => named.map(({ name }) => ({ name, last: {} })),
      alarms: async () => [],
      pastDue: async (before) => void late.push(before),
      unpublished: async (before) => void late.push(before),
    };
    const facts = await gatherFacts(
      deployment,
      {
        recipients: [{ id: 'ana', email: 'ana@example.com' }],
        members: [],
        sources: [{ name: 'form', needsSecret: true }],
        sinks: [{ name: 'erp', toldBy: 'send-webhook' }],
      },
      1_000_000,
    );
    expect(facts.sandbox).toEqual({ refused: 'AccessDenied: User is not authorized' });
    expect(facts.optedOut).toEqual({ answer: new Set(['+491']) });
    expect(facts.sources).toEqual({ answer: [{ name: 'form', needsSecret: true, last: {} }] });
    expect(facts.sinks).toEqual({ answer: [{ name: 'erp', last: {} }] });
    expect(late).toEqual([1_000_000 - GRACE_MS, 1_000_000 - GRACE_MS]);
  });
});
