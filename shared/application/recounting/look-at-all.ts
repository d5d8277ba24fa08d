import { gatherOpenLeads } from '../../domain/recount/open-leads.ts';
import type { ErasableStore } from '../../ports/erasable-store.ts';
import { isOfType, nameOf } from '../../ports/snapshot.ts';
import type { Key, Snapshot, Stored } from '../../ports/store.ts';
import { type CounterKey, countDocument } from './count-document.ts';

/** How much there is, and which documents may not be as the leads say. */
export interface SeenCounters {
  readonly reps: number;
  readonly accounts: number;
  readonly openLeads: number;
  readonly doubtful: readonly CounterKey[];
}

const snapshotOfMany = (found: ReadonlyMap<string, Stored>): Snapshot => ({
  get: (key) => {
    const stored = found.get(nameOf(key));
    return stored !== undefined && isOfType(stored, key.type) ? stored : undefined;
  },
});

/**
 * One pass, in which documents and leads are of different instants. What differs by it may only have changed meanwhile.
 * What looks right counts as right: else a busy rep would be in doubt for ever. What a change has hidden, the next run finds.
 */
export const lookAtAll = async (store: Pick<ErasableStore, 'documents'>): Promise<SeenCounters> => {
  const leads = gatherOpenLeads();
  const found = new Map<string, Stored>();
  for await (const stored of store.documents(['lead', 'rep', 'account'])) {
    if (isOfType(stored, 'lead')) leads.add(stored.value);
    else found.set(nameOf(stored.key), stored);
  }
  const keysOf = <T extends CounterKey['type']>(type: T, ofLeads: readonly string[]): readonly Key<T>[] => {
    const kept = [...found.values()].filter(({ key }) => key.type === type).map(({ key }) => key.id);
    return [...new Set([...kept, ...ofLeads])].map((id) => ({ type, id }));
  };
  const [reps, accounts] = [keysOf('rep', leads.reps), keysOf('account', leads.accounts)];
  const kept = snapshotOfMany(found);
  const doubtful = [...reps, ...accounts].filter((key) => countDocument(key, kept, leads).differences.length > 0);
  return { reps: reps.length, accounts: accounts.length, openLeads: leads.size, doubtful };
};
