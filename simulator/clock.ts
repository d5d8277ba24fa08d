import { wakeText } from '../shared/contracts/clock-wake.ts';
import type { RunningClock } from '../shared/domain/clock/next-recheck.ts';
import type { Clocks } from '../shared/ports/clocks.ts';
import type { Queues } from './queues.ts';
import type { Timers } from './scheduler.ts';

export interface ClockParts {
  readonly timers: Timers;
  readonly queues: Pick<Queues, 'send'>;
}

/** Does what the state machine does: waits until `dueAt`, and sends advance-clock a message. */
export const createEmbeddedClocks = ({ timers, queues }: ClockParts): Clocks => ({
  start: async (clock: RunningClock) =>
    timers.set(clock.dueAt, async () => queues.send('advance-clock', wakeText(clock))),
});
