import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { explainStack } from '../../cli/explain/stack/explain-stack.ts';
import { encodeBody, encodeFact } from '../../shared/adapters/aws/item-codec.ts';
import { nameOf } from '../../shared/ports/snapshot.ts';
import type { Key } from '../../shared/ports/store.ts';
import { createEmbedded, type Embedded } from '../../simulator/embedded.ts';
import { clause, rep, smallAgreement, territory } from '../support/agreement/small-agreement.ts';
import { collect } from '../support/scenario/what-if.ts';
import { event } from '../support/scenario/what-if-worlds.ts';
import { type Answer, stubbed } from '../support/store/stub-client.ts';

/* A lead as the functions left it in a table, and a stack that names the table; AWS itself is a stub. */

const START = Date.parse('2026-11-02T07:00:00Z');
const NOW = START + 3 * 60 * 60_000;
const KIM = 'kim@acme.example';
const CONFIG = { region: 'eu-central-1' };
const OUTPUTS = { BusName: 'the-bus', TableName: 'the-table', RepTopics: 'p1' };

const agreement = smallAgreement({
  reps: [rep('ana'), rep('ben'), rep('mia')],
  territories: [territory('World', ['ana', 'ben'])],
  sla: {
    accept: clause(30, [
      [15, 'remind'],
      [30, 'reassign'],
    ]),
  },
});

/** Hot at nine, reminded, taken away and given to the other rep, who accepts. */
const played = async (): Promise<Embedded> => {
  const runtime = createEmbedded({ agreement, seed: 1, start: START });
  const lines = [
    event('c', 0, 'LeadCaptured', { person: { email: KIM }, company: { name: 'Acme', employees: 300 } }),
    event('d', 1, 'LeadActivityRecorded', { email: KIM, kind: 'demo-requested' }),
    event('a', 35, 'RepAnswered', { email: KIM, answer: 'accept' }),
  ];
  for (const line of lines) {
    await runtime.runBefore(Date.parse(line.time));
    await runtime.deliver(JSON.stringify(line), line['detail-type']);
  }
  return runtime;
};

const itemOf = (key: Key, value: Parameters<typeof encodeBody>[0]) => ({
  pk: { S: nameOf(key) },
  version: { N: '1' },
  schemaVersion: { N: '1' },
  body: encodeBody(value),
});

const requested = z.object({
  RequestItems: z.record(z.string(), z.object({ Keys: z.array(z.object({ pk: z.object({ S: z.string() }) })) })),
});

const tableOf = async (runtime: Embedded): Promise<Answer> => {
  const identityKey = { type: 'identity', id: KIM } as const;
  const identity = (await runtime.store.load([identityKey])).get(identityKey);
  const leadId = identity?.value.leadId ?? '';
  const lead = runtime.store.lead(leadId);
  if (identity === undefined || lead === undefined) throw new Error('the lead is not there');
  const items = [itemOf(identityKey, identity.value), itemOf({ type: 'lead', id: leadId }, lead)];
  const facts = await runtime.store.history(leadId);
  return (command, input) => {
    if (command === 'QueryCommand') return { Items: facts.map((fact) => ({ event: encodeFact(fact) })) };
    const { RequestItems } = requested.parse(input);
    const wanted = RequestItems['the-table']?.Keys.map(({ pk }) => pk.S) ?? [];
    return { Responses: { 'the-table': items.filter(({ pk }) => wanted.includes(pk.S)) } };
  };
};

const explained = async (answer: Answer, options: { readonly lead?: string; readonly json?: boolean } = {}) => {
  const commands: string[] = [];
  const noting: Answer = (command, input) => {
    commands.push(command);
    return answer(command, input);
  };
  const stack = { Outputs: Object.entries(OUTPUTS).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })) };
  const clients = {
    cloudFormation: stubbed(new CloudFormationClient(CONFIG), (command) => {
      commands.push(command);
      return { Stacks: [stack] };
    }),
    dynamo: stubbed(new DynamoDBClient(CONFIG), noting),
  };
  let known: boolean | undefined;
  let stderr = '';
  const stdout = await collect(async (out) => {
    const said = collect(async (err) => {
      const asked = { stack: 'GoldenHour', lead: KIM, json: false, now: NOW, ...options };
      known = await explainStack(asked, { stdout: out, stderr: err }, clients);
    });
    stderr = await said;
  });
  return { known, stdout, stderr, commands };
};

