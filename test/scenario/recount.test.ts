import { describe, expect, it } from 'vitest';
import { tellRecount } from '../../cli/recount/recount.ts';
import type { RecountOptions } from '../../shared/application/recounting/recount-counters.ts';
import type { Account } from '../../shared/domain/routing/account.ts';
import type { RepLoad } from '../../shared/domain/routing/rep-load.ts';
import { createEmbedded, type Embedded } from '../../simulator/embedded.ts';
import { MINUTE, rep, smallAgreement, territory } from '../support/agreement/small-agreement.ts';
import { collector } from '../support/scenario/command-line.ts';

/* A deployed stack, but with the embedded runtime for its table. Ana has two leads of one company, and Ben one of another. */

const START = Date.parse('2026-11-02T09:00:00Z');
const ANA = { type: 'rep', id: 'ana' } as const;
const ACME = { type: 'account', id: 'acme.example' } as const;

const agreement = smallAgreement({
  reps: [rep('ana', { capacity: { open: 2 } }), rep('ben', { capacity: { open: 2 } })],
  territories: [territory('World', ['ana', 'ben'])],
});

/** A minute after whatever came before. */
const deliver = async (runtime: Embedded, type: string, data: Record<string, unknown>): Promise<void> => {
  const at = runtime.now() + MINUTE;
  await runtime.runBefore(at);
  const line = { id: `${type} ${at}`, source: 'website', time: new Date(at).toISOString(), 'detail-type': type };
  await runtime.deliver(JSON.stringify({ ...line, detail: { data } }), type);
};

const accept = (runtime: Embedded, email: string) => deliver(runtime, 'RepAnswered', { email, answer: 'accept' });

const play = async (...emails: readonly string[]) => {
  const runtime = createEmbedded({ agreement, start: START, store: { freeze: true } });
  const captured = emails.length === 0 ? ['one@acme.example', 'two@other.example', 'three@acme.example'] : emails;
  for (const email of captured)
    await deliver(runtime, 'LeadCaptured', { person: { email }, company: { name: 'A', employees: 500 } });
  const idOf = (email: string): string => [...runtime.store.leads()].find((lead) => lead.email === email)?.id ?? '';
  return { runtime, store: runtime.store, idOf };
};

type Played = Awaited<ReturnType<typeof play>>;

const loadOf = async ({ store }: Played): Promise<RepLoad | undefined> => (await store.load([ANA])).get(ANA)?.value;

const put = async (
  { store }: Played,
  changes: { readonly ana?: Partial<RepLoad>; readonly acme?: Partial<Account> },
): Promise<void> => {
  const now = await store.load([ANA, ACME]);
  const [ana, acme] = [now.get(ANA), now.get(ACME)];
  if (ana === undefined || acme === undefined) throw new Error('Ana has no lead of Acme');
  await store.commit([
    { key: ANA, expectedVersion: ana.version, value: { ...ana.value, ...changes.ana } },
    { key: ACME, expectedVersion: acme.version, value: { ...acme.value, ...changes.acme } },
  ]);
};

const recount = async (store: RecountOptions['store'], asked: { repairs?: boolean; json?: boolean } = {}) => {
  const { stream, text } = collector();
  const isRight = await tellRecount(store, { repairs: false, json: false, ...asked }, stream);
  return { isRight, told: text() };
};

/** Something happens before each commit of a repair. */
const interrupted = (store: RecountOptions['store'], happen: () => Promise<void>): RecountOptions['store'] => ({
  documents: (types) => store.documents(types),
  load: (keys) => store.load(keys),
  commit: async (writes) => {
    await happen();
    return store.commit(writes);
  },
});

const ALL_WELL = '2 reps and 2 accounts by 3 open leads: all as the leads say\n';

describe('a recount of a table that is right', () => {
  it('says what it has counted, and that all is well', async () => {
    const { store } = await play();
    expect(await recount(store)).toEqual({ isRight: true, told: ALL_WELL });
    expect(await recount(store, { json: true })).toEqual({ isRight: true, told: '' });
  });
});

