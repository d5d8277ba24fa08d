import { randomUUID } from 'node:crypto';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import {
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { clientConfig } from '../../local/clients.ts';
import { deploy } from '../../local/deploy.ts';
import { SLA_IN_SECONDS, writeE2eAgreement } from '../support/e2e/agreement.ts';
import { demoWanted, openStack, type RunningStack } from '../support/e2e/stack.ts';

/*
 * The whole stack, deployed by the real CDK CLI on a local AWS. The tests follow one another on it.
 */
describe('the deployed stack', () => {
  const { endpoint, outputs, agreementFolder, context } = inject('deployed');
  let stack: RunningStack;
  let kestrel: string;
  const output = (name: string): string => {
    const value = outputs[name];
    if (value === undefined) throw new Error(`The stack has no output ${name}, but ${Object.keys(outputs).join(', ')}`);
    return value;
  };

  beforeAll(async () => {
    stack = await openStack(endpoint, output('BusName'));
  });
  afterAll(() => stack?.close());

  /** Puts a hot lead on the bus, and waits until it has an owner; answers its id. */
  const hot = async (name: string): Promise<string> => {
    const known = new Set(stack.heard.map(({ leadId }) => leadId));
    await stack.put(...demoWanted(name));
    const { leadId = '' } = await stack.fact('LeadQualified', (fact) => !known.has(fact.leadId));
    await stack.fact('LeadAssigned', (fact) => fact.leadId === leadId);
    return leadId;
  };
  const of = (leadId: string, type: string): number =>
    stack.heard.filter((fact) => fact.leadId === leadId && fact.type === type).length;
  const smsAbout = (name: string) => stack.sms(({ text }) => text.includes(`Zoe ${name}`));

  it('alerts a rep by SMS of a lead that asked for a demo, and starts its clock', async () => {
    kestrel = await hot('kestrel');
    const sms = await smsAbout('kestrel');
    // The link of a local AWS is long: the company gives way to it, the reason never does.
    expect(sms.text).toMatch(/^Hot lead: Zoe kestrel.* \(asked for a demo.*\)\. .*\w{3} \d\d:\d\d https?:\S+$/);
    expect(['+491555000001', '+491555000002']).toContain(sms.to);
    await stack.fact('RepAlerted', (fact) => fact.leadId === kestrel && fact.data.channel === 'email');
    const sfn = new SFNClient(clientConfig(endpoint));
    const { executions = [] } = await sfn.send(
      new ListExecutionsCommand({ stateMachineArn: output('ClockArn'), statusFilter: 'RUNNING' }),
    );
    expect(executions.length).toBeGreaterThan(0);
    sfn.destroy();
  });

  it('changes nothing by an event that comes twice', async () => {
    const events = demoWanted('twin');
    const known = new Set(stack.heard.map(({ leadId }) => leadId));
    await stack.put(...events);
    const { leadId = '' } = await stack.fact('RepAlerted', (fact) => !known.has(fact.leadId));
    await stack.put(...events, ...events);
    await stack.listen(3_000);
    expect(of(leadId, 'LeadQualified')).toBe(1);
    expect(of(leadId, 'LeadAssigned')).toBe(1);
    expect((await stack.sms(({ text }) => text.includes('Zoe twin'))).text).toMatch(/^Hot lead/);
  });

  it('refuses what it cannot read, with the path of the problem', async () => {
    await stack.put({ source: 'e2e.website', detailType: 'LeadCaptured', detail: { data: { person: {} } } });
    const refused = await stack.fact('LeadRefused');
    expect(refused.data.problems).toMatchObject([{ path: 'detail.data.person.email' }]);
  });

  it('keeps a message that a function cannot handle in the dead-letter queue', async () => {
    const sqs = new SQSClient(clientConfig(endpoint));
    const QueueUrl = output('RouteLeadQueueUrl');
    const AttributeNames: 'All'[] = ['All'];
    const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
    const setVisibility = (VisibilityTimeout = '') =>
      sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { VisibilityTimeout } }));
    // Five receives would take a quarter of an hour with the real one.
    await setVisibility('1');
    const MessageBody = `no fact ${randomUUID()}`;
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    let dead: readonly (string | undefined)[] = [];
    for (const end = Date.now() + 60_000; Date.now() < end && dead.length === 0; ) {
      const letters = { QueueUrl: output('RouteLeadDeadLettersUrl'), WaitTimeSeconds: 1 };
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(letters));
      dead = Messages.map(({ Body }) => Body);
    }
    expect(dead).toEqual([MessageBody]);
    const left = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
    expect(left.Attributes?.ApproximateNumberOfMessages).toBe('0');
    await setVisibility(Attributes.VisibilityTimeout);
    sqs.destroy();
  });

  it('takes a changed agreement by deploying again, and keeps the leads', async () => {
    const dynamo = new DynamoDBClient(clientConfig(endpoint));
    const count = async () => (await dynamo.send(new ScanCommand({ TableName: output('TableName') }))).Count ?? 0;
    const before = await count();
    writeE2eAgreement(agreementFolder, { 'sla.yaml': SLA_IN_SECONDS });
    expect(await deploy(endpoint, { agreementFolder, context })).toEqual(outputs);
    expect(await count()).toBeGreaterThanOrEqual(before);
    dynamo.destroy();
  });

  it('reminds the rep of an unanswered lead, then gives it to the other, and lets those be who keep their promise', async () => {
    const osprey = await hot('osprey');
    const link = /https?:\/\/\S+$/.exec((await smsAbout('osprey')).text)?.[0] ?? '';
    const accept = { method: 'POST', body: new URLSearchParams({ answer: 'accept' }), redirect: 'manual' } as const;
    expect((await fetch(link, accept)).status).toBe(303);
    await stack.fact('LeadAccepted', (fact) => fact.leadId === osprey);

    const merlin = await hot('merlin');
    const step = (name: string) => stack.fact('LeadEscalated', (f) => f.leadId === merlin && f.data.step === name);
    await step('remind');
    await stack.fact('SlaBreached', (fact) => fact.leadId === merlin && fact.data.clause === 'accept');
    await step('reassign');
    await stack.fact('LeadAssigned', (fact) => fact.leadId === merlin && fact.data.attempt === 2);
    const owners = stack.heard.filter((f) => f.leadId === merlin && f.type === 'LeadAssigned').map((f) => f.data.rep);
    expect(owners.toSorted()).toEqual(['ana', 'ben']);
    await stack.fact('RepAlerted', (fact) => fact.leadId === merlin && fact.data.purpose === 'taken-away');
    await stack.sms(({ text }) => text.startsWith('Reminder') && text.includes('merlin'));

    // Accepted before merlin came; and kestrel by the agreement of before, half an hour.
    expect(of(osprey, 'LeadEscalated')).toBe(0);
    expect(of(osprey, 'LeadAssigned')).toBe(1);
    expect(of(kestrel, 'LeadEscalated')).toBe(0);
  });

  it('numbers the facts of each lead without a gap', () => {
    const sequences = new Map<string, number[]>();
    for (const { leadId, sequence } of stack.heard) {
      if (leadId === undefined || sequence === undefined) continue;
      sequences.set(leadId, [...(sequences.get(leadId) ?? []), sequence]);
    }
    const whole = [kestrel, ...sequences.keys()].filter((id) => sequences.get(id)?.includes(1));
    expect(new Set(whole).size).toBeGreaterThanOrEqual(4);
    for (const id of whole) {
      const unique = [...new Set(sequences.get(id))].toSorted((a, b) => a - b);
      expect(unique).toEqual(unique.map((_, position) => position + 1));
    }
  });
});
