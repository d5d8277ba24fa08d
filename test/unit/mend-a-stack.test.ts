import { Writable } from 'node:stream';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { listDeadLetters } from '../../cli/dead-letters/list.ts';
import { openQueues } from '../../cli/dead-letters/open-queues.ts';
import { redriveQueue } from '../../cli/dead-letters/redrive.ts';
import { openRefused } from '../../cli/refused/open-refused.ts';
import { encodeBody } from '../../shared/adapters/aws/item-codec.ts';
import { type Answer, stubbed } from '../support/store/stub-client.ts';

/* The clients of AWS, with answers that never were on a wire. */

const CONFIG = { region: 'eu-central-1' };
const OUTPUTS = {
  BusName: 'the-bus',
  TableName: 'the-table',
  RepTopics: '',
  ScoreLeadQueueUrl: 'q:work',
  ScoreLeadDeadLettersUrl: 'q:dead',
  ScoreLeadUndeliveredUrl: 'q:undelivered',
  PublishEventsFailuresUrl: 'q:failures',
};
const cloudFormation = stubbed(new CloudFormationClient(CONFIG), () => ({
  Stacks: [{ Outputs: Object.entries(OUTPUTS).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })) }],
}));

const texts = () => {
  const written: string[] = [];
  const stream = new Writable({
    write: (chunk, _, done) => {
      written.push(String(chunk));
      done();
    },
  });
  return { written, streams: { stdout: stream, stderr: stream } };
};

const asked = z.object({
  QueueUrl: z.string(),
  MaxNumberOfMessages: z.number().optional(),
  MessageBody: z.string().optional(),
  ReceiptHandle: z.string().optional(),
});

/** As much of SQS as moving messages needs; a message that is received stays until it is deleted. */
const sqsWith = (queues: Record<string, string[]>, onSend = (_: string): void => {}): Answer => {
  const held = new Set<string>();
  return (command, input) => {
    const { QueueUrl, MaxNumberOfMessages = 1, MessageBody = '', ReceiptHandle } = asked.parse(input);
    queues[QueueUrl] ??= [];
    const queue = queues[QueueUrl];
    switch (command) {
      case 'GetQueueAttributesCommand':
        return { Attributes: { ApproximateNumberOfMessages: String(queue.length) } };
      case 'ReceiveMessageCommand': {
        const some = queue.filter((body) => !held.has(body)).slice(0, MaxNumberOfMessages);
        for (const body of some) held.add(body);
        return { Messages: some.map((Body) => ({ Body, ReceiptHandle: Body })) };
      }
      case 'SendMessageCommand':
        onSend(MessageBody);
        queue.push(MessageBody);
        return {};
      default:
        queues[QueueUrl] = queue.filter((body) => body !== ReceiptHandle);
        return {};
    }
  };
};

const numbered = (count: number): string[] => Array.from({ length: count }, (_, i) => `m${i}`);
const open = (answer: Answer) =>
  openQueues({ cloudFormation, sqs: stubbed(new SQSClient(CONFIG), answer) }, 'GoldenHour');

