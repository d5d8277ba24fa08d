import type { Lead } from '../../domain/lead/lead.ts';
import type { Store } from '../../ports/store.ts';
import { type Person, personOf } from './person.ts';

export interface FoundPerson {
  readonly person: Person;
  /** Also one that was forgotten, if not all of it was erased. */
  readonly lead?: { readonly version: number; readonly lead: Lead };
}

/** Who a normalised address is to us. */
export const findPerson = async (store: Pick<Store, 'load'>, email: string): Promise<FoundPerson> => {
  const identityKey = { type: 'identity', id: email } as const;
  const identity = (await store.load([identityKey])).get(identityKey);
  if (identity === undefined) return { person: personOf(email) };
  const { leadId } = identity.value;
  const key = { type: 'lead', id: leadId } as const;
  const stored = (await store.load([key])).get(key);
  if (stored === undefined) return { person: { email, leadId } };
  return { person: personOf(email, stored.value), lead: { version: stored.version, lead: stored.value } };
};
