import type { MemoryStore } from '../../shared/adapters/memory/memory-store.ts';
import { loadRoutingState } from '../../shared/application/documents/load-routing-state.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { RoutingState } from '../../shared/domain/routing/routing-state.ts';

/**
 * All that is decided on, as it stands when this is called: the memory store reads at once, whenever its
 * answer is awaited.
 */
export const routingStateNow = async (
  store: MemoryStore,
  agreement: Agreement,
  domain: string | undefined,
): Promise<RoutingState> => {
  const { state } = await loadRoutingState(store, [
    {
      ledgers: agreement.territories.map(({ name }) => name),
      loads: Object.keys(agreement.reps),
      accounts: domain === undefined ? [] : [domain],
    },
  ]);
  return state;
};
