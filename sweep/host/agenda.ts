import type { Instant } from '../../shared/domain/time/instant.ts';
import { createTimers } from '../../simulator/scheduler.ts';

/** What is to be done at instants to come. Nothing of it is waited for. */
export interface Agenda {
  at(instant: Instant, act: () => void): void;
  next(): Instant | undefined;
  /** Does what is due at or before the instant. */
  act(instant: Instant): void;
}

export const createAgenda = (): Agenda => {
  const timers = createTimers();
  return {
    at: (instant, act) => timers.set(instant, async () => act()),
    next: timers.next,
    act: (instant) => {
      for (let fire = timers.take(instant); fire !== undefined; fire = timers.take(instant)) void fire();
    },
  };
};
