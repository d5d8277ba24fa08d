import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crmStateOf } from '../../shared/domain/sink/crm-state.ts';
import { CRM_FACTS } from '../../shared/domain/vocabulary/told-facts.ts';
import { StoreError } from '../../shared/ports/store-error.ts';
import {
  leadIdOf,
  OWNERS,
  type PretendedCrm,
  pretendedHubspot,
  pretendedSalesforce,
} from '../support/sinks/pretended-crm.ts';
import { HUBSPOT_SINK, openWorld, SALESFORCE_SINK, SECRETS } from '../support/sinks/world.ts';

const JANE = 'jane@mail.example';
const SECOND = 1_000;
const HOUR = 3_600_000;

const ownersWritten = ({ writes }: PretendedCrm, property: string): readonly unknown[] =>
  writes.map(({ fields }) => fields[property]);

/** What the lead's owner is called there. */
const ownerOf = (world: ReturnType<typeof openWorld>, email: string): string | undefined => {
  const lead = world.lead(email);
  const rep = lead && crmStateOf(lead)?.rep;
  return rep === undefined ? undefined : OWNERS[`${rep}@sales.example`];
};

describe('HubSpot', () => {
  it('is written owner, stage, score and reasons, once for each change', async () => {
    const hubspot = pretendedHubspot([JANE]);
    const world = openWorld({ sinks: [HUBSPOT_SINK], answer: hubspot.call });
    await world.capture(JANE);
    const lead = world.lead(JANE);
    expect(hubspot.records.get(JANE)).toEqual({
      hubspot_owner_id: ownerOf(world, JANE),
      hs_lead_status: 'OPEN',
      gh_score: lead && 'qualification' in lead ? lead.qualification.score : undefined,
      gh_reasons: expect.stringMatching(/^.+: \d+/),
    });
    await world.accept(JANE);
    expect(hubspot.records.get(JANE)).toMatchObject({ hs_lead_status: 'IN_PROGRESS' });
    await world.giveTo(JANE, 'cem');
    expect(hubspot.records.get(JANE)).toMatchObject({ hubspot_owner_id: '13' });
    const before = hubspot.writes.length;
    for (const fact of world.published) world.tell(fact);
    await world.runtime.settle();
    expect(hubspot.writes).toHaveLength(before);
  });

  it('is written nothing where there is nothing to say, and the next owner once there is one', async () => {
    const hubspot = pretendedHubspot([JANE]);
    const world = openWorld({
      sinks: [{ ...HUBSPOT_SINK, properties: { owner: 'hubspot_owner_id' } }],
      answer: hubspot.call,
    });
    await world.capture(JANE);
    const first = ownerOf(world, JANE);
    while (world.lead(JANE)?.stage === 'assigned') await world.pass(0.25 * HOUR);
    for (let at = 0; at < 12; at += 1) await world.pass(HOUR);
    const owners = ownersWritten(hubspot, 'hubspot_owner_id');
    expect(owners[0]).toBe(first);
    expect(owners).not.toContain(undefined);
    for (const [nth, owner] of owners.entries()) if (nth > 0) expect(owner).not.toBe(owners[nth - 1]);
  });

  it('is asked once who a rep is', async () => {
    const emails = Array.from({ length: 12 }, (_, nth) => `lead-${nth}@mail.example`);
    const hubspot = pretendedHubspot(emails);
    const world = openWorld({ sinks: [HUBSPOT_SINK], answer: hubspot.call });
    for (const email of emails) await world.capture(email);
    expect(hubspot.calls.filter((call) => call === 'owners')).toHaveLength(3);
  });

  it('is written whoever sinks.yaml names for a rep, and for a lead that nobody owns', async () => {
    const hubspot = pretendedHubspot([JANE]);
    const sink = { ...HUBSPOT_SINK, reps: { ana: '91', ben: '92', cem: '93', mia: '94' }, nobody: '90' };
    const world = openWorld({ sinks: [sink], answer: hubspot.call });
    await world.capture(JANE);
    await world.close(JANE, 'won');
    expect(hubspot.calls).not.toContain('owners');
    expect(hubspot.records.get(JANE)).toMatchObject({ hubspot_owner_id: '90', hs_lead_status: 'WON' });
  });

  it('that does not know a contact is asked again while it may still come, and then no more', async () => {
    const hubspot = pretendedHubspot([]);
    const world = openWorld({ sinks: [HUBSPOT_SINK], answer: hubspot.call });
    await world.capture(JANE);
    await world.pass(6 * SECOND);
    hubspot.records.set(JANE, {});
    await world.pass(0.1 * HOUR);
    expect(hubspot.records.get(JANE)).toMatchObject({ hubspot_owner_id: ownerOf(world, JANE) });
    await world.capture('joe@mail.example');
    await world.pass(10 * HOUR);
    expect(world.counted).toContain('SinkUnknown hubspot');
    expect(world.runtime.deadLetters).toEqual([]);
  });

  it('is written again what it was written before, where an answer between the two was lost', async () => {
    const hubspot = pretendedHubspot([JANE]);
    let isLost = false;
    const world = openWorld({
      sinks: [HUBSPOT_SINK],
      answer: (call) => {
        const answer = hubspot.call(call);
        return isLost && call.method === 'PATCH' ? undefined : answer;
      },
    });
    await world.capture(JANE);
    const first = ownerOf(world, JANE);
    const rep =
      Object.keys(OWNERS)
        .find((email) => OWNERS[email] === first)
        ?.split('@')[0] ?? '';
    isLost = true;
    await world.giveTo(JANE, rep === 'cem' ? 'ben' : 'cem');
    expect(hubspot.records.get(JANE)?.hubspot_owner_id).not.toBe(first);
    isLost = false;
    await world.giveTo(JANE, rep);
    await world.pass(0.1 * HOUR);
    expect(ownerOf(world, JANE)).toBe(first);
    expect(hubspot.records.get(JANE)).toMatchObject({ hubspot_owner_id: first });
  });

  it('that does not know a rep is asked again while they may still be added', async () => {
    const hubspot = pretendedHubspot([JANE]);
    let isThere = false;
    const world = openWorld({
      sinks: [HUBSPOT_SINK],
      answer: (call) =>
        !isThere && call.url.includes('/owners?')
          ? { status: 200, headers: {}, body: '{"results":[]}' }
          : hubspot.call(call),
    });
    await world.capture(JANE);
    expect(hubspot.records.get(JANE)).toMatchObject({ hs_lead_status: 'OPEN' });
    expect(hubspot.records.get(JANE)).not.toHaveProperty('hubspot_owner_id');
    isThere = true;
    await world.pass(0.2 * HOUR);
    expect(hubspot.records.get(JANE)).toMatchObject({ hubspot_owner_id: ownerOf(world, JANE) });
    expect(world.counted).not.toContain('SinkUnknown hubspot');
  });

  it('that refuses our token is told once there is a new one', async () => {
    const hubspot = pretendedHubspot([JANE]);
    let kept: unknown = { apiToken: 'expired' };
    const world = openWorld({ sinks: [HUBSPOT_SINK], answer: hubspot.call, secrets: () => kept });
    await world.capture(JANE);
    expect([hubspot.writes, new Set(world.counted)]).toEqual([
      [],
      new Set(['SinkRefused hubspot', 'SinkFailed hubspot']),
    ]);
    kept = SECRETS['sinks/hubspot'];
    await world.pass(6 * SECOND);
    expect(hubspot.writes).toHaveLength(1);
  });
});

