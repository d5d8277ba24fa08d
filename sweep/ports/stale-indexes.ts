import { createMemoryStore } from '../../shared/adapters/memory/memory-store.ts';
import type { Store } from '../../shared/ports/store.ts';

/** So many commits and marks are not in the indexes yet. */
const BEHIND = 3;

export interface Lagging {
  /** The store, which has a second one follow it. */
  readonly store: Store;
  /** The indexes as they were some commits ago. */
  indexes(): Promise<Store>;
}

/** Indexes of a table are eventually consistent: this has the answers of a while ago at hand. */
export const withStaleIndexes = (store: Store): Lagging => {
  const behind = createMemoryStore();
  const missing: (() => Promise<unknown>)[] = [];
  return {
    store: {
      ...store,
      commit: async (writes) => {
        const result = await store.commit(writes);
        if (result === 'ok') missing.push(() => behind.commit(writes));
        return result;
      },
      markPublished: async (key, from, to) => {
        await store.markPublished(key, from, to);
        missing.push(() => behind.markPublished(key, from, to));
      },
    },
    indexes: async () => {
      for (const follow of missing.splice(0, Math.max(0, missing.length - BEHIND))) await follow();
      return behind;
    },
  };
};
