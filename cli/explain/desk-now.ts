import type { MemoryStore } from '../../shared/adapters/memory/memory-store.ts';
import { loadDesk } from '../../shared/application/documents/load-desk.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { Desk } from '../../shared/domain/routing/desk.ts';

/**
 * All that is decided on, as it stands when this is called: the memory store reads at once, whenever its
 * answer is awaited.
 */
export const deskNow = async (store: MemoryStore, agreement: Agreement, domain: string | undefined): Promise<Desk> => {
  const { desk } = await loadDesk(store, [
    {
      ledgers: agreement.territories.map(({ name }) => name),
      loads: Object.keys(agreement.reps),
      accounts: domain === undefined ? [] : [domain],
    },
  ]);
  return desk;
};
