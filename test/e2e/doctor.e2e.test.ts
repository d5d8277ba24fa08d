import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CloudWatchClient,
  DeleteAlarmsCommand,
  type MetricAlarm,
  PutMetricAlarmCommand,
  paginateDescribeAlarms,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import { DeleteItemCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { ListSubscriptionsCommand, SNSClient, SubscribeCommand, UnsubscribeCommand } from '@aws-sdk/client-sns';
import { PurgeQueueCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import * as z from 'zod';
import { clientConfig } from '../../local/clients.ts';
import { indexPartition } from '../../shared/adapters/aws/index-attributes.ts';
import { writeE2eAgreement } from '../support/e2e/agreement.ts';
import { goldenHour } from '../support/e2e/golden-hour.ts';
import { readAgreement } from '../support/e2e/world.ts';
import { buildCommand } from '../support/scenario/command.ts';

const Line = z.object({
  severity: z.string(),
  check: z.string(),
  about: z.string().nullable(),
  finding: z.string(),
  do: z.string(),
  see: z.string(),
});

/** As a user calls it after a deploy. Every test puts right again what it broke: the stack is shared. */
describe('the doctor of a deployed stack', () => {
  const { endpoint, outputs, agreementFolder } = inject('deployed');
  const cloudWatch = new CloudWatchClient(clientConfig(endpoint));
  const dynamo = new DynamoDBClient(clientConfig(endpoint));
  const sns = new SNSClient(clientConfig(endpoint));
  const sqs = new SQSClient(clientConfig(endpoint));
  const repairs: (() => Promise<unknown>)[] = [];

  /** Without sources and sinks: whether those have secrets is up to the files that use them. */
  let folder = '';
  beforeAll(() => {
    buildCommand();
    folder = writeE2eAgreement(mkdtempSync(join(tmpdir(), 'doctor-')));
  });
  afterEach(async () => {
    for (const repair of repairs.splice(0)) await repair();
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    for (const client of [cloudWatch, dynamo, sns, sqs]) client.destroy();
  });

  const doctor = (...args: readonly string[]) => goldenHour(endpoint, 'doctor', '--agreement', folder, ...args);
  const findings = (agreement = folder) => {
    const { status, stdout, stderr } = goldenHour(endpoint, 'doctor', '--agreement', agreement, '--json');
    if (status !== 0 && status !== 1) throw new Error(`The doctor ended with ${status}: ${stderr}`);
    const lines = stdout.split('\n').filter(Boolean);
    return lines.map((line) => Line.parse(JSON.parse(line)));
  };
  /** Problems alone: this AWS does not answer about the SMS of an account, and nobody has put a token of Slack: warnings. */
  const problems = (): readonly string[] =>
    findings()
      .filter(({ severity }) => severity === 'problem')
      .map(({ check, about }) => [check, about].filter(Boolean).join(' '));

  it('finds all well, and tells what AWS did not answer', () => {
    const { status, stdout, stderr } = doctor();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [verdict, ...warnings] = stdout.trimEnd().split('\n').toReversed();
    expect(verdict).toBe('GoldenHour: every rep can be reached, no dead letters, no alarm, nothing late, 4 warnings');
    const others = warnings.filter((line) => !line.startsWith('warning  AWS did not answer about '));
    expect(others).toEqual([expect.stringMatching(/^warning {2}Slack takes no token of ours: 1 rep /)]);
  });

  it('tells how it stands with each source and each sink', () => {
    const notes = findings(agreementFolder).filter(({ severity }) => severity === 'note');
    expect(notes.map(({ check, about }) => `${check} ${about}`)).toEqual([
      'source demo-form',
      'source ads',
      'source crm',
      'sink erp',
      'sink hub',
    ]);
  });

  it('finds a message in a dead-letter queue', async () => {
    const QueueUrl = outputs.ScoreLeadDeadLettersUrl;
    repairs.push(() => sqs.send(new PurgeQueueCommand({ QueueUrl })));
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: '{}' }));
    const { status, stdout, stderr } = doctor();
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'golden-hour: GoldenHour: 1 problem, 4 warnings\n' });
    expect(stdout).toMatch(
      /^problem {2}1 message in ScoreLeadDeadLetters, .* See docs\/runbooks\/queues.md#dead-letters$/m,
    );
  });

  it('finds an alarm of the stack that fires, and none of others', async () => {
    const others = 'somebody-elses';
    const set = (AlarmName: string | undefined, StateValue: 'ALARM' | 'OK') =>
      cloudWatch.send(new SetAlarmStateCommand({ AlarmName, StateValue, StateReason: 'a test' }));
    const alarms: MetricAlarm[] = [];
    for await (const { MetricAlarms = [] } of paginateDescribeAlarms({ client: cloudWatch }, {})) {
      alarms.push(...MetricAlarms);
    }
    const own = alarms.find(({ AlarmDescription }) => AlarmDescription?.includes('silent'))?.AlarmName;
    repairs.push(
      () => set(own, 'OK'),
      () => cloudWatch.send(new DeleteAlarmsCommand({ AlarmNames: [others] })),
    );
    await cloudWatch.send(
      new PutMetricAlarmCommand({
        AlarmName: others,
        Namespace: 'Other',
        MetricName: 'Errors',
        Statistic: 'Sum',
        Period: 60,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanThreshold',
      }),
    );
    await set(others, 'ALARM');
    expect(problems()).toEqual([]);
    await set(own, 'ALARM');
    expect(problems()).toEqual([`alarm ${own}`]);
    expect(doctor().stdout).toMatch(
      /^problem {2}An alarm is firing.*: watch-clocks has not come to its end .* See docs\/runbooks\/clocks.md#watch-clocks-is-silent$/m,
    );
  });

  it('finds a lead that nobody looks at, not who it is, and none that is hardly late', async () => {
    const TableName = outputs.TableName;
    const put = async (email: string, minutes: number): Promise<void> => {
      // Not as a document, which watch-clocks would have looked at.
      const Key = { pk: { S: `identity#${email}` }, sk: { S: 'late' } };
      const dueAt = { S: new Date(Date.now() - minutes * 60_000).toISOString() };
      repairs.push(() => dynamo.send(new DeleteItemCommand({ TableName, Key })));
      await dynamo.send(
        new PutItemCommand({ TableName, Item: { ...Key, duePk: { S: indexPartition('due', 3) }, dueAt } }),
      );
    };
    await put('jo@acme.example', 1);
    expect(problems()).toEqual([]);
    await put('kim@acme.example', 7);
    const { status, stdout } = doctor();
    expect(status).toBe(1);
    expect(stdout).toMatch(/^problem {2}1 lead past due, the oldest by 7 min/m);
    expect(stdout).not.toContain('acme');
  });

  it('names a rep who has unsubscribed, and ends with 1', async () => {
    const ana = (await readAgreement(agreementFolder)).reps.ana;
    const { Subscriptions = [] } = await sns.send(new ListSubscriptionsCommand({}));
    const own = Subscriptions.find(({ Protocol, Endpoint }) => Protocol === 'email' && Endpoint === ana?.email);
    const { SubscriptionArn, TopicArn, Protocol, Endpoint } = own ?? {};
    repairs.push(() => sns.send(new SubscribeCommand({ TopicArn, Protocol, Endpoint })));
    await sns.send(new UnsubscribeCommand({ SubscriptionArn }));
    const { status, stdout } = doctor();
    expect(status).toBe(1);
    const [problem = ''] = stdout.split('\n');
    expect(problem).toContain(`problem  ${ana?.name} (ana) may not be reached: `);
    expect(problem).toContain('no e-mail, as the address is not subscribed');
    expect(problem).toContain(`aws sns subscribe --topic-arn ${TopicArn} `);
    expect(stdout).not.toContain('@');
  });

  it('ends with 2 where there is no such stack', () => {
    const { status, stdout, stderr } = doctor('--stack', 'Elsewhere');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^golden-hour: there is no stack Elsewhere in this account and region: .*\n$/);
  });
});
