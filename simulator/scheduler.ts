import { createSortedIndex } from '../shared/adapters/memory/sorted-index.ts';
import type { Instant } from '../shared/domain/time/instant.ts';
import type { TimeSource } from '../shared/ports/time-source.ts';

/** Time that goes on only when told to; never back. */
export interface VirtualTime extends TimeSource {
  advanceTo(instant: Instant): void;
}

export const createVirtualTime = (start: number): VirtualTime => {
  let now = start;
  return {
    now: () => now,
    // Nobody else acts meanwhile in one process: a pause is over at once.
    pause: async () => {},
    advanceTo: (instant) => {
      now = Math.max(now, instant);
    },
  };
};

/** Timers of the embedded clocks: by instant, then in the order in which they were set. */
export interface Timers {
  set(at: Instant, fire: () => Promise<void>): void;
  next(): number | undefined;
  /** Takes out the first timer that is due at or before the instant. */
  take(instant: Instant): (() => Promise<void>) | undefined;
}

export const createTimers = (): Timers => {
  const order = createSortedIndex();
  const fires = new Map<string, () => Promise<void>>();
  let index = 0;
  return {
    set: (at, fire) => {
      const id = String(index).padStart(12, '0');
      index += 1;
      order.set(id, at);
      fires.set(id, fire);
    },
    next: () => order.least()?.at,
    take: (instant) => {
      const first = order.least();
      if (first === undefined || first.at > instant) return undefined;
      const fire = fires.get(first.id);
      order.set(first.id, undefined);
      fires.delete(first.id);
      return fire;
    },
  };
};
