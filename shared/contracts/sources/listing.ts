import type { Source } from '../../domain/source/source.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { isTree, own, type Tree } from '../events/json-tree.ts';
import type { Fetch } from './source.ts';

/** Leads that came in it are listed. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

/** What a list was answered. */
export interface Listed {
  /** What the source would have sent of each, so that it is read in the same way. */
  readonly bodies: readonly unknown[];
  /** Further lists. */
  readonly next: readonly Fetch[];
}

/** How a source that loses deliveries is asked which leads came. */
export interface SourceListing {
  /** Without it in sources.yaml nobody knows where to ask, and nobody asks. */
  readonly needs?: 'organization' | 'apiBase';
  begin(period: Period, source: Source): Fetch;
  /** Undefined where the answer is no list. */
  read(request: Fetch, answer: unknown, period: Period, source: Source): Listed | undefined;
}

/** What an answer lists; undefined where it has no such list, which says less than an empty one. */
export const entriesIn = (answer: unknown, key: string): readonly Tree[] | undefined => {
  const entries = own(answer, key);
  return Array.isArray(entries) ? entries.filter(isTree) : undefined;
};
