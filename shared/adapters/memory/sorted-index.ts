import BTreeModule from 'sorted-btree';
import type { Instant } from '../../domain/time/instant.ts';
import type { Window } from '../../ports/store.ts';

// The package is CommonJS: its class is the default of the default under Node's ESM.
const BTree = 'default' in BTreeModule ? BTreeModule.default : BTreeModule;

export interface Entry {
  readonly at: Instant;
  readonly id: string;
}

/** Ids by instant, then by id; an id without an instant is not in it. */
export interface SortedIndex {
  set(id: string, at: Instant | undefined): void;
  first(limit: number): readonly Entry[];
  within(window: Window): readonly Entry[];
  least(): Entry | undefined;
}

const inOrder = (a: Entry, b: Entry): number => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export const createSortedIndex = (): SortedIndex => {
  const tree = new BTree<Entry, undefined>(undefined, inOrder);
  const known = new Map<string, number>();
  return {
    set: (id, at) => {
      const before = known.get(id);
      if (before === at) return;
      if (before !== undefined) tree.delete({ at: before, id });
      if (at === undefined) known.delete(id);
      else {
        known.set(id, at);
        tree.set({ at, id }, undefined);
      }
    },
    first: (limit) => {
      const found: Entry[] = [];
      for (const entry of tree.keys()) {
        if (found.length >= limit) break;
        found.push(entry);
      }
      return found;
    },
    within: ({ after, upTo }) => {
      const found: Entry[] = [];
      const from = after === undefined ? undefined : { at: after + 1, id: '' };
      for (const entry of tree.keys(from)) {
        if (entry.at > upTo) break;
        found.push(entry);
      }
      return found;
    },
    least: () => tree.minKey(),
  };
};
