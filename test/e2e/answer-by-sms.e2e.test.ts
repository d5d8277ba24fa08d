import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { sentSms } from '../../local/messages.ts';
import { REPLIER } from '../support/e2e/agreement.ts';
import { logGroups, strangersIn } from '../support/e2e/logs.ts';
import { writeSms } from '../support/e2e/replies.ts';
import { demoWanted, openStack, type RunningStack } from '../support/e2e/stack.ts';
import { until } from '../support/e2e/world.ts';

/* Its rep and that rep's phone are of no other test. */
describe("a reply to the deployed stack's two-way number", () => {
  const deployed = inject('deployed');
  const { endpoint, outputs } = deployed;
  const { rep, phone, country } = REPLIER;
  let stack: RunningStack;

  beforeAll(async () => {
    stack = await openStack(endpoint, outputs.BusName ?? '');
  });
  afterAll(() => stack?.close());

  /** A hot lead whose owner was told by SMS; answers its id. */
  const hot = async (name: string): Promise<string> => {
    const known = new Set(stack.heard.map(({ leadId }) => leadId));
    await stack.put(...demoWanted(name, country));
    await stack.sms(({ to, text }) => to === phone && text.includes(`Zoe ${name}`));
    const { leadId = '' } = await stack.fact(
      'RepAlerted',
      ({ data, leadId: id }) => data.rep === rep && data.channel === 'sms' && !known.has(id),
    );
    return leadId;
  };

  const smsTo = async (number: string) => (await sentSms(endpoint)).filter(({ to }) => to === number);

  it('takes 1 for an acceptance, once, and says how to answer where nothing waits', async () => {
    const leadId = await hot('heron');
    const id = randomUUID();
    await writeSms(deployed, phone, '1', id);
    const accepted = await stack.fact('LeadAccepted', (fact) => fact.leadId === leadId);
    expect(accepted.data).toMatchObject({ rep });
    expect(accepted.data.lateBy).toBeUndefined();
    await writeSms(deployed, phone, '1', id);
    await writeSms(deployed, phone, '1');
    const help = await stack.sms(({ to, text }) => to === phone && text.startsWith('No lead of our latest SMS'));
    expect(help.text.length).toBeLessThanOrEqual(160);
    await stack.listen(2_000);
    expect((await smsTo(phone)).filter(({ text }) => !/https?:/.test(text))).toEqual([help]);
    expect(stack.heard.filter((fact) => fact.leadId === leadId && fact.type === 'LeadAccepted')).toHaveLength(1);
  });

  it('takes 2 and a number for a rejection by that reason', async () => {
    const leadId = await hot('egret');
    await writeSms(deployed, phone, '2 3');
    const rejected = await stack.fact('LeadRejected', (fact) => fact.leadId === leadId);
    expect(rejected.data).toMatchObject({ rep, reason: 'duplicate' });
  });

  it('does not answer a stranger', async () => {
    const stranger = '+491555000077';
    const before = strangersIn(await logGroups(endpoint));
    await writeSms(deployed, stranger, '1');
    await until('stranger counted', async () => strangersIn(await logGroups(endpoint)) > before || undefined);
    expect(await smsTo(stranger)).toEqual([]);
  });
});
