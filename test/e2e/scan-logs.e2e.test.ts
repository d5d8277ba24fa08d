import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { clientConfig } from '../../local/clients.ts';
import { sourcesUrl } from '../../local/deploy.ts';
import { indexPartition } from '../../shared/adapters/aws/index-attributes.ts';
import { hashCapability } from '../../shared/adapters/node/hash-capability.ts';
import { lastCheckIn } from '../../shared/domain/measures/check-in.ts';
import { DEFAULT_TERMS } from '../../shared/domain/measures/terms.ts';
import { toIso } from '../../shared/domain/time/instant.ts';
import { CHECK_IN } from '../support/e2e/agreement.ts';
import { type HotLead, hotLead, linkOf, takeBack } from '../support/e2e/leads.ts';
import { type Known, leaksIn } from '../support/e2e/log-scan.ts';
import { executions, knownTo, logGroups, miniStackLog, strangersIn } from '../support/e2e/logs.ts';
import { writeSms } from '../support/e2e/replies.ts';
import { pressInSlack, putSlack, SLACK } from '../support/e2e/slack.ts';
import { openDeployed, until, type World } from '../support/e2e/world.ts';
import { buildCommand } from '../support/scenario/command.ts';

const EVE = { email: 'eve.poison@venom.example', phone: '+44 20 7946 0999', note: 'rings at Eve’s mother’s' };

const FAILURE =
  /"message":"(A message could not be handled|A lead cannot be read|A link could not be served|Figures could not be shown|A request could not be kept|A source could not be asked what came|An answer in Slack could not be taken|A sink could not be told|A message of a sink could not be handled|The function failed)"/;

/** Whatever is wrong with it, and personal. */
const POISON = JSON.stringify({ ...EVE, detail: { leadId: 7, data: EVE } });

/*
 * All that went before on the stack has logged. What follows here goes wrong on purpose, in every function
 * that can be made to fail, with something personal in its hands.
 */
