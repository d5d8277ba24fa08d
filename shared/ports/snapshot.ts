import type { DocumentType } from '../domain/documents.ts';
import type { Key, Snapshot, Stored } from './store.ts';

/** One name for a document in maps and tables. */
export const nameOf = (key: Key): string => `${key.type}#${key.id}`;

const isOf = <T extends DocumentType>(stored: Stored | undefined, key: Key<T>): stored is Stored<T> =>
  stored !== undefined && stored.key.type === key.type;

/** What a load found, by name. */
export const snapshotOf = (found: ReadonlyMap<string, Stored>): Snapshot => ({
  get: (key) => {
    const stored = found.get(nameOf(key));
    return isOf(stored, key) ? stored : undefined;
  },
});
