import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RecountOptions, recountCounters } from '../../shared/application/recounting/recount-counters.ts';
import type { Account } from '../../shared/domain/routing/account.ts';
import type { RepLoad } from '../../shared/domain/routing/rep-load.ts';
import { nameOf } from '../../shared/ports/snapshot.ts';
import type { Write } from '../../shared/ports/store.ts';
import { createEmbedded, type Embedded } from '../../simulator/embedded.ts';
import { agreement, COMPANIES, EMAILS, type Move, moves } from '../support/scenario/interleavings.ts';
import { problemsOfReps } from '../support/scenario/problems-of-recount.ts';
import { createRecount, type Recount } from '../support/scenario/recount.ts';

interface World {
  readonly runtime: Embedded;
  /** What the facts alone say. */
  readonly facts: Recount;
  perform(move: Move): Promise<void>;
}

/** The moves of the interleavings that come on the bus. */
const createWorld = async (played: readonly Move[]): Promise<World> => {
  let at = Date.parse('2026-11-02T08:00:00Z');
  let count = 0;
  const facts = createRecount(agreement);
  const runtime = createEmbedded({ agreement, start: at, store: { freeze: true }, onFact: facts.add });
  const deliver = async (type: string, data: object): Promise<void> => {
    count += 1;
    const line = { id: `e${count}`, source: 'website', time: new Date(at).toISOString(), 'detail-type': type };
    await runtime.deliver(JSON.stringify({ ...line, detail: { data } }), type);
  };
  const capture = (email: string, employees: number, country = 'DE') =>
    deliver('LeadCaptured', { person: { email }, company: { name: 'Acme', employees }, location: { country } });
  const perform = async ({ email, command, after }: Move): Promise<void> => {
    at += after * 60_000;
    await runtime.runBefore(at);
    if (command.do === 'capture') await capture(email, command.employees, command.country);
    if (command.do !== 'answer') return;
    const { type, data, rep } = command;
    await deliver(type, { email, ...data, ...(rep === undefined ? {} : { repId: rep }) });
  };
  for (const email of EMAILS) await capture(email, 500);
  for (const move of played) await perform(move);
  return { runtime, facts, perform };
};

/** Ways to put a rep's document wrong, for those that it can be done to. */
const REP_FAULTS: readonly ((load: RepLoad) => RepLoad | undefined)[] = [
  (load) => ({ ...load, open: load.open + 3 }),
  (load) => (load.open === 0 ? undefined : { ...load, open: load.open - 1 }),
  ({ unanswered, ...load }) => (unanswered === undefined ? undefined : load),
  (load) => ({ ...load, unanswered: [...(load.unanswered ?? []), 'nobody'] }),
];

/** The same of an account's document. */
const ACCOUNT_FAULTS: readonly ((account: Account) => Account | undefined)[] = [
  (account) => (account.open.length === 0 ? undefined : { ...account, open: account.open.slice(1) }),
  (account) => ({ ...account, open: [{ leadId: 'nobody', rep: 'ana' }, ...account.open] }),
  (account) => {
    const [first, ...rest] = account.open;
    return first === undefined ? undefined : { ...account, open: [{ ...first, rep: 'zoe' }, ...rest] };
  },
  ({ lastOwner: _, ...account }) => (account.open.length === 0 ? undefined : account),
  (account) => {
    const { open, waiting = [] } = account;
    return open.length === 0 ? undefined : { ...account, waiting: [...waiting, ...open.map(({ leadId }) => leadId)] };
  },
];

/** All documents that can be put wrong, each in every way. */
const faultsIn = async ({ runtime: { store } }: World): Promise<readonly Write[]> => {
  const writes: Write[] = [];
  for await (const { key, version, value } of store.documents(['rep'])) {
    for (const wrong of REP_FAULTS.map((fault) => fault(value)))
      if (wrong !== undefined) writes.push({ key, expectedVersion: version, value: wrong });
  }
  for await (const { key, version, value } of store.documents(['account'])) {
    for (const wrong of ACCOUNT_FAULTS.map((fault) => fault(value)))
      if (wrong !== undefined) writes.push({ key, expectedVersion: version, value: wrong });
  }
  return writes;
};

