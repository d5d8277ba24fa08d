import { DynamoDBClient, paginateScan, ScanCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import * as z from 'zod';
import { clientConfig } from '../../local/clients.ts';
import { goldenHour } from '../support/e2e/golden-hour.ts';
import { factsOf, type HotLead, hotLead, linkOf } from '../support/e2e/leads.ts';
import { openDeployed, until, type World } from '../support/e2e/world.ts';
import { buildCommand } from '../support/scenario/command.ts';

const Exported = z.object({
  address: z.string(),
  lead: z.object({ id: z.string() }),
  facts: z.array(z.object({ type: z.string() })),
  documents: z.array(z.object({ kind: z.string() })),
});
const Reported = z.object({
  funnel: z.object({ cohort: z.object({ qualified: z.number() }) }),
  times: z.object({ contact: z.object({ n: z.number() }) }),
});
const Erased = z.object({ leadId: z.string(), erased: z.record(z.string(), z.number()) });

/** Two people of whom everything is kept that the stack keeps; one of them is erased. */
describe('a person of a deployed stack', () => {
  const deployed = inject('deployed');
  const { endpoint, outputs } = deployed;
  let world: World;
  let gone: HotLead;
  let other: HotLead;

  const ofTheStack = (command: string, { email }: HotLead, ...more: readonly string[]) =>
    goldenHour(endpoint, command, email, '--stack', 'GoldenHour', ...more);

  /** Whatever the table holds that says who somebody is. */
  const tracesOf = async ({ email, lastName, phone }: HotLead): Promise<readonly string[]> => {
    const client = new DynamoDBClient(clientConfig(endpoint));
    const number = phone.replace('(0)', '').replace(/[^+\d]/g, '');
    const signs = [email, lastName, number].map((sign) => sign.toLowerCase());
    const found: string[] = [];
    for await (const { Items = [] } of paginateScan({ client }, { TableName: outputs.TableName })) {
      for (const item of Items) {
        const text = JSON.stringify(item).toLowerCase();
        if (signs.some((sign) => text.includes(sign))) found.push(`${item.pk?.S} ${item.sk?.S}`);
      }
    }
    client.destroy();
    return found;
  };

  beforeAll(async () => {
    buildCommand();
    world = await openDeployed(deployed);
    [gone, other] = await Promise.all([hotLead(world), hotLead(world)]);
    await world.tell('LeadContacted', { email: gone.email, channel: 'phone' });
    await until('contact', async () => (await factsOf(world, gone)).includes('ContactRecorded') || undefined);
  });
  afterAll(() => world?.close());

  it('is counted in the report of the stack', () => {
    const { status, stdout, stderr } = goldenHour(
      ...([endpoint, 'report', '--agreement', 'agreement', '--stack', 'GoldenHour', '--json'] as const),
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { funnel, times } = Reported.parse(JSON.parse(stdout));
    expect(funnel.cohort.qualified).toBeGreaterThanOrEqual(2);
    expect(times.contact.n).toBeGreaterThanOrEqual(1);
  });

  it('is counted in what keep-measures keeps, as the history says', async () => {
    const rebuild = (...more: readonly string[]) =>
      goldenHour(endpoint, 'report', 'rebuild', '--agreement', 'agreement', '--stack', 'GoldenHour', ...more);
    // It gathers facts for half a minute.
    await until('the same figures', async () => rebuild('--dry-run').status === 0 || undefined, 90_000);
    const figures = () =>
      goldenHour(endpoint, 'report', '--agreement', 'agreement', '--stack', 'GoldenHour', '--json').stdout;
    const ofFacts = figures();
    const { status, stdout } = rebuild();
    expect(status).toBe(0);
    expect(stdout).toMatch(/^as the history says {3}\d+ leads?$/m);
    expect(stdout).toMatch(/^counted anew {10}0 leads$/m);
    // From now on what is kept is told; facts about reps alone may have made the days longer.
    const { period: _, weeks: __, ...kept } = JSON.parse(figures());
    const { period: ___, weeks: ____, ...told } = JSON.parse(ofFacts);
    expect(kept).toEqual(told);
  });

  it('is counted with its rep, and a count that somebody has changed by hand is found and repaired', async () => {
    const recount = (...more: readonly string[]) => goldenHour(endpoint, 'recount', '--stack', 'GoldenHour', ...more);
    // Leads of other tests may go on.
    await until('counts that stand still', async () => recount().status === 0 || undefined, 90_000);
    expect(recount().stdout).toMatch(/^\d+ reps? and \d+ accounts? by \d+ open leads?: all as the leads say$/m);
    const client = new DynamoDBClient(clientConfig(endpoint));
    const { Items = [] } = await client.send(
      new ScanCommand({
        TableName: outputs.TableName,
        FilterExpression: 'begins_with(pk, :rep)',
        ExpressionAttributeValues: { ':rep': { S: 'rep#' } },
      }),
    );
    const [{ pk, sk } = {}] = Items;
    if (pk === undefined || sk === undefined) throw new Error('no rep has had a lead');
    await client.send(
      new UpdateItemCommand({
        TableName: outputs.TableName,
        Key: { pk, sk },
        UpdateExpression: 'SET body.#open = body.#open + :five',
        ExpressionAttributeNames: { '#open': 'open' },
        ExpressionAttributeValues: { ':five': { N: '5' } },
      }),
    );
    client.destroy();
    const found = recount('--json');
    expect(found.status).toBe(1);
    expect(found.stdout).toContain(`"id":"${pk.S?.slice('rep#'.length)}","state":"off"`);
    expect(recount('--repair')).toMatchObject({ status: 0, stderr: '' });
    expect(recount()).toMatchObject({ status: 0 });
  });

  it('is printed as one JSON document, by the address in any spelling', async () => {
    const { status, stdout, stderr } = ofTheStack('export', gone);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const exported = Exported.parse(JSON.parse(stdout));
    expect(exported.lead.id).toBe(gone.id);
    expect(exported.facts.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['LeadQualified', 'ContactRecorded']),
    );
    expect(exported.documents.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['identity', 'link']));
    expect(stdout).toContain(gone.lastName);
    expect(stdout).not.toContain(other.lastName);
  });

  it('is erased from every item of the table, and nobody else is', async () => {
    const { url } = await linkOf(world, gone);
    const before = { facts: await factsOf(world, other), traces: await tracesOf(other) };
    expect(await tracesOf(gone)).not.toEqual([]);
    const { status, stdout, stderr } = ofTheStack('forget', gone, '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(Erased.parse(JSON.parse(stdout))).toMatchObject({ leadId: gone.id, erased: { identity: 1 } });
    expect(await tracesOf(gone)).toEqual([]);
    expect({ facts: await factsOf(world, other), traces: await tracesOf(other) }).toEqual(before);
    expect((await fetch(url)).status).toBe(404);
    expect((await factsOf(world, gone)).join()).toBe('LeadForgotten');
  });

  it('is not held any more, and a second call says so', () => {
    expect(ofTheStack('export', gone)).toMatchObject({ status: 1 });
    expect(ofTheStack('forget', gone)).toMatchObject({ status: 1 });
  });

  it('is somebody new when they come again', async () => {
    await world.tell('LeadCaptured', { person: { email: gone.email, lastName: gone.lastName } });
    await until('a new lead', async () => (await tracesOf(gone)).some((name) => name.startsWith('lead#')) || undefined);
    const exported = Exported.parse(JSON.parse(ofTheStack('export', gone).stdout));
    expect(exported.lead.id).not.toBe(gone.id);
    expect(ofTheStack('forget', gone)).toMatchObject({ status: 0 });
    expect(await tracesOf(gone)).toEqual([]);
  });
});
