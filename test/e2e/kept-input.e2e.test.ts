import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import * as z from 'zod';
import { clientConfig } from '../../local/clients.ts';
import { goldenHour } from '../support/e2e/golden-hour.ts';
import { openDeployed, until, type World } from '../support/e2e/world.ts';
import { buildCommand } from '../support/scenario/command.ts';

const Listed = z.object({ id: z.string(), problems: z.array(z.object({ path: z.string() })) });
const Event = z.looseObject({ detail: z.looseObject({ data: z.looseObject({ person: z.looseObject({}) }) }) });
const Waiting = z.object({ queue: z.string(), messages: z.number(), to: z.string().nullable() });

/** What a stack could not use, and a person mends by the commands of the runbooks. */
describe('input that a deployed stack keeps', () => {
  const deployed = inject('deployed');
  const { endpoint, outputs } = deployed;
  const folder = mkdtempSync(join(tmpdir(), 'golden-hour-mended-'));
  let world: World;

  const ofTheStack = (...args: readonly string[]): string => {
    const { status, stdout, stderr } = goldenHour(endpoint, ...args, '--stack', 'GoldenHour');
    if (status !== 0) throw new Error(`golden-hour ${args.join(' ')} ended with ${status}: ${stderr}`);
    return stdout;
  };

  const jsonLines = <T>(schema: z.ZodType<T>, text: string): readonly T[] =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => schema.parse(JSON.parse(line)));

  const isLead = async (email: string): Promise<true | undefined> => {
    const key = { type: 'identity', id: email } as const;
    return (await world.store.load([key])).get(key) === undefined ? undefined : true;
  };

  beforeAll(async () => {
    buildCommand();
    world = await openDeployed(deployed);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await world?.close();
  });

  it('is listed when it was refused, shown, mended, sent again, and is a lead', async () => {
    const name = `refused-${randomUUID().slice(0, 8)}`;
    const refused = () => jsonLines(Listed, ofTheStack('refused', 'list', '--json'));
    const before = refused().map(({ id }) => id);
    await world.tell('LeadCaptured', { person: { lastName: name } });
    const found = await until('refusal', async () => refused().find(({ id }) => !before.includes(id)));
    expect(found.problems).not.toEqual([]);

    const event = Event.parse(JSON.parse(ofTheStack('refused', 'show', found.id)));
    expect(event.detail.data.person.lastName).toBe(name);
    const email = `${name}@acme.example`;
    event.detail.data.person.email = email;
    const file = join(folder, 'event.json');
    writeFileSync(file, JSON.stringify(event));
    ofTheStack('refused', 'resend', found.id, '--file', file);

    await until('lead', () => isLead(email));
    expect(refused().map(({ id }) => id)).not.toContain(found.id);
  });

  it('is listed as a dead letter, moved to its function, and is a lead', async () => {
    const email = `dead-${randomUUID().slice(0, 8)}@acme.example`;
    const held = () =>
      jsonLines(Waiting, ofTheStack('dead-letters', 'list', '--json')).find(
        ({ queue }) => queue === 'ScoreLeadDeadLetters',
      );
    expect(held()).toEqual({ queue: 'ScoreLeadDeadLetters', messages: 0, to: 'ScoreLeadQueue' });
    const client = new SQSClient(clientConfig(endpoint));
    const event = {
      ...{ id: randomUUID(), source: 'e2e.website', time: new Date().toISOString(), 'detail-type': 'LeadCaptured' },
      detail: { data: { person: { email } } },
    };
    await client.send(
      new SendMessageCommand({ QueueUrl: outputs.ScoreLeadDeadLettersUrl, MessageBody: JSON.stringify(event) }),
    );
    client.destroy();
    expect(held()?.messages).toBe(1);
    expect(await isLead(email)).toBeUndefined();

    expect(ofTheStack('dead-letters', 'redrive', 'ScoreLeadDeadLetters')).toBe('1 message moved to ScoreLeadQueue\n');

    await until('lead', () => isLead(email));
    expect(held()?.messages).toBe(0);
  });
});
