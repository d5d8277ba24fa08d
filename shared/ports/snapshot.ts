import type { DocumentType } from '../domain/documents.ts';
import type { Key, Snapshot, Stored } from './store.ts';

/** One name for a document in tables and logs. */
export const nameOf = (key: Key): string => `${key.type}#${key.id}`;

export const isSameKey = (a: Key, b: Key): boolean => a.id === b.id && a.type === b.type;

const isAt = <T extends DocumentType>(stored: Stored, key: Key<T>): stored is Stored<T> => isSameKey(stored.key, key);

/** What a load found: a few documents, so they are simply gone through. */
export const snapshotOf = (found: readonly Stored[]): Snapshot => ({
  get: <T extends DocumentType>(key: Key<T>) => {
    for (const stored of found) if (isAt(stored, key)) return stored;
    return undefined;
  },
});

export const isOfType = <T extends DocumentType>(stored: Stored, type: T): stored is Stored<T> =>
  stored.key.type === type;

export const isLead = (stored: Stored): stored is Stored<'lead'> => isOfType(stored, 'lead');
