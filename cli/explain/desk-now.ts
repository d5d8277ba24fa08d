import type { MemoryStore } from '../../shared/adapters/memory/memory-store.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { Documents } from '../../shared/domain/documents.ts';
import type { Desk } from '../../shared/domain/routing/desk.ts';
import type { Key } from '../../shared/ports/store.ts';

/** As many keys as a store loads at once. */
const TOGETHER = 100;

const load = async <T extends 'ledger' | 'rep' | 'account'>(
  store: MemoryStore,
  type: T,
  ids: readonly string[],
): Promise<Readonly<Record<string, Documents[T]>>> => {
  const parts: Key<T>[][] = [];
  for (let first = 0; first < ids.length; first += TOGETHER) {
    parts.push(ids.slice(first, first + TOGETHER).map((id) => ({ type, id })));
  }
  const loaded = await Promise.all(
    parts.map(async (keys) => {
      const snapshot = await store.load(keys);
      return keys.flatMap((key) => {
        const stored = snapshot.get(key);
        return stored === undefined ? [] : [[key.id, stored.value] as const];
      });
    }),
  );
  return Object.fromEntries(loaded.flat());
};

/**
 * All that is decided on, as it stands when this is called: the memory store reads at once, whenever its
 * answer is awaited.
 */
export const deskNow = async (store: MemoryStore, agreement: Agreement, domain: string | undefined): Promise<Desk> => {
  const [ledgers, loads, accounts] = await Promise.all([
    load(
      store,
      'ledger',
      agreement.territories.map(({ name }) => name),
    ),
    load(store, 'rep', Object.keys(agreement.reps)),
    load(store, 'account', domain === undefined ? [] : [domain]),
  ]);
  return { ledgers, loads, accounts };
};