describe('a recount of one that is not', () => {
  it('names each counter that is off, what is kept and what was counted, and changes nothing', async () => {
    const played = await play();
    const [one, three] = [played.idOf('one@acme.example'), played.idOf('three@acme.example')];
    await put(played, {
      ana: { open: 5, unanswered: [three, 'gone'] },
      acme: { open: [{ leadId: three, rep: 'ana' }] },
    });
    const spoiled = await loadOf(played);
    expect(await recount(played.store)).toEqual({
      isRight: false,
      told: [
        `open leads of account acme.example: kept ${three} of ana, counted ${one} of ana, ${three} of ana`,
        'open leads of rep ana: kept 5, counted 2',
        `leads to accept of rep ana: kept ${three}, gone, counted ${one}, ${three}`,
        '2 reps and 2 accounts by 3 open leads: 2 off\n',
      ].join('\n'),
    });
    expect(await loadOf(played)).toEqual(spoiled);
  });

  it('prints each document as a line of JSON', async () => {
    const played = await play();
    await put(played, { ana: { open: 0 } });
    const { isRight, told } = await recount(played.store, { json: true });
    expect(isRight).toBe(false);
    expect(
      told
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([{ document: 'rep', id: 'ana', state: 'off', differences: [{ counter: 'open', kept: 0, counted: 2 }] }]);
  });

  it('repairs it, so that the rep gets leads again, and finds nothing the next time', async () => {
    const played = await play();
    await put(played, { ana: { open: 9 } });
    const told =
      'open leads of rep ana: kept 9, counted 2; repaired\n2 reps and 2 accounts by 3 open leads: 1 repaired\n';
    expect(await recount(played.store, { repairs: true })).toEqual({ isRight: true, told });
    expect(await recount(played.store)).toEqual({ isRight: true, told: ALL_WELL });
    await deliver(played.runtime, 'LeadClosed', { email: 'one@acme.example', outcome: 'won' });
    await deliver(played.runtime, 'LeadCaptured', {
      person: { email: 'four@acme.example' },
      company: { name: 'A', employees: 500 },
    });
    expect(await loadOf(played)).toMatchObject({ open: 2 });
  });

  it('makes the document of a rep whose own is gone', async () => {
    const played = await play();
    await played.store.erase([ANA]);
    expect((await recount(played.store, { repairs: true })).isRight).toBe(true);
    expect(await loadOf(played)).toMatchObject({ open: 2, unanswered: [expect.any(String), expect.any(String)] });
  });

  it('takes a lead that has an owner from those that wait, and whoever has one as the last owner', async () => {
    const played = await play();
    const one = played.idOf('one@acme.example');
    const now = (await played.store.load([ACME])).get(ACME);
    const { lastOwner: _, ...account } = now?.value ?? { open: [] };
    const value = { ...account, waiting: [one, 'another'] };
    await played.store.commit([{ key: ACME, expectedVersion: now?.version ?? 0, value }]);
    expect((await recount(played.store)).told).toContain(
      'last owner of account acme.example: kept nobody, counted ana\n' +
        `waiting leads of account acme.example: kept ${one}, another, counted another\n`,
    );
    await recount(played.store, { repairs: true });
    expect((await played.store.load([ACME])).get(ACME)?.value).toEqual({
      ...now?.value,
      waiting: ['another'],
    });
  });
});

describe('a repair while leads go on', () => {
  it('counts again what has changed meanwhile', async () => {
    const played = await play();
    await put(played, { ana: { open: 9 } });
    let isNew = true;
    const busy = interrupted(played.store, async () => {
      if (isNew) await deliver(played.runtime, 'LeadClosed', { email: 'one@acme.example', outcome: 'won' });
      isNew = false;
    });
    expect((await recount(busy, { repairs: true })).told).toContain('kept 8, counted 1; repaired\n');
    expect(await loadOf(played)).toMatchObject({ open: 1 });
  });

  it('sees that a lead which the rep was not known to have to accept was accepted before the repair', async () => {
    const played = await play();
    const [one, three] = [played.idOf('one@acme.example'), played.idOf('three@acme.example')];
    await put(played, { ana: { unanswered: [three] } });
    const busy = interrupted(played.store, () => accept(played.runtime, 'one@acme.example'));
    const told = `leads to accept of rep ana: kept ${three}, counted ${one}, ${three}; repaired`;
    expect((await recount(busy, { repairs: true })).told).toContain(told);
    expect(await loadOf(played)).toMatchObject({ unanswered: [three] });
    expect(await recount(played.store)).toEqual({ isRight: true, told: ALL_WELL });
  });

  it('gives up on what changes each time, says so, and leaves it as it is', async () => {
    const played = await play();
    await put(played, { ana: { open: 9 } });
    let said = 0;
    const busy = interrupted(played.store, async () => {
      said += 1;
      await put(played, { ana: { saidAt: START + said } });
    });
    expect(await recount(busy, { repairs: true })).toEqual({
      isRight: false,
      told:
        'open leads of rep ana: kept 9, counted 2; it changes too often to be sure\n' +
        '2 reps and 2 accounts by 3 open leads: 1 not settled: run it again when less happens\n',
    });
    expect(await loadOf(played)).toMatchObject({ open: 9, saidAt: START + said });
    expect(said).toBe(5);
  });
});
