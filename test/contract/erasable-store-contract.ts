import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ErasableStore, Kept } from '../../shared/ports/erasable-store.ts';
import { nameOf } from '../../shared/ports/snapshot.ts';
import { allPages, leadKey, NOON, nextCommit, ownedLead, sequencesOf } from '../support/store/store-samples.ts';

interface ErasableUnderTest {
  readonly store: ErasableStore;
  readonly close?: () => Promise<void>;
}

const nameOfKept = (kept: Kept): string =>
  kept.kind === 'document' ? nameOf(kept.stored.key) : `${nameOf(kept.of)} ${kept.event.detail.sequence}`;

const arrayOf = async <T>(all: AsyncIterable<T>): Promise<readonly T[]> => {
  const found: T[] = [];
  for await (const one of all) found.push(one);
  return found;
};

/** What a store promises whoever erases from it. `make` gives an empty one. */
export const erasableStoreContract = (name: string, make: () => Promise<ErasableUnderTest>): void => {
  describe(`a store to erase from ${name}`, () => {
    let underTest: ErasableUnderTest;
    let store: ErasableStore;

    beforeEach(async () => {
      underTest = await make();
      store = underTest.store;
      await store.commit([nextCommit('ann', 0, 0, 3)]);
      await store.commit([nextCommit('ben', 0, 0, 1)]);
    });
    afterEach(() => underTest.close?.());

    const all = async (): Promise<readonly string[]> => {
      const names: string[] = [];
      for await (const kept of store.everything()) names.push(nameOfKept(kept));
      return names.toSorted();
    };
    const lagging = () => allPages(store.unpublished({ upTo: NOON }));

    it('shows every document and every fact once', async () => {
      expect(await all()).toEqual(['lead#ann', 'lead#ann 1', 'lead#ann 2', 'lead#ann 3', 'lead#ben', 'lead#ben 1']);
    });

    it('shows the documents of the types that are asked for, as committed last, and no fact', async () => {
      const load = { open: 1, day: '2026-11-02', today: 1 };
      await store.commit([
        { key: { type: 'rep', id: 'ana' }, expectedVersion: 0, value: load },
        { key: { type: 'account', id: 'acme.example' }, expectedVersion: 0, value: { open: [] } },
      ]);
      await store.commit([nextCommit('ben', 1, 1, 1)]);
      const shown = await arrayOf(store.documents(['lead', 'rep']));
      expect(shown.map(({ key, version }) => `${nameOf(key)} ${version}`).toSorted()).toEqual([
        'lead#ann 1',
        'lead#ben 2',
        'rep#ana 1',
      ]);
      expect((await arrayOf(store.documents(['rep']))).map(({ value }) => value)).toEqual([load]);
      expect(await arrayOf(store.documents(['ledger']))).toEqual([]);
    });

    it('erases a document with its facts and its places in the indexes, and nothing of another', async () => {
      await store.commit([{ key: leadKey('cleo'), expectedVersion: 0, value: ownedLead('cleo', 'ana', NOON) }]);
      expect(await store.ownedBy('ana', 10)).toEqual(['cleo']);
      await store.erase([leadKey('ann'), leadKey('cleo'), leadKey('nobody')]);
      expect(await all()).toEqual(['lead#ben', 'lead#ben 1']);
      expect(await store.ownedBy('ana', 10)).toEqual([]);
      expect(await store.history('ann')).toEqual([]);
      expect(await lagging()).toEqual([leadKey('ben')]);
    });

    it('takes a document that was erased as new', async () => {
      await store.erase([leadKey('ann')]);
      expect(await store.commit([nextCommit('ann', 0, 0, 1)])).toBe('ok');
      expect(await all()).toContain('lead#ann 1');
    });

    it('erases the facts before a sequence, says how many, and goes on from there', async () => {
      expect(await store.eraseFactsBefore(leadKey('ann'), 3)).toBe(2);
      expect(sequencesOf(await store.history('ann'))).toEqual([3]);
      expect(sequencesOf((await store.outbox(leadKey('ann'), NOON))?.events ?? [])).toEqual([3]);
      await store.markPublished(leadKey('ann'), 2, 3);
      expect(await lagging()).toEqual([leadKey('ben')]);
      expect(await store.commit([nextCommit('ann', 1, 3, 1)])).toBe('ok');
      expect(sequencesOf(await store.history('ann'))).toEqual([3, 4]);
    });

    it('has no facts to erase before the first, nor a second time', async () => {
      expect(await store.eraseFactsBefore(leadKey('ann'), 1)).toBe(0);
      expect(await store.eraseFactsBefore(leadKey('ann'), 4)).toBe(3);
      expect(await store.eraseFactsBefore(leadKey('ann'), 4)).toBe(0);
      expect(await lagging()).toEqual([leadKey('ben')]);
    });
  });
};
