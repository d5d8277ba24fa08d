import { describe, expect, it } from 'vitest';
import { createMemoryMeasuredStore } from '../../shared/adapters/memory/memory-measured-store.ts';
import { exportPerson } from '../../shared/application/privacy/export-person.ts';
import { forgetPerson } from '../../shared/application/privacy/forget-person.ts';
import { createEmbedded, type Embedded } from '../../simulator/embedded.ts';
import { clause, rep, smallAgreement, territory } from '../support/agreement/small-agreement.ts';
import { event } from '../support/scenario/what-if-worlds.ts';
import { allPages } from '../support/store/store-samples.ts';

/* One person, of whom something is kept in every kind of document, among others who stay as they are. */

const START = Date.parse('2026-11-02T09:00:00Z');
const KIM = 'kim@acme.example';
const LEE = 'lee@acme.example';
const PHONE = '+4930901820001';

const agreement = smallAgreement({
  reps: [rep('ana'), rep('ben')],
  territories: [territory('World', ['ana', 'ben'])],
  sla: { accept: clause(30, [[15, 'remind']]) },
});

const person = (email: string, more: object = {}) => ({
  person: { email, ...more },
  company: { name: 'Acme', employees: 300 },
});

const play = async (played = agreement): Promise<Embedded> => {
  const runtime = createEmbedded({
    ...{ agreement: played, seed: 1, start: START },
    measured: createMemoryMeasuredStore(),
  });
  const kim = person(KIM, { firstName: 'Kimberly', lastName: 'Quackenbush', phone: PHONE });
  const lines = [
    event('view', 0, 'LeadActivityRecorded', {
      visitorId: 'v-1',
      kind: 'page-viewed',
      url: `https://x.example/?m=${KIM}`,
    }),
    event('kim', 1, 'LeadCaptured', { ...kim, visitorId: 'v-1' }),
    event('stray', 2, 'LeadActivityRecorded', {
      visitorId: 'v-2',
      kind: 'page-viewed',
      url: `https://x.example/?m=${KIM}`,
    }),
    event('lee', 3, 'LeadCaptured', person(LEE)),
    event(KIM, 4, 'LeadActivityRecorded', { email: KIM, kind: 'demo-requested' }),
    event('bad', 5, 'LeadCaptured', { person: { email: `${KIM}, ${LEE}`, lastName: 'Quackenbush' } }),
  ];
  for (const line of lines) {
    await runtime.runBefore(Date.parse(line.time));
    await runtime.deliver(JSON.stringify(line), line['detail-type']);
  }
  return runtime;
};

const leadOf = (runtime: Embedded, email: string) => [...runtime.store.leads()].find((lead) => lead.email === email);

const forget = async (runtime: Embedded, email: string) => {
  const done = await forgetPerson(email, { ...runtime.ports, store: runtime.store });
  await runtime.settle();
  return done;
};

const everything = async ({ store }: Embedded): Promise<string> => {
  const all: unknown[] = [];
  for await (const kept of store.everything()) all.push(kept);
  return JSON.stringify(all);
};

const loadsOf = async ({ store }: Embedded) => {
  const open: number[] = [];
  for (const id of ['ana', 'ben']) {
    const key = { type: 'rep', id } as const;
    open.push((await store.load([key])).get(key)?.value.open ?? 0);
  }
  return open.reduce((sum, one) => sum + one, 0);
};

