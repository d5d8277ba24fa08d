import type { Happening } from '../vocabulary/watches.ts';

/** Something happened that somebody watches for. */
export interface WatchFact {
  readonly type: 'WatchTriggered';
  readonly data: {
    /** Each once. */
    readonly watchers: readonly {
      /** Absent for marketing. */
      readonly rep?: string;
      /** The agreement's watch; absent where the rep has set it. */
      readonly watch?: string;
      readonly what: Happening;
      /** Of an activity. */
      readonly kind?: string;
    }[];
    /** How many more would have been told; absent where all are. */
    readonly untold?: number;
  };
}
