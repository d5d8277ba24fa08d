import { type ClockAnswer, type ClockWake, clockAnswer } from '../shared/contracts/clock-wake.ts';
import type { FactDetail } from '../shared/domain/lead/fact-event.ts';
import type { Timers } from './scheduler.ts';

type Advance = (wake: ClockWake) => Promise<ClockAnswer>;

/**
 * Does what the state machine does: waits until `dueAt`, asks advance-clock, and waits again for as long as there
 * is more. One that fails has failed for good; watch-clocks asks the same.
 */
export const createEmbeddedClock =
  (advance: Advance, timers: Timers, fail: (wake: string) => void) =>
  ({ leadId, data }: FactDetail): void => {
    if (leadId === undefined || !('clause' in data) || !('dueAt' in data)) return;
    const { clause, attempt } = data;
    const waitUntil = (dueAt: string): void =>
      timers.set(Date.parse(dueAt), async () => {
        const wake: ClockWake = { leadId, clock: { clause, attempt } };
        const next = await advance(wake)
          .then((answer) => clockAnswer.parse(answer))
          .catch((): ClockAnswer => {
            fail(JSON.stringify(wake));
            return { more: false };
          });
        if (next.more) waitUntil(next.dueAt);
      });
    waitUntil(data.dueAt);
  };
