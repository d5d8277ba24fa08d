import type { Rep } from '../agreement/agreement.ts';
import type { Instant } from '../time/instant.ts';
import { nextAtWork } from './availability.ts';
import { fullness, type RepLoad, takesNone } from './rep-load.ts';

/** Whether any rep of a team could take a lead like any other: now, before the promise would break, or neither. */
export type FreeReps = 'now' | 'soon' | 'none';

export interface FreeRepsQuestion {
  readonly loadOf: (rep: string) => RepLoad;
  readonly now: Instant;
  /** When the promise would break. */
  readonly horizon: Instant;
}

export const freeReps = (reps: readonly (Rep | undefined)[], { loadOf, now, horizon }: FreeRepsQuestion): FreeReps => {
  let found: FreeReps = 'none';
  for (const rep of reps) {
    if (rep === undefined || rep.channels.length === 0 || takesNone(rep)) continue;
    if (fullness(loadOf(rep.id), rep, now) !== undefined) continue;
    const next = nextAtWork(rep, loadOf(rep.id), now);
    if ('why' in next || next.at >= horizon) continue;
    if (next.at <= now) return 'now';
    found = 'soon';
  }
  return found;
};

/** So many leads stand at the head of a waitlist. */
export const WAITLIST_HEAD = 48;

/**
 * Whether to go on along a waitlist, of which so many leads have been decided. While a rep is free now, whoever can
 * be served is. If reps are only free soon, the head is enough: whoever is served then sets off the next round. If
 * none is free, the head must still learn when to ask again for a rep who has just got a place free.
 */
export const isWorthGoingOn = (free: FreeReps, decided: number, repGotFree: boolean): boolean => {
  if (free === 'now') return true;
  return decided < WAITLIST_HEAD && (free === 'soon' || repGotFree);
};
