import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormationClient, ListStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import {
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientConfig } from '../../local/clients.ts';
import { deploy, type Outputs, remove } from '../../local/deploy.ts';
import { type MiniStack, startMiniStack } from '../../local/ministack.ts';
import { writeE2eAgreement } from '../support/e2e-agreement.ts';
import { capture, demoRequested, openStack, type RunningStack } from '../support/e2e-stack.ts';
import { freePort } from '../support/free-port.ts';

/*
 * The whole stack, deployed by the real CDK CLI on a local AWS. The tests follow one another on it.
 */
describe('the deployed stack', () => {
  const folder = mkdtempSync(join(tmpdir(), 'golden-hour-e2e-'));
  let miniStack: MiniStack;
  let outputs: Outputs;
  let stack: RunningStack;
  const output = (name: string): string => {
    const value = outputs[name];
    if (value === undefined) throw new Error(`The stack has no output ${name}, but ${Object.keys(outputs).join(', ')}`);
    return value;
  };

  beforeAll(async () => {
    miniStack = await startMiniStack(await freePort());
    outputs = await deploy(miniStack.endpoint, { agreementFolder: writeE2eAgreement(folder) });
    stack = await openStack(miniStack.endpoint, output('BusName'));
  });
  afterAll(async () => {
    stack?.close();
    await miniStack?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Puts a hot lead on the bus, and waits until it has an owner. */
  const hot = async (name: string): Promise<{ readonly email: string; readonly leadId: string }> => {
    const email = `${name}@${name}-works.example`;
    const known = new Set(stack.heard.map(({ leadId }) => leadId));
    await stack.put(capture(email, `${name} works`, name), demoRequested(email));
    const { leadId = '' } = await stack.fact('LeadQualified', (fact) => !known.has(fact.leadId));
    await stack.fact('LeadAssigned', (fact) => fact.leadId === leadId);
    return { email, leadId };
  };
  const of = (leadId: string, type: string): number =>
    stack.heard.filter((fact) => fact.leadId === leadId && fact.type === type).length;
  const linkIn = (text: string): string => /https?:\/\/\S+$/.exec(text)?.[0] ?? '';

  it('alerts a rep by SMS of a lead that asked for a demo, and starts its clock', async () => {
    const { leadId } = await hot('kestrel');
    const sms = await stack.sms(({ text }) => text.includes('kestrel works'));
    // The link of a local AWS is long: the reason has given way to it.
    expect(sms.text).toMatch(/^Hot lead: Zoe kestrel, kestrel works.* Accept by \w{3} \d\d:\d\d https?:\S+$/);
    expect(['+491555000001', '+491555000002']).toContain(sms.to);
    await stack.fact('RepAlerted', (fact) => fact.leadId === leadId && fact.data.channel === 'email');
    const sfn = new SFNClient(clientConfig(miniStack.endpoint));
    const { executions = [] } = await sfn.send(
      new ListExecutionsCommand({ stateMachineArn: output('ClockArn'), statusFilter: 'RUNNING' }),
    );
    expect(executions.length).toBeGreaterThan(0);
    sfn.destroy();
  });

  it('changes nothing when the link is opened, and ends the clause when the rep accepts', async () => {
    const { leadId } = await hot('osprey');
    const link = linkIn((await stack.sms(({ text }) => text.includes('osprey works'))).text);
    const page = await fetch(link);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('osprey works');
    await stack.listen(1_000);
    expect(of(leadId, 'LeadAccepted')).toBe(0);

    const body = new URLSearchParams({ answer: 'accept' });
    const answered = await fetch(link, { method: 'POST', body, redirect: 'manual' });
    expect(answered.status).toBe(303);
    await stack.fact('LeadAccepted', (fact) => fact.leadId === leadId);
    await stack.listen(20_000);
    expect(of(leadId, 'LeadEscalated')).toBe(0);
    expect(of(leadId, 'LeadAssigned')).toBe(1);
  });

  it('reminds the rep of an unanswered lead, then gives it to the other, by the state machine', async () => {
    const { leadId } = await hot('merlin');
    const step = (name: string) => stack.fact('LeadEscalated', (f) => f.leadId === leadId && f.data.step === name);
    await step('remind');
    await stack.fact('SlaBreached', (fact) => fact.leadId === leadId && fact.data.clause === 'accept');
    await step('reassign');
    await stack.fact('LeadAssigned', (fact) => fact.leadId === leadId && fact.data.attempt === 2);
    const owners = stack.heard.filter((f) => f.leadId === leadId && f.type === 'LeadAssigned').map((f) => f.data.rep);
    expect(owners.toSorted()).toEqual(['ana', 'ben']);
    await stack.fact('RepAlerted', (fact) => fact.leadId === leadId && fact.data.purpose === 'taken-away');
    await stack.sms(
      ({ text, to }) => text.startsWith('Reminder') && text.includes('merlin') && to.startsWith('+49155'),
    );
  });

  it('changes nothing by an event that comes twice', async () => {
    const email = 'twin@twin-works.example';
    const [first, second] = [capture(email, 'twin works', 'twin', randomUUID()), demoRequested(email, randomUUID())];
    await stack.put(first, second);
    const { leadId = '' } = await stack.fact(
      'RepAlerted',
      ({ data }) => data.purpose === 'alert' && data.rep !== undefined,
    );
    await stack.put(first, second, first, second);
    await stack.listen(4_000);
    expect(of(leadId, 'LeadQualified')).toBeLessThanOrEqual(1);
    const twins = stack.heard.filter((fact) => fact.type === 'LeadQualified').map((fact) => fact.leadId);
    expect(new Set(twins).size).toBe(twins.length);
  });

  it('numbers the facts of each lead without a gap', async () => {
    const sequences = new Map<string, number[]>();
    for (const { leadId, sequence } of stack.heard) {
      if (leadId === undefined || sequence === undefined) continue;
      sequences.set(leadId, [...(sequences.get(leadId) ?? []), sequence]);
    }
    expect(sequences.size).toBeGreaterThan(2);
    for (const heard of sequences.values()) {
      const unique = [...new Set(heard)].toSorted((a, b) => a - b);
      expect(unique).toEqual(unique.map((_, nth) => nth + 1));
    }
  });

  it('refuses what it cannot read, with the path of the problem', async () => {
    await stack.put({ source: 'e2e.website', detailType: 'LeadCaptured', detail: { data: { person: {} } } });
    const refused = await stack.fact('LeadRefused');
    expect(refused.data.problems).toMatchObject([{ path: 'detail.data.person.email' }]);
  });

  it('keeps a message that a function cannot handle in the dead-letter queue', async () => {
    const sqs = new SQSClient(clientConfig(miniStack.endpoint));
    const queueUrl = output('RouteLeadQueueUrl');
    // Five receives would take a quarter of an hour with the real visibility timeout.
    const Attributes = { VisibilityTimeout: '1' };
    await sqs.send(new SetQueueAttributesCommand({ QueueUrl: queueUrl, Attributes }));
    const MessageBody = `no fact ${randomUUID()}`;
    await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody }));
    let dead: readonly (string | undefined)[] = [];
    for (const end = Date.now() + 60_000; Date.now() < end && dead.length === 0; ) {
      const QueueUrl = output('RouteLeadDeadLettersUrl');
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1 }));
      dead = Messages.map(({ Body }) => Body);
    }
    expect(dead).toEqual([MessageBody]);
    const AttributeNames: 'All'[] = ['All'];
    const left = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames }));
    expect(left.Attributes?.ApproximateNumberOfMessages).toBe('0');
    sqs.destroy();
  });

  it('takes a changed agreement by deploying again, and keeps the leads', async () => {
    const dynamo = new DynamoDBClient(clientConfig(miniStack.endpoint));
    const count = async () => (await dynamo.send(new ScanCommand({ TableName: output('TableName') }))).Count ?? 0;
    const before = await count();
    const agreementFolder = writeE2eAgreement(folder, {
      'territories.yaml': 'territories:\n  - { name: World, team: [{ rep: mia }] }\n',
    });
    outputs = await deploy(miniStack.endpoint, { agreementFolder });
    expect(await count()).toBeGreaterThanOrEqual(before);
    const { leadId } = await hot('harrier');
    const assigned = stack.heard.find((fact) => fact.leadId === leadId && fact.type === 'LeadAssigned');
    expect(assigned?.data.rep).toBe('mia');
    dynamo.destroy();
  });

  it('can be removed', async () => {
    await remove(miniStack.endpoint);
    const cloudFormation = new CloudFormationClient(clientConfig(miniStack.endpoint));
    const { StackSummaries = [] } = await cloudFormation.send(new ListStacksCommand({}));
    const alive = StackSummaries.filter(
      ({ StackName, StackStatus }) => StackName === 'GoldenHour' && StackStatus !== 'DELETE_COMPLETE',
    );
    expect(alive).toEqual([]);
    cloudFormation.destroy();
  });
});