describe('Salesforce', () => {
  it('that knows no owner of the id in sinks.yaml refuses, and nothing is taken for told', async () => {
    const salesforce = pretendedSalesforce([JANE]);
    const world = openWorld({
      sinks: [SALESFORCE_SINK],
      answer: (call) =>
        call.method === 'PATCH'
          ? { status: 400, headers: {}, body: '[{"errorCode":"INVALID_CROSS_REFERENCE_KEY","fields":["OwnerId"]}]' }
          : salesforce.call(call),
    });
    await world.capture(JANE);
    await world.pass(HOUR);
    expect(world.counted).toContain('SinkRefused salesforce');
    expect(world.counted).not.toContain('SinkUnknown salesforce');
    expect(world.counted).not.toContain('SinkTold salesforce');
  });

  it('is written the owner of a lead that it is asked for by address, with one token', async () => {
    const salesforce = pretendedSalesforce([JANE]);
    const world = openWorld({ sinks: [SALESFORCE_SINK], answer: salesforce.call });
    await world.capture(JANE);
    await world.giveTo(JANE, 'ben');
    expect(salesforce.records.get(JANE)).toMatchObject({ OwnerId: '12' });
    expect(salesforce.calls.filter((call) => call === 'token')).toHaveLength(1);
  });

  it('is not asked for a lead whose record is known', async () => {
    const salesforce = pretendedSalesforce(['somebody@else.example', JANE]);
    const world = openWorld({
      sinks: [{ ...SALESFORCE_SINK, reps: { ana: '1', ben: '2', cem: '3' } }],
      answer: salesforce.call,
    });
    await world.capture(JANE, { fields: { salesforceId: leadIdOf(1) } });
    expect(salesforce.calls).not.toContain('query');
    expect(salesforce.records.get(JANE)).toHaveProperty('OwnerId');
  });

  it('is left alone with a lead that it has converted', async () => {
    const salesforce = pretendedSalesforce([JANE]);
    const world = openWorld({ sinks: [SALESFORCE_SINK], answer: salesforce.call });
    await world.capture(JANE, { fields: { salesforceId: leadIdOf(0) } });
    salesforce.convert(JANE);
    await world.giveTo(JANE, 'cem');
    await world.pass(10 * HOUR);
    expect(ownersWritten(salesforce, 'OwnerId').filter((one) => one !== undefined)).toHaveLength(1);
    expect(world.counted).toContain('SinkUnknown salesforce');
    expect(world.runtime.deadLetters).toEqual([]);
  });

  it('that ends a token early gives another', async () => {
    const salesforce = pretendedSalesforce([JANE]);
    let isOver = false;
    const world = openWorld({
      sinks: [SALESFORCE_SINK],
      answer: (call) => {
        if (isOver && call.method === 'PATCH') {
          isOver = false;
          return { status: 401, headers: {}, body: '[]' };
        }
        return salesforce.call(call);
      },
    });
    await world.capture(JANE);
    isOver = true;
    await world.giveTo(JANE, 'cem');
    expect(salesforce.records.get(JANE)).toMatchObject({ OwnerId: '13' });
  });
});

