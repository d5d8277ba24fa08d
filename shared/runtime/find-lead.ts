import type { Lead } from '../domain/lead/lead.ts';
import { newLead } from '../domain/lead/record-behaviour.ts';
import type { Ports } from '../ports/ports.ts';
import type { Write } from '../ports/store.ts';

/** A lead with the version it was loaded at, 0 if it is new. */
export interface LoadedLead {
  readonly version: number;
  readonly lead: Lead;
}

export const findLead = async (store: Ports['store'], leadId: string): Promise<LoadedLead | undefined> => {
  const key = { type: 'lead', id: leadId } as const;
  const stored = (await store.load([key])).get(key);
  return stored === undefined ? undefined : { version: stored.version, lead: stored.value };
};

/** As many keys as a store loads at once. */
const TOGETHER = 100;

/** By id, those that there are, in parts as a store takes them. */
export const findLeads = async (
  store: Ports['store'],
  leadIds: readonly string[],
): Promise<ReadonlyMap<string, LoadedLead>> => {
  const found = new Map<string, LoadedLead>();
  const ids = [...new Set(leadIds)];
  for (let first = 0; first < ids.length; first += TOGETHER) {
    const keys = ids.slice(first, first + TOGETHER).map((id) => ({ type: 'lead', id }) as const);
    const snapshot = await store.load(keys);
    for (const key of keys) {
      const stored = snapshot.get(key);
      if (stored !== undefined) found.set(key.id, { version: stored.version, lead: stored.value });
    }
  }
  return found;
};

/** The lead of a normalised e-mail address. */
export const findLeadByEmail = async (store: Ports['store'], email: string): Promise<LoadedLead | undefined> => {
  const key = { type: 'identity', id: email } as const;
  const identity = (await store.load([key])).get(key);
  return identity === undefined ? undefined : findLead(store, identity.value.leadId);
};

/** The same, or a new one with the writes that make its address known. */
export const findOrCreateLead = async (
  { store, ids }: Pick<Ports, 'store' | 'ids'>,
  email: string,
): Promise<LoadedLead & { readonly identity: readonly Write[] }> => {
  const found = await findLeadByEmail(store, email);
  if (found !== undefined) return { ...found, identity: [] };
  const lead = newLead(ids.leadId(email), email);
  return {
    version: 0,
    lead,
    identity: [{ key: { type: 'identity', id: email }, expectedVersion: 0, value: { leadId: lead.id } }],
  };
};