describe('dead letters', () => {
  it('are counted by queue, and those without any are left out', async () => {
    const { written, streams } = texts();
    await listDeadLetters(await open(sqsWith({ 'q:dead': ['a'], 'q:failures': ['b', 'c'] })), false, streams.stdout);
    expect(written.join('')).toBe(
      'ScoreLeadDeadLetters  1 message, handled by way of ScoreLeadQueue\nPublishEventsFailures  2 messages, which nothing handles\n',
    );
  });

  it.each(['ScoreLeadDeadLetters', 'ScoreLeadUndelivered'])('of %s go to the queue of the function', async (queue) => {
    const queues: Record<string, string[]> = { 'q:dead': numbered(23), 'q:undelivered': numbered(23) };
    const { written, streams } = texts();
    expect(await redriveQueue(await open(sqsWith(queues)), { queue, json: false }, streams)).toBe(true);
    expect(written).toEqual(['23 messages moved to ScoreLeadQueue\n']);
    expect(queues['q:work']?.toSorted()).toEqual(numbered(23).toSorted());
    expect(queues[queue === 'ScoreLeadDeadLetters' ? 'q:dead' : 'q:undelivered']).toEqual([]);
  });

  it('that come back meanwhile are not moved once more', async () => {
    const queues: Record<string, string[]> = { 'q:dead': numbered(3) };
    const back = (body: string) => queues['q:dead']?.push(`${body} again`);
    const { written, streams } = texts();
    await redriveQueue(await open(sqsWith(queues, back)), { queue: 'ScoreLeadDeadLetters', json: true }, streams);
    expect(written).toEqual(['{"queue":"ScoreLeadDeadLetters","to":"ScoreLeadQueue","moved":3}\n']);
  });

  it('that cannot be sent are not deleted, and it is said why', async () => {
    const queues: Record<string, string[]> = { 'q:dead': numbered(1) };
    const refuse = (): void => {
      throw new Error('AccessDenied');
    };
    const redriven = redriveQueue(
      await open(sqsWith(queues, refuse)),
      { queue: 'ScoreLeadDeadLetters', json: false },
      texts().streams,
    );
    await expect(redriven).rejects.toMatchObject({ code: 'STACK_NOT_READ', exitCode: 2 });
    expect(queues['q:dead']).toEqual(['m0']);
  });

  it.each([
    ['PublishEventsFailures', 'nothing handles the messages of PublishEventsFailures'],
    ['Nonsense', 'there is no queue Nonsense; there are ScoreLeadDeadLetters, '],
  ])('of %s are not moved', async (queue, why) => {
    const { written, streams } = texts();
    expect(await redriveQueue(await open(sqsWith({})), { queue, json: false }, streams)).toBe(false);
    expect(written.join('')).toContain(why);
  });
});

describe('the refusals of a stack', () => {
  const ID = 'f'.repeat(32);
  const kept = { problems: [], text: '{}', whole: true };
  const item = {
    pk: { S: `refusal#${ID}` },
    version: { N: '1' },
    schemaVersion: { N: '1' },
    body: encodeBody({ at: 0, problems: 1, kept }),
  };

  it('are those that the index has, of every shard', async () => {
    const partitions: unknown[] = [];
    const dynamo = stubbed(new DynamoDBClient(CONFIG), (command, input) => {
      if (command !== 'QueryCommand') return { Responses: { 'the-table': [item] } };
      const partition = z.object({ ExpressionAttributeValues: z.record(z.string(), z.object({ S: z.string() })) });
      const name = partition.parse(input).ExpressionAttributeValues[':p']?.S;
      partitions.push(name);
      return { Items: name === 'due#refused#3' ? [{ pk: item.pk, dueAt: { S: 'x' } }] : [] };
    });
    const eventBridge = new EventBridgeClient(CONFIG);
    const refused = await openRefused({ cloudFormation, dynamo, eventBridge }, 'GoldenHour');
    const found: string[] = [];
    for await (const page of refused.waiting(1_000)) found.push(...page.map(({ key }) => key.id));
    expect(found).toEqual([ID]);
    expect(new Set(partitions).size).toBe(16);
  });

  it('go to its bus, which may say no', async () => {
    const inputs: object[] = [];
    const answers = [{ EventId: 'new' }, { ErrorCode: 'ThrottlingException', ErrorMessage: 'too many' }];
    const eventBridge = stubbed(new EventBridgeClient(CONFIG), (_, input) => {
      inputs.push(input);
      return { Entries: [answers.shift()] };
    });
    const refused = await openRefused(
      { cloudFormation, dynamo: new DynamoDBClient(CONFIG), eventBridge },
      'GoldenHour',
    );
    const event = { Source: 'website', DetailType: 'LeadCaptured', Detail: '{}' };
    expect(await refused.send(event)).toBeUndefined();
    expect(await refused.send(event)).toBe('too many');
    expect(inputs[0]).toEqual({ Entries: [{ ...event, EventBusName: 'the-bus' }] });
  });
});
