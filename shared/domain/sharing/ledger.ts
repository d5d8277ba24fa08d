/**
 * What each rep of a team has received, as start-time fair queueing keeps it. A virtual time is a sum
 * of value per weight: leads where the share is by count, points where it is by score.
 */
export interface Ledger {
  /** The team's: the start of the share that was served last. Never falls. */
  readonly virtualTime: number;
  readonly shares: Readonly<Record<string, Share>>;
  /** Who was excluded at the previous decision. */
  readonly excluded: readonly string[];
}

export interface Share {
  readonly virtualTime: number;
  /** Epoch milliseconds; 0 if never. */
  readonly servedAt: number;
  readonly leads: number;
  readonly value: number;
  /** The team's virtual time at the last return from an exclusion: what was before it is forgiven, both ways. */
  readonly floor?: number;
  /** What leads out of turn have added to the virtual time since the rep's last turn; absent where that is nothing. */
  readonly outOfTurn?: number;
}
