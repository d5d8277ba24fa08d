import type { Lead } from '../../shared/domain/lead/lead.ts';
import { NO_LOAD, type RepLoad } from '../../shared/domain/routing/rep-load.ts';
import type { ErasableStore } from '../../shared/ports/erasable-store.ts';
import { isOfType } from '../../shared/ports/snapshot.ts';
import type { Stored } from '../../shared/ports/store.ts';

/** Of all that a store keeps, what says who is ripe for another call, and who could call. */
export interface HeldDocuments {
  readonly leads: ReadonlyMap<string, Lead>;
  readonly loadOf: (rep: string) => RepLoad;
}

/** Takes documents one by one. */
export const holdDocuments = (): HeldDocuments & { hold(stored: Stored): void } => {
  const leads = new Map<string, Lead>();
  const loads = new Map<string, RepLoad>();
  return {
    leads,
    loadOf: (rep) => loads.get(rep) ?? NO_LOAD,
    hold: (stored) => {
      if (isOfType(stored, 'lead')) leads.set(stored.key.id, stored.value);
      if (isOfType(stored, 'rep')) loads.set(stored.key.id, stored.value);
    },
  };
};

export const documentsIn = async (store: Pick<ErasableStore, 'everything'>): Promise<HeldDocuments> => {
  const held = holdDocuments();
  for await (const kept of store.everything()) if (kept.kind === 'document') held.hold(kept.stored);
  return held;
};
