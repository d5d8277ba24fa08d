import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentType } from '../../shared/domain/documents.ts';
import { refusalEvent, repFactEvents } from '../../shared/domain/lead/fact-event.ts';
import type { Lead } from '../../shared/domain/lead/lead.ts';
import type { RepFact } from '../../shared/domain/lead/rep-facts.ts';
import { nameOf } from '../../shared/ports/snapshot.ts';
import type { Store, WriteOf } from '../../shared/ports/store.ts';
import { documents } from '../support/scenario/arbitraries.ts';
import {
  allPages,
  endedLead,
  leadKey,
  leadNow,
  MINUTE,
  manyFacts,
  NOON,
  nextCommit,
  nurtureLead,
  ownedLead,
  qualifiedLead,
  sequencesOf,
  someFacts,
  waitingLead,
} from '../support/store/store-samples.ts';

export interface StoreUnderTest {
  readonly store: Store;
  readonly close?: () => Promise<void>;
}

/** What every store promises, whatever it keeps its documents in. `make` gives an empty one. */
export const storeContract = (name: string, make: () => Promise<StoreUnderTest>): void => {
  describe(`a store ${name}`, () => {
    let underTest: StoreUnderTest;
    let store: Store;

    beforeEach(async () => {
      underTest = await make();
      store = underTest.store;
    });
    afterEach(() => underTest.close?.());

    const save = async (lead: Lead, expectedVersion = 0): Promise<void> => {
      expect(await store.commit([{ key: leadKey(lead.id), expectedVersion, value: lead }])).toBe('ok');
    };
    const dueBy = (upTo: number, after?: number) =>
      allPages(store.due('urgent', { upTo, ...(after === undefined ? {} : { after }) }));
    const outboxes = async (committedBy: number) => {
      const keys = await allPages(store.unpublished({ upTo: committedBy }));
      const found = await Promise.all(keys.map((key) => store.outbox(key, committedBy)));
      return found.filter((outbox) => outbox !== undefined);
    };
    const unpublished = async (committedBy: number) =>
      (await outboxes(committedBy)).map(({ key, from, events }) => ({ id: key.id, from, facts: sequencesOf(events) }));

    describe('expects versions', () => {
      it('and counts one up with each commit', async () => {
        await save(nurtureLead('ann'));
        await save({ ...nurtureLead('ann'), attempt: 1 }, 1);
        const stored = (await store.load([leadKey('ann')])).get(leadKey('ann'));
        expect(stored).toEqual({ key: leadKey('ann'), version: 2, value: { ...nurtureLead('ann'), attempt: 1 } });
      });

      it('and knows nothing of what was never written', async () => {
        await save(nurtureLead('ann'));
        const found = await store.load([leadKey('ben'), leadKey('ann'), { type: 'ledger', id: 'ann' }]);
        expect(found.get(leadKey('ben'))).toBeUndefined();
        expect(found.get({ type: 'ledger', id: 'ann' })).toBeUndefined();
        expect(found.get(leadKey('ann'))?.version).toBe(1);
        expect((await store.load([])).get(leadKey('ann'))).toBeUndefined();
      });

      it('and reads a document once that is asked for twice', async () => {
        await save(nurtureLead('ann'));
        expect((await store.load([leadKey('ann'), leadKey('ann')])).get(leadKey('ann'))?.version).toBe(1);
      });

      it('and creates a document once', async () => {
        await save(nurtureLead('ann'));
        const again = { key: leadKey('ann'), expectedVersion: 0, value: endedLead('ann') };
        expect(await store.commit([again])).toBe('conflict');
        expect(await leadNow(store, 'ann')).toEqual(nurtureLead('ann'));
      });

      it('and answers conflict to one that is past and to one that is not reached yet', async () => {
        await save(nurtureLead('ann'));
        await save(nurtureLead('ann'), 1);
        for (const expectedVersion of [1, 3]) {
          const write = { key: leadKey('ann'), expectedVersion, value: endedLead('ann') };
          expect(await store.commit([write])).toBe('conflict');
        }
        expect(await store.commit([{ key: leadKey('eve'), expectedVersion: 1, value: endedLead('eve') }])).toBe(
          'conflict',
        );
        expect(await leadNow(store, 'ann')).toEqual(nurtureLead('ann'));
        expect(await leadNow(store, 'eve')).toBeUndefined();
      });

      it('and answers conflict to a stale one although its facts would follow on', async () => {
        await store.commit([nextCommit('ann', 0, 0, 1)]);
        await save({ ...nurtureLead('ann'), sequence: 1 }, 1);
        expect(await store.commit([nextCommit('ann', 1, 1, 1)])).toBe('conflict');
        expect(sequencesOf(await store.history('ann'))).toEqual([1]);
      });

      it('and answers conflict to facts that do not follow on from those that it has', async () => {
        await store.commit([nextCommit('ann', 0, 0, 2)]);
        for (const from of [0, 1, 3]) expect(await store.commit([nextCommit('ann', 1, from, 1)])).toBe('conflict');
        expect(await store.history('ann')).toEqual(someFacts('ann', 0, 2));
        expect(await unpublished(NOON)).toEqual([{ id: 'ann', from: 0, facts: [1, 2] }]);
      });

      it.each<DocumentType>(['rep', 'ledger', 'account'])('of a %s as of a lead', async (type) => {
        const values = {
          rep: { open: 1, day: '', today: 0 },
          ledger: { virtualTime: 1, shares: {}, excluded: [] },
          account: { open: [] },
        };
        const commit = (expectedVersion: number) => {
          if (type === 'rep') return store.commit([{ key: { type, id: 'x' }, expectedVersion, value: values.rep }]);
          if (type === 'ledger')
            return store.commit([{ key: { type, id: 'x' }, expectedVersion, value: values.ledger }]);
          return store.commit([{ key: { type: 'account', id: 'x' }, expectedVersion, value: values.account }]);
        };
        expect(await commit(0)).toBe('ok');
        expect(await commit(0)).toBe('conflict');
        expect(await commit(1)).toBe('ok');
        expect(await commit(1)).toBe('conflict');
      });

      it('and tells documents of one id but two types apart', async () => {
        const ledger = { virtualTime: 3, shares: {}, excluded: ['dee'] };
        await store.commit([
          { key: leadKey('ann'), expectedVersion: 0, value: nurtureLead('ann') },
          { key: { type: 'ledger', id: 'ann' }, expectedVersion: 0, value: ledger },
        ]);
        const found = await store.load([leadKey('ann'), { type: 'ledger', id: 'ann' }]);
        expect(found.get(leadKey('ann'))?.value).toEqual(nurtureLead('ann'));
        expect(found.get({ type: 'ledger', id: 'ann' })?.value).toEqual(ledger);
      });
    });

    describe('commits all or nothing', () => {
      it('so that one stale document among several changes none of them, nor their facts and indexes', async () => {
        await save(nurtureLead('stale'));
        const writes = [
          { ...nextCommit('ann', 0, 0, 2), value: { ...waitingLead('ann', 'North', NOON), sequence: 2 } },
          nextCommit('stale', 0, 0, 1),
          {
            key: { type: 'ledger' as const, id: 'North' },
            expectedVersion: 0,
            value: { virtualTime: 1, shares: {}, excluded: [] },
          },
        ];
        expect(await store.commit(writes)).toBe('conflict');
        const found = await store.load([leadKey('ann'), leadKey('stale'), { type: 'ledger', id: 'North' }]);
        expect(found.get(leadKey('ann'))).toBeUndefined();
        expect(found.get({ type: 'ledger', id: 'North' })).toBeUndefined();
        expect(found.get(leadKey('stale'))?.version).toBe(1);
        expect(await store.history('ann')).toEqual([]);
        expect(await store.history('stale')).toEqual([]);
        expect(await store.waiting('North', 10)).toEqual([]);
        expect(await dueBy(NOON + 1000 * MINUTE)).toEqual([]);
        expect(await unpublished(NOON + MINUTE)).toEqual([]);
      });

      it('so that several documents and their facts change together', async () => {
        expect(await store.commit([nextCommit('ann', 0, 0, 2), nextCommit('ben', 0, 0, 3)])).toBe('ok');
        expect(sequencesOf(await store.history('ann'))).toEqual([1, 2]);
        expect(sequencesOf(await store.history('ben'))).toEqual([1, 2, 3]);
      });

      it('and a commit of nothing is one', async () => {
        expect(await store.commit([])).toBe('ok');
      });

      it('with exactly one winner for each version when fifty want the same document', async () => {
        const winners = new Map<number, string[]>();
        const worker = async (rep: string): Promise<void> => {
          for (;;) {
            const stored = (await store.load([leadKey('hot')])).get(leadKey('hot'));
            const version = stored?.version ?? 0;
            const pastOwners = [...(stored?.value.pastOwners ?? []), rep];
            const value = { ...nurtureLead('hot'), pastOwners, sequence: version + 1 };
            const write = {
              key: leadKey('hot'),
              expectedVersion: version,
              value,
              events: someFacts('hot', version, 1),
            };
            if ((await store.commit([write])) === 'conflict') continue;
            winners.set(version + 1, [...(winners.get(version + 1) ?? []), rep]);
            return;
          }
        };
        const reps = Array.from({ length: 50 }, (_, i) => `rep-${i}`);
        await Promise.all(reps.map(worker));
        const inOrder = reps.map((_, i) => winners.get(i + 1) ?? []);
        expect(inOrder.map((won) => won.length)).toEqual(reps.map(() => 1));
        expect((await leadNow(store, 'hot'))?.pastOwners).toEqual(inOrder.flat());
        expect(sequencesOf(await store.history('hot'))).toEqual(reps.map((_, i) => i + 1));
      });
    });

    describe('refuses', () => {
      it('more than 100 items in a commit, facts among them, but not 100', async () => {
        const tooMany = { code: 'too-many-items' };
        await expect(store.commit([nextCommit('ann', 0, 0, 100)])).rejects.toMatchObject(tooMany);
        expect(await leadNow(store, 'ann')).toBeUndefined();
        expect(await store.commit([nextCommit('ann', 0, 0, 99)])).toBe('ok');
        expect(await store.history('ann')).toHaveLength(99);
      });

      const large = (id: string, kilobytes: number): WriteOf<'lead'> => ({
        key: leadKey(id),
        expectedVersion: 0,
        value: { ...nurtureLead(id), fields: { 'fields.text': 'ü'.repeat(kilobytes * 512) } },
      });

      it('a document of more than 400 KB, as its bytes count, but not one below', async () => {
        await expect(store.commit([large('ann', 401)])).rejects.toMatchObject({ code: 'too-large' });
        expect(await leadNow(store, 'ann')).toBeUndefined();
        expect(await store.commit([large('ann', 395)])).toBe('ok');
      });

      it('a document that is too large with the facts that it has to publish', async () => {
        const write = { ...large('ann', 150), events: manyFacts('ann', 100, 3) };
        await expect(store.commit([write])).rejects.toMatchObject({ code: 'too-large' });
        expect(await store.commit([{ ...large('ann', 150), events: manyFacts('ann', 100, 1) }])).toBe('ok');
      });

      it('more than 4 MB in a commit, but not what is below', async () => {
        // In ASCII: MiniStack counts what JSON's escapes take.
        const fields = { 'fields.text': 'x'.repeat(390 * 1024) };
        const leads = (count: number) =>
          Array.from({ length: count }, (_, i): WriteOf<'lead'> => {
            const id = `lead-${i}`;
            return { key: leadKey(id), expectedVersion: 0, value: { ...nurtureLead(id), fields } };
          });
        await expect(store.commit(leads(11))).rejects.toMatchObject({ code: 'too-large' });
        expect(await leadNow(store, 'lead-0')).toBeUndefined();
        expect(await store.commit(leads(10))).toBe('ok');
      });

      it('a fact that no bus would take', async () => {
        const write = { ...nextCommit('ann', 0, 0, 1), events: manyFacts('ann', 257, 1) };
        await expect(store.commit([write])).rejects.toMatchObject({ code: 'too-large' });
        expect(await leadNow(store, 'ann')).toBeUndefined();
      });

      it('more than 100 keys in a load, but not 100', async () => {
        const keys = Array.from({ length: 101 }, (_, i) => leadKey(`lead-${i}`));
        await save(nurtureLead('lead-99'));
        await expect(store.load(keys)).rejects.toMatchObject({ code: 'too-many-items' });
        expect((await store.load(keys.slice(0, 100))).get(leadKey('lead-99'))?.version).toBe(1);
      });

      it('one document twice in a commit', async () => {
        const twice = [nextCommit('ann', 0, 0, 1), nextCommit('ben', 0, 0, 1), nextCommit('ann', 0, 0, 1)];
        await expect(store.commit(twice)).rejects.toMatchObject({ code: 'duplicate-document' });
        expect(await leadNow(store, 'ben')).toBeUndefined();
      });

      it('facts that do not follow on from each other, or on nothing', async () => {
        const outOfSequence = { code: 'facts-out-of-sequence' };
        const events = [...someFacts('ann', 0, 1), ...someFacts('ann', 2, 1)];
        await expect(store.commit([{ ...nextCommit('ann', 0, 0, 2), events }])).rejects.toMatchObject(outOfSequence);
        await expect(store.commit([nextCommit('ann', 0, 1, 1)])).rejects.toMatchObject(outOfSequence);
        expect(await leadNow(store, 'ann')).toBeUndefined();
      });
    });

    describe('keeps the history of a lead', () => {
      it('in order and without a gap over many commits', async () => {
        let sequence = 0;
        for (const [version, count] of [0, 3, 0, 1, 12, 2].entries()) {
          expect(await store.commit([nextCommit('ann', version, sequence, count)])).toBe('ok');
          sequence += count;
        }
        expect(await store.history('ann')).toEqual(someFacts('ann', 0, sequence));
      });

      it('to be read from a sequence on', async () => {
        await store.commit([nextCommit('ann', 0, 0, 12)]);
        expect(sequencesOf(await store.history('ann', 9))).toEqual([9, 10, 11, 12]);
        expect(await store.history('ann', 13)).toEqual([]);
        expect(await store.history('nobody')).toEqual([]);
      });
    });

    describe('finds leads that are due', () => {
      it('at or before the instant, oldest first', async () => {
        const minutes = [7, 1, 9, 3, 5, 8, 2, 6, 4, 0];
        for (const m of minutes) await save(qualifiedLead(`at-${m}`, NOON + m * MINUTE));
        const first = (count: number) => Array.from({ length: count }, (_, m) => `at-${m}`);
        expect(await dueBy(NOON - 1)).toEqual([]);
        expect(await dueBy(NOON + 6 * MINUTE)).toEqual(first(7));
        expect(await dueBy(NOON + 100 * MINUTE)).toEqual(first(10));
      });

      it('after an instant, and by another', async () => {
        for (const m of [3, 1, 2, 0]) await save(qualifiedLead(`at-${m}`, NOON + m * MINUTE));
        expect(await dueBy(NOON + 2 * MINUTE, NOON)).toEqual(['at-1', 'at-2']);
        expect(await dueBy(NOON + 2 * MINUTE, NOON + 2 * MINUTE)).toEqual([]);
        expect(await dueBy(NOON, NOON + MINUTE)).toEqual([]);
      });

      it('those of a daily look apart from what is urgent', async () => {
        await save(ownedLead('daily', 'ana', NOON));
        await save(qualifiedLead('urgent', NOON));
        const upTo = NOON + 60 * MINUTE;
        expect(await dueBy(upTo)).toEqual(['urgent']);
        expect(await allPages(store.due('daily', { upTo }))).toEqual(['daily']);
        expect(await allPages(store.due('daily', { upTo, after: upTo }))).toEqual([]);
      });

      it('page by page, each once, however many are due in one instant', async () => {
        const ids = Array.from({ length: 1_200 }, (_, i) => `lead-${i}`);
        const some = ids.map((id) => ({ key: leadKey(id), expectedVersion: 0, value: qualifiedLead(id, NOON) }));
        for (let i = 0; i < some.length; i += 100) expect(await store.commit(some.slice(i, i + 100))).toBe('ok');
        expect((await dueBy(NOON)).toSorted()).toEqual(ids.toSorted());
      });

      it('by the latest commit alone', async () => {
        await save(qualifiedLead('ann', NOON));
        await save(qualifiedLead('ben', NOON));
        await save(qualifiedLead('ann', NOON + 5 * MINUTE), 1);
        expect(await dueBy(NOON + MINUTE)).toEqual(['ben']);
        expect(await dueBy(NOON + 5 * MINUTE)).toEqual(['ben', 'ann']);
      });

      it('and neither one that has ended nor one that nobody waits for', async () => {
        await save(qualifiedLead('ann', NOON));
        await save(nurtureLead('ben'));
        await save(endedLead('ann'), 1);
        expect(await dueBy(NOON + 1000 * MINUTE)).toEqual([]);
      });
    });

    describe('keeps a line for each territory', () => {
      it('oldest qualification first, as many as asked for', async () => {
        const minutes = [4, 2, 8, 1, 9, 5, 3, 7, 0, 6];
        for (const m of minutes) await save(waitingLead(`q-${m}`, 'North', NOON + m * MINUTE));
        expect(await store.waiting('North', 100)).toEqual(minutes.map((_, m) => `q-${m}`));
        expect(await store.waiting('North', 2)).toEqual(['q-0', 'q-1']);
      });

      it('and those who qualified at one instant stand by id', async () => {
        for (const id of ['c', 'a', 'd', 'b']) await save(waitingLead(id, 'North', NOON));
        expect(await store.waiting('North', 3)).toEqual(['a', 'b', 'c']);
      });

      it('and never mixes two, whatever their names', async () => {
        const territories = ['North', 'North#1', 'Nord & Süd', 'north'];
        for (const [i, territory] of territories.entries()) await save(waitingLead(`lead-${i}`, territory, NOON));
        for (const [i, territory] of territories.entries())
          expect(await store.waiting(territory, 9)).toEqual([`lead-${i}`]);
        expect(await store.waiting('South', 9)).toEqual([]);
      });

      it('which a lead leaves when it moves to another, and when it is routed', async () => {
        await save(waitingLead('ann', 'North', NOON));
        await save(waitingLead('ann', 'South', NOON), 1);
        expect(await store.waiting('North', 9)).toEqual([]);
        expect(await store.waiting('South', 9)).toEqual(['ann']);
        await save(qualifiedLead('ann', NOON), 2);
        expect(await store.waiting('South', 9)).toEqual([]);
      });
    });

    describe('knows whose a lead is', () => {
      it('those owned longest first, as many as asked for, and mixes no two reps', async () => {
        for (const m of [2, 0, 1]) await save(ownedLead(`own-${m}`, 'ana', NOON + m * MINUTE));
        await save(ownedLead('other', 'ana#0', NOON));
        expect(await store.ownedBy('ana', 9)).toEqual(['own-0', 'own-1', 'own-2']);
        expect(await store.ownedBy('ana', 2)).toEqual(['own-0', 'own-1']);
        expect(await store.ownedBy('ben', 9)).toEqual([]);
      });

      it('until it goes to another, or ends', async () => {
        await save(ownedLead('ann', 'ana', NOON));
        await save(ownedLead('ann', 'ben', NOON + MINUTE), 1);
        expect(await store.ownedBy('ana', 9)).toEqual([]);
        expect(await store.ownedBy('ben', 9)).toEqual(['ann']);
        await save(endedLead('ann'), 2);
        expect(await store.ownedBy('ben', 9)).toEqual([]);
      });
    });

    describe('knows which facts are on the bus', () => {
      const later = NOON + 10 * MINUTE;

      it('and gives those that are not, once they were committed by the instant', async () => {
        await store.commit([nextCommit('ann', 0, 0, 2)]);
        expect(await outboxes(NOON - 1)).toEqual([]);
        expect(await store.outbox(leadKey('ann'), NOON - 1)).toBeUndefined();
        expect(await outboxes(NOON)).toEqual([{ key: leadKey('ann'), from: 0, events: someFacts('ann', 0, 2) }]);
        await store.markPublished(leadKey('ann'), 0, 2);
        expect(await unpublished(later)).toEqual([]);
      });

      it('without touching the version on which others decide', async () => {
        await store.commit([nextCommit('ann', 0, 0, 2)]);
        await store.markPublished(leadKey('ann'), 0, 2);
        expect((await store.load([leadKey('ann')])).get(leadKey('ann'))?.version).toBe(1);
        expect(await store.commit([nextCommit('ann', 1, 2, 1)])).toBe('ok');
        expect(await unpublished(later)).toEqual([{ id: 'ann', from: 2, facts: [3] }]);
      });

      it('and gives what several commits left behind together', async () => {
        await store.commit([nextCommit('ann', 0, 0, 2)]);
        await store.commit([nextCommit('ann', 1, 2, 1, NOON + MINUTE)]);
        expect(await unpublished(NOON)).toEqual([{ id: 'ann', from: 0, facts: [1, 2, 3] }]);
      });

      it('and loses none when a commit without facts comes between', async () => {
        await store.commit([nextCommit('ann', 0, 0, 2)]);
        await save({ ...nurtureLead('ann'), sequence: 2 }, 1);
        expect(await unpublished(later)).toEqual([{ id: 'ann', from: 0, facts: [1, 2] }]);
        await store.markPublished(leadKey('ann'), 0, 2);
        expect(await unpublished(later)).toEqual([]);
      });

      it('and goes on waiting for a later commit when an earlier one is noted', async () => {
        await store.commit([nextCommit('ann', 0, 0, 2)]);
        await store.commit([nextCommit('ann', 1, 2, 3)]);
        await store.markPublished(leadKey('ann'), 0, 2);
        expect(await unpublished(later)).toEqual([{ id: 'ann', from: 2, facts: [3, 4, 5] }]);
        await store.markPublished(leadKey('ann'), 2, 5);
        expect(await unpublished(later)).toEqual([]);
      });

      it('and ignores a note that would leave a gap, a repeated one and one of a stranger', async () => {
        await store.commit([nextCommit('ann', 0, 0, 2)]);
        await store.commit([nextCommit('ann', 1, 2, 1)]);
        await store.markPublished(leadKey('ann'), 2, 3);
        expect(await unpublished(later)).toEqual([{ id: 'ann', from: 0, facts: [1, 2, 3] }]);
        await store.markPublished(leadKey('ann'), 0, 3);
        await store.markPublished(leadKey('ann'), 0, 2);
        await store.markPublished(leadKey('nobody'), 0, 1);
        expect(await unpublished(later)).toEqual([]);
        expect(await leadNow(store, 'nobody')).toBeUndefined();
      });

      it('and finds them by when the oldest was committed', async () => {
        for (const [m, id] of ['ann', 'ben', 'cem'].entries()) {
          await store.commit([nextCommit(id, 0, 0, 1, NOON + m * MINUTE)]);
        }
        await store.commit([nextCommit('ann', 1, 1, 1, NOON + 9 * MINUTE)]);
        const window = { after: NOON, upTo: NOON + MINUTE };
        expect(await allPages(store.unpublished(window))).toEqual([leadKey('ben')]);
        expect((await unpublished(later)).map(({ id }) => id).toSorted()).toEqual(['ann', 'ben', 'cem']);
      });

      it('of a rep too, between commits that tell nothing', async () => {
        const key = { type: 'rep', id: 'ana' } as const;
        const commit = (expectedVersion: number, sequence: number, facts: readonly RepFact[] = []) => {
          const events = repFactEvents({ rep: 'ana', of: 'rep', sequence }, facts, { id: 'page' }, NOON);
          const value = { open: expectedVersion, day: '', today: 0, sequence: sequence + facts.length };
          return store.commit([{ key, expectedVersion, value, events }]);
        };
        const back: RepFact = { type: 'RepCameBack', data: { rep: 'ana' } };
        expect(await commit(0, 0)).toBe('ok');
        expect(await commit(1, 0, [back])).toBe('ok');
        expect(await commit(2, 1)).toBe('ok');
        expect(await commit(3, 0, [back])).toBe('conflict');
        expect(await commit(3, 1, [back])).toBe('ok');
        expect(await unpublished(NOON + MINUTE)).toEqual([{ id: 'ana', from: 0, facts: [1, 2] }]);
      });

      it('of a refusal too, whose facts have no sequence', async () => {
        const key = { type: 'refusal' as const, id: 'bad-line' };
        const refused = {
          type: 'LeadRefused' as const,
          data: { problems: [{ path: '', message: 'not JSON' }], input: '{' },
        };
        const events = [refusalEvent(refused, 'bad-line', NOON)];
        await store.commit([{ key, expectedVersion: 0, value: { at: NOON, problems: 1 }, events, expiresAt: later }]);
        expect(await outboxes(later)).toEqual([{ key, from: 0, events }]);
        await store.markPublished(key, 0, 1);
        expect(await unpublished(later)).toEqual([]);
      });
    });

    describe('gives back', () => {
      it('every document as it was given', async () => {
        const write = <T extends DocumentType>(type: T): fc.Arbitrary<WriteOf<T>> =>
          fc.tuple(fc.uuid(), documents[type]).map(([id, value]) => ({ key: { type, id }, expectedVersion: 0, value }));
        const write1 = fc.oneof(
          { arbitrary: write('lead'), weight: 9 },
          write('ledger'),
          write('rep'),
          write('account'),
          write('link'),
          write('identity'),
          write('visitor'),
          write('receipt'),
          write('refusal'),
        );
        const writes = fc.uniqueArray(write1, { maxLength: 12, selector: ({ key }) => nameOf(key) });
        await fc.assert(
          fc.asyncProperty(writes, async (given) => {
            const keys = given.map(({ key }) => key);
            const before = await store.load(keys);
            const commit = given.map((w) => ({ ...w, expectedVersion: before.get(w.key)?.version ?? 0 }));
            expect(await store.commit(commit)).toBe('ok');
            const after = await store.load(keys);
            expect(keys.map((key) => after.get(key)?.value)).toEqual(given.map(({ value }) => value));
          }),
          { numRuns: 40 },
        );
      });

      it('documents that cannot be changed behind its back', async () => {
        const given = nurtureLead('ann');
        await save(given);
        Reflect.set(given.fields, 'person.email', 'changed by who gave it');
        const loaded = (await store.load([leadKey('ann')])).get(leadKey('ann'));
        expect(loaded?.value.fields).toEqual(nurtureLead('ann').fields);
        Reflect.set(loaded?.value.fields ?? {}, 'person.email', 'changed by who read it');
        expect(await leadNow(store, 'ann')).toEqual(nurtureLead('ann'));
      });
    });
  });
};
