import type { MemoryStore } from '../shared/adapters/memory/memory-store.ts';
import { DAY_MS, MINUTE_MS } from '../shared/domain/time/durations.ts';
import type { Instant } from '../shared/domain/time/instant.ts';
import type { Queues } from './queues.ts';
import type { Timers, VirtualTime } from './scheduler.ts';

/**
 * How long daily looks are played while nothing else is due. Every shift, holiday and absence that a plan holds comes
 * within it; what no look of it could do anything for, none of the hundred years before a mistyped date can.
 */
const QUIET_MS = 2 * 366 * DAY_MS;

/** How much later a look comes in such years: nobody needs to know to the day what becomes of a lead in them. */
const SELDOM_MS = 30 * DAY_MS;

/** How virtual time passes: instant by instant, at each first the clocks in order, then the minute's watch. */
export interface SimulationClock {
  /** Up to, not including, the instant: what is due before it happens; of years of daily looks alone the first two, and of these some. */
  runBefore(instant: Instant): Promise<void>;
  /** Up to and including the instant. */
  runThrough(instant: Instant): Promise<void>;
  /** Until only daily rechecks remain. */
  runToEnd(): Promise<void>;
}

export const createSimulationClock = (
  time: VirtualTime,
  timers: Timers,
  store: Pick<MemoryStore, 'nextUrgentRecheck' | 'nextDailyRecheck'>,
  queues: Pick<Queues, 'send' | 'drain'>,
): SimulationClock => {
  let watched = Number.NEGATIVE_INFINITY;

  /** The minute at which watch-clocks next finds something; those at which it would not are left out. */
  const nextWatch = (): number => {
    const recheck = Math.min(
      store.nextUrgentRecheck() ?? Number.POSITIVE_INFINITY,
      store.nextDailyRecheck() ?? Number.POSITIVE_INFINITY,
    );
    return Math.max(Math.ceil(Math.max(recheck, time.now()) / MINUTE_MS) * MINUTE_MS, watched + MINUTE_MS);
  };

  const nextInstant = (): Instant => Math.min(timers.next() ?? Number.POSITIVE_INFINITY, nextWatch());

  const passOne = async (instant: Instant): Promise<void> => {
    time.advanceTo(instant);
    for (let fire = timers.take(instant); fire !== undefined; fire = timers.take(instant)) {
      await fire();
      await queues.drain();
    }
    if (nextWatch() > instant) return;
    watched = instant;
    queues.send('watch-clocks', '{}');
    await queues.drain();
  };

  const onlyDailyLooksRemain = (): boolean => timers.next() === undefined && store.nextUrgentRecheck() === undefined;

  const passUntil = async (end: Instant, holds: (instant: Instant) => boolean): Promise<void> => {
    let quietSince = time.now();
    for (let next = nextInstant(); next !== Number.POSITIVE_INFINITY && holds(next); next = nextInstant()) {
      if (!onlyDailyLooksRemain()) quietSince = next;
      if (next - quietSince > QUIET_MS) return;
      const isSeldom = next > quietSince && end - quietSince > QUIET_MS && next + SELDOM_MS < end;
      await passOne(isSeldom ? next + SELDOM_MS : next);
    }
  };

  return {
    runBefore: async (instant) => {
      await passUntil(instant, (next) => next < instant);
      time.advanceTo(instant);
    },
    runThrough: async (instant) => {
      await passUntil(instant, (next) => next <= instant);
      time.advanceTo(instant);
    },
    runToEnd: () => passUntil(Number.POSITIVE_INFINITY, () => !onlyDailyLooksRemain()),
  };
};