const CRMS = [
  ['HubSpot', HUBSPOT_SINK, 'hubspot_owner_id', pretendedHubspot],
  ['Salesforce', SALESFORCE_SINK, 'OwnerId', pretendedSalesforce],
] as const;

/** The first three owners of a lead, with nothing told of them yet. */
const threeOwners = async (sinks: Parameters<typeof openWorld>[0]['sinks'], crm: PretendedCrm) => {
  let isTold = false;
  const world = openWorld({
    sinks,
    answer: (call) => (isTold ? crm.call(call) : { status: 503, headers: {}, body: '' }),
  });
  await world.capture(JANE);
  const first = world.lead(JANE);
  const rep = first && crmStateOf(first)?.rep;
  for (const next of ['ana', 'ben', 'cem'].filter((one) => one !== rep)) await world.giveTo(JANE, next);
  const assigned = world.published.filter(({ type }) => type === 'LeadAssigned');
  expect(assigned).toHaveLength(3);
  isTold = true;
  return { world, assigned };
};

describe.each(CRMS)('in %s, the owner', (_, sink, property, pretended) => {
  it.each([...['012', '021', '102', '120', '201', '210'].map((order) => [order])])(
    'is the lead’s at the end, in whatever order its facts come, and twice: %s',
    async (order) => {
      const crm = pretended([JANE]);
      const { world, assigned } = await threeOwners([sink], crm);
      for (const nth of [...order, ...order]) {
        const fact = assigned[Number(nth)];
        if (fact !== undefined) world.tell(fact);
        await world.runtime.settle();
      }
      expect(crm.records.get(JANE)).toMatchObject({ [property]: ownerOf(world, JANE) });
      expect(ownersWritten(crm, property)).toEqual([ownerOf(world, JANE)]);
      await world.pass(80 * HOUR);
      expect(crm.records.get(JANE)).toMatchObject({ [property]: ownerOf(world, JANE) });
    },
  );
});

