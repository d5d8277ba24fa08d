import type { Instant } from '../shared/domain/time/instant.ts';
import { createQueues, type Queues } from './queues.ts';
import { createTimers, createVirtualTime, type Timers, type VirtualTime } from './scheduler.ts';

/** What the functions run on: time, the timers of the clocks, and the queues and the stream that call them. */
export interface Host {
  readonly time: VirtualTime;
  readonly timers: Timers;
  readonly queues: Queues;
}

/** One message at a time, in order, and nothing goes wrong but what a function throws. */
export const createHost = (start: Instant): Host => {
  const time = createVirtualTime(start);
  const timers = createTimers();
  return { time, timers, queues: createQueues(time, timers) };
};
