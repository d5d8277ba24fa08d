import type { Instant } from '../time/instant.ts';

/** How far a source was asked which leads came. */
export interface Reconciled {
  readonly until: Instant;
}