describe('where one call in five fails, to the CRM and to the table', () => {
  it('what is true of each lead is written in the end, and nothing is dead', () =>
    fc.assert(
      fc.asyncProperty(fc.integer(), fc.constantFrom(...CRMS), async (seed, [, sink, property, pretended]) => {
        const emails = Array.from({ length: 8 }, (_, nth) => `lead-${nth}@mail.example`);
        const crm = pretended(emails);
        let state = seed;
        const fails = (): boolean => {
          state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
          return (state >>> 16) % 5 === 0;
        };
        let isDown = true;
        const world = openWorld({
          sinks: [sink],
          answer: (call) => {
            if (!isDown || !fails()) return crm.call(call);
            // It did it, and its answer was lost.
            if (state % 2 === 0) crm.call(call);
            return undefined;
          },
          secrets: (name) => {
            if (isDown && fails()) throw new Error('SSM is down');
            return SECRETS[name];
          },
          store: ({ load, commit }) => ({
            load: async (keys) => {
              if (isDown && fails()) throw new StoreError('load-failed', 'The table is down');
              return load(keys);
            },
            commit: async (writes) => {
              if (!isDown || !fails()) return commit(writes);
              // It did it, and its answer was lost.
              if (state % 2 === 0) await commit(writes);
              throw new StoreError('commit-failed', 'The table is down');
            },
          }),
        });
        for (const email of emails) await world.capture(email);
        for (const email of emails) await world.giveTo(email, 'cem');
        await world.pass(60 * HOUR);
        isDown = false;
        await world.pass(40 * HOUR);
        for (const email of emails) expect(crm.records.get(email)?.[property]).toBe(ownerOf(world, email));
        expect(world.runtime.deadLetters).toEqual([]);
      }),
      { numRuns: 6 },
    ));
});

describe('a change of what a CRM is told', () => {
  it('is told by one of the facts that write-crm hears', async () => {
    const world = openWorld({ sinks: [], answer: () => undefined });
    const seen = new Map<string, string>();
    const missed: unknown[] = [];
    world.runtime.store.onCommit(({ key, events }) => {
      const lead = key.type === 'lead' ? world.runtime.store.lead(key.id) : undefined;
      const state = lead && crmStateOf(lead);
      if (lead === undefined || state === undefined) return;
      const [before, now] = [seen.get(lead.id), JSON.stringify(state)];
      seen.set(lead.id, now);
      // Before a lead qualifies there is nothing to write back.
      if (before === undefined || before === now || state.stage === 'nurture') return;
      if (!events.some(({ type }) => CRM_FACTS.includes(type))) missed.push([before, now, events.map((e) => e.type)]);
    });
    for (let nth = 0; nth < 20; nth += 1) await world.capture(`lead-${nth}@mail.example`);
    for (let nth = 0; nth < 10; nth += 1) await world.accept(`lead-${nth}@mail.example`);
    for (let nth = 0; nth < 5; nth += 1) await world.deliver('LeadContacted', { email: `lead-${nth}@mail.example` });
    for (const [nth, outcome] of ['won', 'lost', 'sales-qualified'].entries())
      await world.close(`lead-${nth}@mail.example`, outcome);
    await world.deliver('RepAvailabilityChanged', { repId: 'ana', available: false });
    await world.deliver('RepAnswered', { email: 'lead-11@mail.example', answer: 'reject', reason: 'not-a-fit' });
    await world.deliver('RepAnswered', { email: 'lead-12@mail.example', answer: 'reject', reason: 'bad-contact' });
    await world.deliver('RepAnswered', { email: 'lead-13@mail.example', answer: 'reject', reason: 'duplicate' });
    await world.pass(72 * HOUR);
    expect(missed).toEqual([]);
    expect(seen.size).toBe(20);
  });
});
