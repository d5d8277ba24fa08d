import type { Difference } from '../../domain/recount/difference.ts';
import { gatherOpenLeads, type OpenLeads } from '../../domain/recount/open-leads.ts';
import type { ErasableStore } from '../../ports/erasable-store.ts';
import { nameOf } from '../../ports/snapshot.ts';
import type { Key } from '../../ports/store.ts';
import { loadAll } from '../documents/load-all.ts';
import { type CountedDocument, type CounterKey, countDocument } from './count-document.ts';
import { lookAtAll, type SeenCounters } from './look-at-all.ts';

export interface RecountOptions {
  readonly store: Pick<ErasableStore, 'documents' | 'load' | 'commit'>;
  /** Writes what was counted in place of what is kept. */
  readonly repairs: boolean;
}

/** A document that is not as the leads say. */
export interface FoundDocument {
  readonly key: CounterKey;
  readonly differences: readonly Difference[];
  /** `unsettled`: it changed each time while the leads were read, so that nobody knows yet. */
  readonly state: 'off' | 'repaired' | 'unsettled';
}

export interface CountersRecounted extends Omit<SeenCounters, 'doubtful'> {
  readonly found: readonly FoundDocument[];
}

/** A document that changes each time while the leads are read is left to the next run. */
const ROUNDS = 5;

type Store = RecountOptions['store'];

const openLeadsIn = async (store: Store): Promise<OpenLeads> => {
  const leads = gatherOpenLeads();
  for await (const { value } of store.documents(['lead'])) leads.add(value);
  return leads;
};

/** A rep who accepts a lead that their document does not know of leaves the document as it is: then it knows too much now. */
const wasAcceptedMeanwhile = async (store: Store, { differences, repair }: CountedDocument): Promise<boolean> => {
  if (!differences.some(({ counter }) => counter === 'unanswered') || !('unanswered' in repair.value)) return false;
  const keys = (repair.value.unanswered ?? []).map((id): Key<'lead'> => ({ type: 'lead', id }));
  const now = await loadAll(store, keys);
  return keys.some((key) => now.get(key)?.value.stage !== 'assigned');
};

/** Of a document that differs, if it has stood still. */
const settle = async (
  key: CounterKey,
  counted: CountedDocument,
  { store, repairs }: RecountOptions,
): Promise<FoundDocument['state']> => {
  if (repairs) return (await store.commit([counted.repair])) === 'ok' ? 'repaired' : 'unsettled';
  const now = (await store.load([key])).get<CounterKey['type']>(key);
  return (now?.version ?? 0) === counted.repair.expectedVersion ? 'off' : 'unsettled';
};

/**
 * Counts anew what is kept beside the leads, and tells what differs. Whatever gives a rep a lead or takes one writes the
 * rep's document and the account's in the same commit. So a document that is read before the leads, and is still at its
 * version after them, stood still while they were read: the count is exact, and may be written in its place.
 */
export const recountCounters = async (options: RecountOptions): Promise<CountersRecounted> => {
  const { store } = options;
  const { doubtful, ...seen } = await lookAtAll(store);
  const found = new Map<string, FoundDocument>();
  // What a repair has left to do is not what somebody asks about.
  const repaired = new Map<string, FoundDocument>();
  let left = doubtful;
  for (let round = 0; round < ROUNDS && left.length > 0; round += 1) {
    const kept = await loadAll(store, left);
    const leads = await openLeadsIn(store);
    const again: CounterKey[] = [];
    for (const key of left) {
      const name = nameOf(key);
      found.delete(name);
      const counted = countDocument(key, kept, leads);
      const { differences } = counted;
      if (differences.length === 0) continue;
      const state = await settle(key, counted, options);
      const isKnown = state !== 'repaired' || !(await wasAcceptedMeanwhile(store, counted));
      if (state === 'repaired' && !repaired.has(name)) repaired.set(name, { key, differences, state });
      if (state === 'off') found.set(name, { key, differences, state });
      if (state === 'off' || (state === 'repaired' && isKnown)) continue;
      found.set(name, { key, differences, state: 'unsettled' });
      again.push(key);
    }
    left = again;
  }
  const all = [...new Map([...repaired, ...found]).values()];
  return { ...seen, found: all.toSorted((a, b) => (nameOf(a.key) < nameOf(b.key) ? -1 : 1)) };
};
