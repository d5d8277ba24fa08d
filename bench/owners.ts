import { loadAll } from '../shared/application/documents/load-all.ts';
import type { TeamMember } from '../shared/domain/agreement/agreement.ts';
import { isOwned, type Lead } from '../shared/domain/lead/lead.ts';
import type { Store } from '../shared/ports/store.ts';

/** Histories that are read at once. */
const LOADS_AT_ONCE = 20;

const parts = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));

export const loadLeads = async (store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, Lead>> => {
  const keys = ids.map((id) => ({ type: 'lead', id }) as const);
  const snapshot = await loadAll(store, keys);
  return new Map(keys.flatMap((key) => snapshot.get(key) ?? []).map(({ key: { id }, value }) => [id, value]));
};

/** Throws unless each lead has one owner, was given away once, and is counted once among what the reps have. */
export const checkOwners = async (store: Store, ids: readonly string[], reps: readonly string[]): Promise<void> => {
  const leads = await loadLeads(store, ids);
  const owned = new Map<string, number>();
  for (const id of ids) {
    const lead = leads.get(id);
    if (lead === undefined || !isOwned(lead) || lead.attempt !== 1 || lead.pastOwners.join() !== lead.owner.rep) {
      throw new Error(`${id} has not had exactly one owner: ${JSON.stringify(lead)}`);
    }
    owned.set(lead.owner.rep, (owned.get(lead.owner.rep) ?? 0) + 1);
  }
  for (const part of parts(ids, LOADS_AT_ONCE)) {
    const histories = await Promise.all(part.map((id) => store.history(id)));
    const times = histories.map((facts) => facts.filter(({ type }) => type === 'LeadAssigned').length);
    const wrong = part.find((_, index) => times[index] !== 1);
    if (wrong !== undefined) throw new Error(`${wrong} was assigned ${times[part.indexOf(wrong)]} times`);
  }
  const keys = reps.map((id) => ({ type: 'rep', id }) as const);
  const loads = await store.load(keys);
  for (const key of keys) {
    const open = loads.get(key)?.value.open ?? 0;
    if (open !== (owned.get(key.id) ?? 0))
      throw new Error(`${key.id} owns ${owned.get(key.id)} leads, counted ${open}`);
  }
};

export interface Shares {
  readonly leads: ReadonlyMap<string, number>;
  /** Of all pairs of reps, how far two are apart in leads by weight, as a part of what the bound allows. */
  readonly furthestOfBound: number;
}

/** What each of a team has received by its ledger, where each lead counts one. Throws where the bound does not hold. */
export const sharesOf = async (store: Store, territory: string, team: readonly TeamMember[]): Promise<Shares> => {
  const key = { type: 'ledger', id: territory } as const;
  const ledger = (await store.load([key])).get(key)?.value;
  const leads = new Map(team.map(({ rep }) => [rep, ledger?.shares[rep]?.leads ?? 0]));
  const byWeight = ({ rep, weight }: TeamMember): number => (leads.get(rep) ?? 0) / weight;
  const parts = team.flatMap((one, index) =>
    team.slice(index + 1).map((other) => {
      const bound = 1 / one.weight + 1 / other.weight;
      return Math.abs(byWeight(one) - byWeight(other)) / bound;
    }),
  );
  const furthestOfBound = Math.max(...parts);
  if (furthestOfBound > 1) throw new Error(`The shares are ${furthestOfBound} times as far apart as the bound allows`);
  return { leads, furthestOfBound };
};