describe('a person who is forgotten', () => {
  it('leaves no address, phone number or name in a full scan', async () => {
    const runtime = await play();
    expect(await everything(runtime)).toMatch(/Quackenbush/);
    await forget(runtime, KIM);
    const left = await everything(runtime);
    expect(left).not.toMatch(/kim@acme|Quackenbush|Kimberly|901820001/i);
    expect(left).toContain(LEE);
  });

  it('is told of by counts, and gone the second time', async () => {
    const runtime = await play();
    const leadId = leadOf(runtime, KIM)?.id;
    const { erased, ...first } = await forget(runtime, KIM);
    expect(first.leadId).toBe(leadId);
    expect(erased).toMatchObject({ lead: 1, identity: 1, visitor: 2, refusal: 1, receipt: 1 });
    expect(erased.fact).toBeGreaterThan(3);
    expect(await forget(runtime, KIM)).toEqual({ erased: {}, changed: {} });
  });

  it('gives the owner the place and the charge back, and leaves the others their leads', async () => {
    const runtime = await play();
    expect(await loadsOf(runtime)).toBe(2);
    const lee = leadOf(runtime, LEE);
    await forget(runtime, KIM);
    expect(await loadsOf(runtime)).toBe(1);
    expect(leadOf(runtime, LEE)).toEqual(lee);
    const key = { type: 'ledger', id: 'World' } as const;
    const shares = Object.values((await runtime.store.load([key])).get(key)?.value.shares ?? {});
    expect(shares.reduce((sum, { leads }) => sum + leads, 0)).toBe(1);
    const company = { type: 'account', id: 'acme.example' } as const;
    const account = (await runtime.store.load([company])).get(company)?.value;
    expect(account?.open.map(({ leadId }) => leadId)).toEqual([lee?.id]);
  });

  it('leaves a place, which the lead that waits for one gets at once', async () => {
    const full = smallAgreement({
      reps: [rep('ana', { capacity: { open: 1 } })],
      sla: { accept: clause(30, [[15, 'remind']]) },
    });
    const runtime = await play(full);
    const stagesOf = () => [KIM, LEE].map((email) => leadOf(runtime, email)?.stage);
    await runtime.deliver(
      JSON.stringify(event(LEE, 6, 'LeadActivityRecorded', { email: LEE, kind: 'demo-requested' })),
      'LeadActivityRecorded',
    );
    const [owner, waiting] = stagesOf()[0] === 'assigned' ? [KIM, LEE] : [LEE, KIM];
    expect(stagesOf().toSorted()).toEqual(['assigned', 'waiting']);
    await forget(runtime, owner);
    expect(leadOf(runtime, waiting)?.stage).toBe('assigned');
  });

  it('is a new lead when they come back', async () => {
    const runtime = await play();
    const before = leadOf(runtime, KIM)?.id;
    await forget(runtime, KIM);
    await runtime.deliver(JSON.stringify(event('back', 7, 'LeadCaptured', person(KIM))), 'LeadCaptured');
    expect(runtime.deadLetters).toEqual([]);
    expect(leadOf(runtime, KIM)?.stage).toBe('assigned');
    expect(leadOf(runtime, KIM)?.id).not.toBe(before);
  });

  it('is told to subscribers once, without anything about the person, and its clocks end as nothing', async () => {
    const runtime = await play();
    const leadId = leadOf(runtime, KIM)?.id ?? '';
    await forget(runtime, KIM);
    await runtime.runBefore(START + 24 * 60 * 60_000);
    expect(runtime.deadLetters).toEqual([]);
    const facts = await runtime.store.history(leadId);
    expect(facts.map(({ type }) => type)).toEqual(['LeadForgotten']);
    expect(await allPages(runtime.store.unpublished({ upTo: START + 48 * 60 * 60_000 }))).toEqual([]);
  });
});

describe('an export', () => {
  it('shows all that is held about the person, and nothing after it was erased', async () => {
    const runtime = await play();
    const exported = await exportPerson(KIM, runtime.store, runtime.ports.measured);
    expect(exported?.lead?.fields['person.lastName']).toBe('Quackenbush');
    expect(new Set(exported?.documents.map(({ kind }) => kind))).toEqual(
      new Set(['identity', 'visitor', 'receipt', 'account', 'rep', 'inbox', 'link', 'refusal']),
    );
    expect(exported?.measured?.cycles).toHaveLength(1);
    expect(exported?.facts.map(({ type }) => type)).toEqual(expect.arrayContaining(['LeadAssigned', 'LeadRefused']));
    await forget(runtime, KIM);
    expect(await exportPerson(KIM, runtime.store, runtime.ports.measured)).toBeUndefined();
  });
});
