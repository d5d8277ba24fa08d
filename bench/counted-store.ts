import type { Store } from '../shared/ports/store.ts';

export interface Commits {
  readonly held: number;
  readonly conflicts: number;
}

/** A store that counts how its commits end. */
export const countCommits = (store: Store): { readonly store: Store; readonly commits: () => Commits } => {
  let [held, conflicts] = [0, 0];
  return {
    store: {
      ...store,
      commit: async (writes) => {
        const result = await store.commit(writes);
        if (result === 'ok') held += 1;
        else conflicts += 1;
        return result;
      },
    },
    commits: () => ({ held, conflicts }),
  };
};