describe('the explanation of a lead of a deployed stack', () => {
  it('tells its life from the table, and how it stands', async () => {
    const { known, stdout, stderr } = await explained(await tableOf(await played()));
    expect({ known, stderr }).toEqual({ known: true, stderr: '' });
    expect(stdout.replace(/\([0-9a-f]{32}\)/, '(id)')).toMatchInlineSnapshot(`
      "kim@acme.example (id) in the stack GoldenHour; instants are UTC

      CYCLE 1
      2026-11-02 07:00  scored 60: hot
      2026-11-02 07:00  qualified with 60 points: large company +60
      2026-11-02 07:00  the alert clause starts; its first instant is 2026-11-02 08:00
      2026-11-02 07:00  goes to ana by fair share
        territory   World
        decisive    no single field
        score       60: large company +60
        reps        the team of World
                    ana  virtual time 0, whose turn it was
                    ben  virtual time 0
      2026-11-02 07:00  the accept clause starts; its first instant is 2026-11-02 07:15
      2026-11-02 07:00  SMS to ana (alert)
      2026-11-02 07:00  e-mail to ana (alert)
      2026-11-02 07:01  did demo-requested
      2026-11-02 07:15  ESCALATION by the clock: ana has not answered it; a reminder (accept, remind)
      2026-11-02 07:15  SMS to ana (remind)
      2026-11-02 07:15  e-mail to ana (remind)
      2026-11-02 07:30  BROKEN  accept of it, by sales: it was due at 07:30
      2026-11-02 07:30  ESCALATION by the clock: ana has not answered it; it is given to somebody else (accept, reassign)
      2026-11-02 07:30  goes to ben by fair share, owner 2
        territory   World
        decisive    no single field
        score       60: large company +60
        reps        the team of World
                    ben  virtual time 0, whose turn it was
                    ana  excluded: past owner
                    ana  owner of the account, excluded: past owner
      2026-11-02 07:30  the accept clause starts; its first instant is 2026-11-02 07:45
      2026-11-02 07:30  SMS to ben (alert)
      2026-11-02 07:30  e-mail to ben (alert)
      2026-11-02 07:30  e-mail to ana (taken-away)
      2026-11-02 07:35  ben accepts it
      2026-11-02 07:35  the contact clause starts; its first instant is 2026-11-02 08:20

      NOW  accepted, in cycle 1, owned by ben
        contact is due 2026-11-02 08:35
        remind at 2026-11-02 08:20
        tell-manager at 2026-11-02 08:35
        reassign at 2026-11-02 11:35
      "
    `);
  });

  it('only reads', async () => {
    const { commands } = await explained(await tableOf(await played()));
    expect(new Set(commands)).toEqual(new Set(['DescribeStacksCommand', 'BatchGetItemCommand', 'QueryCommand']));
  });

  it('is JSON on demand, with every fact', async () => {
    const runtime = await played();
    const told = JSON.parse((await explained(await tableOf(runtime), { json: true })).stdout);
    const { life } = z
      .object({ life: z.array(z.object({ type: z.string(), sequence: z.number().optional() })) })
      .parse(told);
    const facts = await runtime.store.history(told.leadId);
    expect(life.filter(({ sequence }) => sequence !== undefined).map(({ type }) => type)).toEqual(
      facts.map(({ type }) => type),
    );
    expect(told).toMatchObject({ lead: KIM, stage: 'accepted', cycle: 1, owner: 'ben', clause: { name: 'contact' } });
  });

  it('says that the stack has no such lead', async () => {
    const told = await explained(await tableOf(await played()), { lead: 'nobody@x.example' });
    expect(told).toMatchObject({
      known: false,
      stdout: '',
      stderr: 'golden-hour: the stack GoldenHour has no lead nobody@x.example\n',
    });
  });

  it('cannot be given where the table does not answer', async () => {
    const denied = explained(() => {
      throw Object.assign(new Error('not allowed to BatchGetItem'), { name: 'AccessDeniedException' });
    });
    await expect(denied).rejects.toMatchObject({
      code: 'STACK_NOT_READ',
      exitCode: 2,
      message: expect.stringContaining('AccessDeniedException: not allowed to BatchGetItem. Allow whoever asks'),
    });
  });
});
