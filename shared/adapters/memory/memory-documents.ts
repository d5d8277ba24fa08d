import type { DocumentType } from '../../domain/documents.ts';
import type { Key, Stored } from '../../ports/store.ts';

/** Documents by their keys. A long simulation has very many: of most of them nothing is kept but what they hold. */
export interface MemoryDocuments {
  read(key: Key): Stored | undefined;
  /** 0 of what does not exist. */
  versionOf(key: Key): number;
  put(stored: Stored): void;
  erase(key: Key): void;
  ofType(type: DocumentType): readonly Stored[];
  keys(): readonly Key[];
}

/** Something of each document, by type and id. */
export type Tables<T> = Map<DocumentType, Map<string, T>>;

/** The table of a type; made when it is first asked for. */
export const tableOf = <T>(tables: Tables<T>, type: DocumentType): Map<string, T> => {
  const table = tables.get(type) ?? new Map<string, T>();
  tables.set(type, table);
  return table;
};

export const createMemoryDocuments = (): MemoryDocuments => {
  const values: Tables<Stored['value']> = new Map();
  /** Of those that were written again: most never are. */
  const versions: Tables<number> = new Map();
  const versionOf = ({ type, id }: Key): number => versions.get(type)?.get(id) ?? (values.get(type)?.has(id) ? 1 : 0);
  const read = (key: Key): Stored | undefined => {
    const value = values.get(key.type)?.get(key.id);
    return value === undefined ? undefined : { key, version: versions.get(key.type)?.get(key.id) ?? 1, value };
  };
  const keysOf = (type: DocumentType): readonly Key[] =>
    [...(values.get(type)?.keys() ?? [])].map((id) => ({ type, id }));
  return {
    read,
    versionOf,
    put: ({ key: { type, id }, version, value }) => {
      tableOf(values, type).set(id, value);
      if (version > 1) tableOf(versions, type).set(id, version);
    },
    erase: ({ type, id }) => {
      values.get(type)?.delete(id);
      versions.get(type)?.delete(id);
    },
    ofType: (type) =>
      keysOf(type)
        .map(read)
        .filter((stored) => stored !== undefined),
    keys: () => [...values.keys()].flatMap(keysOf),
  };
};
