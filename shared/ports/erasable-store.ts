import type { DocumentType } from '../domain/documents.ts';
import type { FactEvent } from '../domain/lead/fact-event.ts';
import type { Key, Store, Stored, StoredOf } from './store.ts';

/** One thing that the store keeps: a document, or a fact beside its document. */
export type Kept =
  | { readonly kind: 'document'; readonly stored: Stored }
  | { readonly kind: 'fact'; readonly of: Key; readonly event: FactEvent };

/** A store that can be gone through and erased from. For people who operate it: no function needs it. */
export interface ErasableStore extends Store {
  /** All that is kept, in no order. What is written meanwhile may be missing. */
  everything(): AsyncIterable<Kept>;
  /** Documents of these types, in no order, each as it was committed last when it is read. What comes meanwhile may be missing. */
  documents<T extends DocumentType>(types: readonly T[]): AsyncIterable<StoredOf<T>>;
  /** Removes documents, whatever their version, with all their facts. What is not there is passed over. */
  erase(keys: readonly Key[]): Promise<void>;
  /** Removes the document's facts before a sequence, which count as published; answers how many there were. */
  eraseFactsBefore(key: Key, sequence: number): Promise<number>;
}