describe('the logs of a run', () => {
  const deployed = inject('deployed');
  const { endpoint, outputs, logFile } = deployed;
  let world: World;
  let lead: HotLead;
  let known: Known;
  let groups: ReadonlyMap<string, readonly string[]>;

  const functionGroups = Object.keys(outputs).flatMap((name) =>
    name.endsWith('LogGroup') ? (outputs[name] ?? []) : [],
  );

  /** A document that no version of ours can read. */
  const spoil = async (pk: string, more: Readonly<Record<string, string>> = {}): Promise<void> => {
    const client = new DynamoDBClient(clientConfig(endpoint));
    const Item = marshall({ pk, sk: 'doc', version: 1, schemaVersion: 1, body: EVE, ...more });
    await client.send(new PutItemCommand({ TableName: outputs.TableName, Item }));
    client.destroy();
  };

  const poisonQueues = async (): Promise<void> => {
    const client = new SQSClient(clientConfig(endpoint));
    for (const [name, QueueUrl] of Object.entries(outputs)) {
      if (name.endsWith('QueueUrl')) await client.send(new SendMessageCommand({ QueueUrl, MessageBody: POISON }));
    }
    client.destroy();
  };

  /** Straight to a function, as a state machine or a rule asks; what it throws is logged by Lambda itself. */
  const invoke = (name = '', body = '{}'): Promise<Response> =>
    fetch(`${endpoint}/2015-03-31/functions/${name}/invocations`, { method: 'POST', body });

  /** What is kept secret is no JSON, and holds something that is nobody's business. */
  const poisonSources = async (): Promise<void> => {
    const client = new SSMClient(clientConfig(endpoint));
    for (const source of ['crm', 'ads']) {
      const Name = `${outputs.SecretsPrefix}sources/${source}`;
      await client.send(new PutParameterCommand({ Name, Type: 'SecureString', Value: EVE.note, Overwrite: true }));
    }
    client.destroy();
    const answer = await fetch(`${sourcesUrl(endpoint)}crm/AAAAAAAAAAAAAAAAAAAAAA`, { method: 'POST', body: POISON });
    expect(answer.status).toBe(503);
    // A source that cannot be asked is told of, and is no error of the function.
    expect((await invoke(outputs.ReconcileSourcesFunctionName)).headers.has('x-amz-function-error')).toBe(false);
  };

  /** A button that leads to a document that nobody can read; nobody is there to be told. */
  const pressPoison = async (): Promise<void> => {
    putSlack(endpoint, 'http://127.0.0.1:9/api/');
    const action = { action_id: 'accept', value: 'AAAAAAAAAAAAAAAAAAAAAA' };
    const payload = JSON.stringify({ type: 'block_actions', user: { id: EVE.note }, actions: [action] });
    expect((await pressInSlack(endpoint, payload)).status).toBe(200);
  };

  beforeAll(async () => {
    buildCommand();
    world = await openDeployed(deployed);
    lead = await hotLead(world);
    const first = await linkOf(world, lead);
    const { url, token } = await takeBack(world, lead);
    await fetch(first.url, { method: 'POST', body: new URLSearchParams({ answer: 'accept', note: EVE.note }) });
    await fetch(`${url}?email=${EVE.email}`, { method: 'POST', body: POISON });
    await fetch(url, { method: 'POST', body: new URLSearchParams({ answer: 'accept' }), redirect: 'manual' });
    await world.tell('LeadContacted', { email: lead.email, channel: EVE.phone });
    await world.tell('RepAnswered', { email: EVE.email, answer: 'reject', note: EVE.note });
    await world.tell('LeadCaptured', { person: { email: 'not an address', phone: EVE.phone, lastName: 7 } });
    const before = strangersIn(await logGroups(endpoint));
    await writeSms(deployed, '+491555000009', `2 ${EVE.note} ${EVE.email}`);
    await writeSms(deployed, '+442079460999', EVE.note);
    await spoil(`identity#${EVE.email}`);
    await spoil(`link#${hashCapability('AAAAAAAAAAAAAAAAAAAAAA')}`);
    await spoil(`pass#${hashCapability('AAAAAAAAAAAAAAAAAAAAAA')}`);
    const answers = url.slice(0, -token.length);
    for (const page of [answers, `${answers.slice(0, -'a/'.length)}m/`])
      expect((await fetch(`${page}AAAAAAAAAAAAAAAAAAAAAA`)).status).toBe(500);
    await world.tell('LeadCaptured', { person: { ...EVE }, company: { name: 'Venom' } });
    await world.tell('RepAnswered', { email: EVE.email, answer: 'accept' });
    await spoil('lead#overdue', { duePk: indexPartition('due', 0), dueAt: toIso(0) });
    await poisonQueues();
    await poisonSources();
    await pressPoison();
    await spoil('reach#ana');
    const { monday } = lastCheckIn({ ...DEFAULT_TERMS, digest: CHECK_IN }, Date.now());
    await spoil(`receipt#check-in ana ${monday}`);
    for (const [name, body] of [
      [outputs.AdvanceClockFunctionName, POISON],
      [outputs.AdvanceClockFunctionName, '{"leadId":"overdue"}'],
      [outputs.CheckReachFunctionName],
      [outputs.MailFiguresFunctionName],
    ])
      expect((await invoke(name, body)).headers.has('x-amz-function-error')).toBe(true);
    const failed = (group: string): boolean => (groups.get(group) ?? []).some((line) => FAILURE.test(line));
    await until('log of a failure of every function', async () => {
      groups = await logGroups(endpoint);
      return (strangersIn(groups) > before && functionGroups.every(failed)) || undefined;
    });
    const { texts, phones, isToken } = await knownTo(deployed);
    known = {
      texts: [...texts, ...Object.values(EVE), ...Object.values(SLACK)],
      phones: [...phones, EVE.phone],
      isToken,
    };
  });
  afterAll(() => world?.close());

  it('know every address, number and link that the run has used', async () => {
    // As they are kept, not as they were typed.
    const email = lead.email.toLowerCase();
    const phone = lead.phone.replace('(0)', '').replace(/[^+\d]/g, '');
    expect(known.texts).toEqual(expect.arrayContaining([email, lead.lastName, 'ana@sales.example']));
    expect(known.phones).toEqual(expect.arrayContaining([phone, '+491555000001']));
    const { token } = await linkOf(world, lead, 2);
    const planted = [email, phone, token, EVE.note].map((text) => `INFO ${text} was seen`);
    expect(leaksIn(planted, known).map(({ line }) => line)).toEqual(planted);
  });

  it('hold what every function said, and nothing personal in it', () => {
    expect(functionGroups.length).toBeGreaterThanOrEqual(9);
    expect(
      leaksIn(
        [...groups].flatMap(([name, lines]) => [name, ...lines]),
        known,
      ),
    ).toEqual([]);
  });

  it('name and start clocks by nothing personal', async () => {
    const clocks = await executions(endpoint, outputs.ClockArn ?? '');
    expect(clocks.join()).toContain(lead.id);
    expect(leaksIn(clocks, known)).toEqual([]);
  });

  it('are personal only where MiniStack stands in for those who deliver messages', () => {
    const { sends, rest } = miniStackLog(logFile);
    expect(leaksIn(sends, known).length).toBeGreaterThan(3);
    expect(rest.join('\n')).toContain('A message could not be handled');
    expect(leaksIn(rest, known)).toEqual([]);
  });
});
