import { nameOfLead } from '../../domain/lead/name-of-lead.ts';
import type { DocumentStore } from '../../ports/store.ts';
import { loadAll } from '../documents/load-all.ts';

/** What leads are called, by their documents. */
export const leadNames = async (
  leadIds: readonly string[],
  { store }: { readonly store: Pick<DocumentStore, 'load'> },
): Promise<(leadId: string) => string> => {
  const keys = [...new Set(leadIds)].map((id) => ({ type: 'lead', id }) as const);
  const names = new Map<string, string>();
  if (keys.length > 0) {
    const found = await loadAll(store, keys);
    for (const key of keys) names.set(key.id, nameOfLead(found.get(key)?.value));
  }
  return (leadId) => names.get(leadId) ?? nameOfLead(undefined);
};
