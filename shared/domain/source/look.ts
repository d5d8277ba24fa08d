import type { Instant } from '../time/instant.ts';

/** How far a source was looked through for leads that its deliveries lost. */
export interface Look {
  readonly until: Instant;
}
