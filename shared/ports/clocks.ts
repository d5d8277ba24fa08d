import type { RunningClock } from '../domain/clock/next-recheck.ts';

/**
 * Send advance-clock a message when an instant of a clause has come. One may come late, twice or never: it only asks, and
 * watch-clocks asks the same of every instant that has passed.
 */
export interface Clocks {
  /** Started twice for one instant, it may be one clock. */
  start(clock: RunningClock): Promise<void>;
}
