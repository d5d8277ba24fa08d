import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { NIGHT, PAIR } from '../support/e2e/agreement.ts';
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
