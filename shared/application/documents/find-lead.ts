import { newLead } from '../../domain/capture/record-behaviour.ts';
import { isForgotten, type Lead } from '../../domain/lead/lead.ts';
import type { DecisionPorts, Ports } from '../../ports/ports.ts';
import type { DocumentStore, Write } from '../../ports/store.ts';
import { StoreError } from '../../ports/store-error.ts';
import { loadAll } from './load-all.ts';

/** A lead with the version it was loaded at, 0 if it is new. */
export interface LoadedLead {
  readonly version: number;
  readonly lead: Lead;
}

export const findLead = async (store: Pick<DocumentStore, 'load'>, leadId: string): Promise<LoadedLead | undefined> => {
  const key = { type: 'lead', id: leadId } as const;
  const stored = (await store.load([key])).get(key);
  return stored === undefined || isForgotten(stored.value)
    ? undefined
    : { version: stored.version, lead: stored.value };
};

type Needs = Pick<Ports, 'observer'> & { readonly store: Pick<DocumentStore, 'load'> };

/**
 * What is there of these. A lead that this version cannot read, such as after a rollback, stops none of the
 * others: it is told and left out.
 */
const loadReadable = async (
  ids: readonly string[],
  ports: Needs,
): Promise<readonly (LoadedLead & { id: string })[]> => {
  const keys = ids.map((id) => ({ type: 'lead', id }) as const);
  try {
    const snapshot = await loadAll(ports.store, keys);
    return keys.flatMap((key) => {
      const stored = snapshot.get(key);
      if (stored === undefined || isForgotten(stored.value)) return [];
      return [{ id: key.id, version: stored.version, lead: stored.value }];
    });
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'unreadable')) throw error;
    const [only] = ids;
    if (ids.length === 1 && only !== undefined) {
      ports.observer.error('A lead cannot be read', error, { leadId: only });
      ports.observer.count('LeadUnreadable');
      return [];
    }
    const half = Math.ceil(ids.length / 2);
    // Abreast: many that cannot be read must not take the time of those that can.
    return (await Promise.all([loadReadable(ids.slice(0, half), ports), loadReadable(ids.slice(half), ports)])).flat();
  }
};

/** By id, those that there are and that can be read. */
export const findLeads = async (ids: readonly string[], ports: Needs): Promise<ReadonlyMap<string, LoadedLead>> => {
  const found = await loadReadable([...new Set(ids)], ports);
  return new Map(found.map(({ id, ...loaded }) => [id, loaded]));
};

/** The lead of a normalised e-mail address. */
export const findLeadByEmail = async (
  store: Pick<DocumentStore, 'load'>,
  email: string,
): Promise<LoadedLead | undefined> => {
  const key = { type: 'identity', id: email } as const;
  const identity = (await store.load([key])).get(key);
  return identity === undefined ? undefined : findLead(store, identity.value.leadId);
};

/** The lead of a normalised e-mail address, or a new one with the writes that make its address known. */
export const findOrCreateLead = async (
  { store, ids }: Pick<DecisionPorts, 'store' | 'ids'>,
  email: string,
): Promise<LoadedLead & { readonly identity: readonly Write[] }> => {
  const found = await findLeadByEmail(store, email);
  if (found !== undefined) return { identity: [], ...found };
  const lead = newLead(ids.leadId(email), email);
  return {
    version: 0,
    lead,
    identity: [{ key: { type: 'identity', id: email }, expectedVersion: 0, value: { leadId: lead.id } }],
  };
};
