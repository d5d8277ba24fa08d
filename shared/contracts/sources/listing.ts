import type { Source } from '../../domain/source/source.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Fetch } from './source.ts';

/** Leads that came in it are listed. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

/** What a list was answered. */
export interface Listed {
  /** What the source would have sent of each, so that it is read in the same way and has the same ids. */
  readonly bodies: readonly unknown[];
  /** Further lists. */
  readonly next: readonly Fetch[];
}

/** How a source that loses deliveries is asked which leads came. */
export interface SourceListing {
  /** Where to begin; nowhere, where sources.yaml does not say enough of the source. */
  begin(period: Period, source: Source): readonly Fetch[];
  read(request: Fetch, answer: unknown, period: Period, source: Source): Listed;
}
