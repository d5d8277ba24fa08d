import { mostBytes, mostBytesOfChange } from '../../ports/item-size.ts';
import type { Stored, Write } from '../../ports/store.ts';
import { type Tables, tableOf } from './memory-documents.ts';

/** From here on what is known of a document is counted anew: parts that are long gone are still in it. */
const COUNT_ANEW_BYTES = 64 * 1024;

/** Never less than what each document takes. A document that is written again and again is not gone through each time. */
export interface KnownSizes {
  /** Of the document that is to be written, from what it is `before`. */
  mostOf(write: Write, before: Stored['value'] | undefined): number;
  remember(write: Write, most: number): void;
  forget(key: Write['key']): void;
}

export const createKnownSizes = (): KnownSizes => {
  const known: Tables<number> = new Map();
  return {
    mostOf: ({ key, value }, before) => {
      const most = known.get(key.type)?.get(key.id);
      if (most === undefined || before === undefined) return mostBytes(value);
      const sum = most + mostBytesOfChange(before, value);
      return sum < COUNT_ANEW_BYTES ? sum : mostBytes(value);
    },
    // Most documents but leads are written once, and a long simulation has very many.
    remember: ({ key, expectedVersion }, most) => {
      if (key.type === 'lead' || expectedVersion > 0) tableOf(known, key.type).set(key.id, most);
    },
    forget: ({ type, id }) => {
      known.get(type)?.delete(id);
    },
  };
};