/** Spoils some documents, each once, and answers their names. */
const spoil = async (world: World, picks: readonly number[]): Promise<readonly string[]> => {
  const names = new Set<string>();
  const faults = await faultsIn(world);
  for (const pick of picks) {
    const write = faults[pick % Math.max(1, faults.length)];
    if (write === undefined || names.has(nameOf(write.key))) continue;
    expect(await world.runtime.store.commit([write])).toBe('ok');
    names.add(nameOf(write.key));
  }
  return [...names].toSorted();
};

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** All that is kept, whatever order it is in: leads of one instant have none. */
const keptIn = async ({ runtime: { store } }: World): Promise<Readonly<Record<string, object>>> => {
  const kept: Record<string, object> = {};
  for await (const { key, value } of store.documents(['lead', 'ledger'])) kept[nameOf(key)] = value;
  for await (const { key, value } of store.documents(['rep'])) {
    const { unanswered = [], ...load } = value;
    kept[nameOf(key)] = { ...load, unanswered: unanswered.toSorted() };
  }
  for await (const { key, value } of store.documents(['account'])) {
    // Whoever had the last lead of all, the leads do not say once that is forgotten.
    const { open, lastOwner, waiting = [], ...account } = value;
    kept[nameOf(key)] = { ...account, open: open.toSorted(byText), waiting, hadOwner: lastOwner !== undefined };
  }
  return kept;
};

const namesOf = (found: readonly { readonly key: { readonly type: 'rep' | 'account'; readonly id: string } }[]) =>
  found.map(({ key }) => nameOf(key));

/** A store in whose nth use something else happens first: before a read, between two documents, before a commit. */
const interrupted = (store: RecountOptions['store'], nth: number, happen: () => Promise<void>) => {
  let uses = 0;
  const use = async (): Promise<void> => {
    uses += 1;
    if (uses === nth) await happen();
  };
  const written: string[] = [];
  const watched: RecountOptions['store'] = {
    documents: async function* (types) {
      await use();
      for await (const stored of store.documents(types)) {
        yield stored;
        await use();
      }
    },
    load: async (keys) => {
      await use();
      return store.load(keys);
    },
    commit: async (writes) => {
      await use();
      written.push(...writes.map(({ key }) => key.type));
      return store.commit(writes);
    },
  };
  return { store: watched, written };
};

const picks = fc.array(fc.nat({ max: 500 }), { minLength: 1, maxLength: 4 });

describe('a recount', { timeout: 600_000 }, () => {
  it('finds nothing whatever has happened, and exactly what was put wrong; what it repairs is as it was before', () =>
    fc.assert(
      fc.asyncProperty(moves, picks, async (played, wrong) => {
        const world = await createWorld(played);
        const { store } = world.runtime;
        expect((await recountCounters({ store, repairs: true })).found).toEqual([]);
        const before = await keptIn(world);
        const spoiled = await spoil(world, wrong);
        const now = await keptIn(world);
        const looked = await recountCounters({ store, repairs: false });
        expect(namesOf(looked.found)).toEqual(spoiled);
        expect(await keptIn(world)).toEqual(now);
        const repaired = await recountCounters({ store, repairs: true });
        expect(repaired.found).toEqual(looked.found.map((found) => ({ ...found, state: 'repaired' })));
        expect(await keptIn(world)).toEqual(before);
        expect((await recountCounters({ store, repairs: false })).found).toEqual([]);
      }),
      { numRuns: 60 },
    ));

  it('overwrites nothing that is committed between its reads and its repair, and never writes a lead', () =>
    fc.assert(
      fc.asyncProperty(moves, moves, picks, fc.nat({ max: 40 }), async (played, meanwhile, wrong, nth) => {
        const world = await createWorld(played);
        const { store } = world.runtime;
        await spoil(world, wrong);
        const busy = interrupted(store, nth, async () => {
          for (const move of meanwhile.slice(0, 3)) await world.perform(move);
        });
        const { found } = await recountCounters({ store: busy.store, repairs: true });
        expect(found.filter(({ state }) => state !== 'repaired')).toEqual([]);
        expect(busy.written).not.toContain('lead');
        const looked = namesOf((await recountCounters({ store, repairs: false })).found);
        expect(looked.filter((name) => namesOf(found).includes(name))).toEqual([]);
        // What a change hid from the first run, the next one finds.
        await recountCounters({ store, repairs: true });
        expect((await recountCounters({ store, repairs: false })).found).toEqual([]);
        const companyOf = (email: string) => COMPANIES[email];
        expect(await problemsOfReps({ store, agreement, recount: world.facts, companyOf })).toEqual([]);
      }),
      { numRuns: 120 },
    ));
});
