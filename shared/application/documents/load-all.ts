import { nameOf } from '../../ports/snapshot.ts';
import type { DocumentStore, Key, Snapshot } from '../../ports/store.ts';

/** A store loads at most a hundred documents at once. */
const MAX_KEYS_PER_LOAD = 100;

/** Any number of documents as last committed. All is asked for at once: a memory store reads it all at this instant. */
export const loadAll = async (store: Pick<DocumentStore, 'load'>, keys: readonly Key[]): Promise<Snapshot> => {
  if (keys.length <= MAX_KEYS_PER_LOAD) return store.load(keys);
  const parts: (readonly Key[])[] = [];
  for (let first = 0; first < keys.length; first += MAX_KEYS_PER_LOAD)
    parts.push(keys.slice(first, first + MAX_KEYS_PER_LOAD));
  const snapshots = await Promise.all(parts.map((part) => store.load(part)));
  const partOf = new Map(parts.flatMap((part, index) => part.map((key) => [nameOf(key), snapshots[index]] as const)));
  return { get: (key) => partOf.get(nameOf(key))?.get(key) };
};
