import type { MoreToWaitFor } from '../functions/advance-clock/handler.ts';
import type { FactDetail } from '../shared/domain/lead/fact-event.ts';
import type { IsoInstant } from '../shared/domain/time/instant.ts';
import type { Timers } from './scheduler.ts';

type Advance = (wake: { leadId: string; clock: { clause: string; attempt: number } }) => Promise<MoreToWaitFor>;

/**
 * Does what the state machine does: waits until `dueAt`, asks advance-clock, and waits again for as long as there
 * is more. One that fails has failed for good; watch-clocks asks the same.
 */
export const createEmbeddedClock =
  (advance: Advance, timers: Timers, fail: (wake: string) => void) =>
  ({ leadId, data }: FactDetail): void => {
    if (leadId === undefined || !('clause' in data) || !('dueAt' in data)) return;
    const { clause, attempt } = data;
    const waitUntil = (dueAt: IsoInstant): void =>
      timers.set(Date.parse(dueAt), async () => {
        const wake = { leadId, clock: { clause, attempt } };
        const next = await advance(wake).catch((): MoreToWaitFor => {
          fail(JSON.stringify(wake));
          return { more: false };
        });
        if (next.more) waitUntil(next.dueAt);
      });
    waitUntil(data.dueAt);
  };
