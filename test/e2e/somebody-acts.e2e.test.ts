import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { NIGHT, PAIR, UNCLAIMED } from '../support/e2e/agreement.ts';
import { writeSms } from '../support/e2e/replies.ts';
import { demoWanted, openStack, type RunningStack } from '../support/e2e/stack.ts';

/* The countries, the reps and their phones are of no other test. */
describe('on the deployed stack somebody acts at every hour', () => {
  const deployed = inject('deployed');
  const { endpoint, outputs } = deployed;
  let stack: RunningStack;

  beforeAll(async () => {
    stack = await openStack(endpoint, outputs.BusName ?? '');
  });
  afterAll(() => stack?.close());

  /** Whom a hot lead of a country goes to, and how that was decided. */
  const owner = async (
    name: string,
    { country, territory }: { readonly country: string; readonly territory: string },
  ) => {
    const known = new Set(stack.heard.map(({ leadId }) => leadId));
    await stack.put(...demoWanted(name, country));
    const { data, leadId } = await stack.fact(
      'LeadAssigned',
      (fact) => !known.has(fact.leadId) && fact.data.territory === territory,
    );
    return { data, leadId };
  };

  it('a lead at night reaches whoever is on duty, by every channel at once', async () => {
    const { data, leadId } = await owner('owlet', NIGHT);
    expect(data).toMatchObject({ rep: NIGHT.onDuty, decision: { by: 'on-call' } });
    const sms = await stack.sms(({ to }) => to === NIGHT.phone);
    expect(sms.text).toMatch(/^Hot lead: Zoe owlet/);
    await stack.fact('RepAlerted', (fact) => fact.leadId === leadId && fact.data.channel === 'email');
  });

  it('a manager is told of a lead that nobody can take, and gives it to a rep from the page', async () => {
    await stack.put(...demoWanted('kiwi', UNCLAIMED.country));
    const { leadId } = await stack.fact('LeadWaiting', ({ data }) => data.territory === UNCLAIMED.territory);
    await stack.fact('LeadEscalated', (fact) => fact.leadId === leadId && fact.data.step === 'tell-manager');
    const told = await stack.sms(({ to, text }) => to === UNCLAIMED.manager && text.includes('Zoe kiwi'));
    const link = /https?:\/\/\S+$/.exec(told.text)?.[0] ?? '';
    const page = await (await fetch(link)).text();
    expect(page).toContain(`value="${UNCLAIMED.rep}"`);
    const [, attempt = ''] = /name="attempt" value="(\d+)"/.exec(page) ?? [];
    const give = new URLSearchParams({ manage: 'give', rep: UNCLAIMED.rep, attempt, owner: '' });
    expect((await fetch(link, { method: 'POST', body: give, redirect: 'manual' })).status).toBe(303);
    const { data } = await stack.fact('LeadAssigned', (fact) => fact.leadId === leadId);
    expect(data).toMatchObject({ rep: UNCLAIMED.rep, decision: { by: 'owner-change' } });
    await stack.sms(({ to, text }) => to === UNCLAIMED.phone && text.includes('Zoe kiwi'));
  });

  it('a rep who goes away by SMS is told so, gets no lead, and gets leads again once back', async () => {
    await writeSms(deployed, PAIR.phone, 'OFF');
    await stack.fact('RepWentAway', ({ data }) => data.rep === PAIR.away);
    await stack.sms(({ to, text }) => to === PAIR.phone && text.startsWith('No leads until'));
    for (const name of ['lark', 'wren', 'dunnock']) {
      expect((await owner(name, PAIR)).data).toMatchObject({ rep: PAIR.stays });
    }
    await writeSms(deployed, PAIR.phone, 'BACK');
    await stack.fact('RepCameBack', ({ data }) => data.rep === PAIR.away);
    const owners = [await owner('goldcrest', PAIR), await owner('firecrest', PAIR)];
    expect(owners.map(({ data }) => data.rep)).toContain(PAIR.away);
  });
});
