import type { Fields } from '../condition/condition.ts';
import type { Instant } from '../time/instant.ts';

/** A cycle that has ended, with what was known of the lead when it qualified, and nothing later. */
export interface Sample {
  /** When that was known. */
  readonly at: Instant;
  readonly isWon: boolean;
  readonly score: number;
  /** The points of each scoring term that counted. */
  readonly points: Readonly<Record<string, number>>;
  readonly fields: Fields;
}
