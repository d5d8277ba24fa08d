import { describe, expect, it } from 'vitest';
import type { RunningClock } from '../../shared/domain/clock/next-recheck.ts';
import { DAY_MS, SECOND_MS } from '../../shared/domain/time/durations.ts';
import type { Clocks } from '../../shared/ports/clocks.ts';

/** An adapter of the port, with what can be seen of its clocks from outside. */
export interface ClocksWorld {
  readonly clocks: Clocks;
  readonly now: () => number;
  /** A lead that nobody else has. */
  readonly leadId: string;
  /** What has come to advance-clock by then, about the lead. */
  comesWithin(ms: number): Promise<readonly unknown[]>;
  /** How many executions wait for the lead; undefined where nobody counts them. */
  executions(): Promise<number | undefined>;
}

const PATIENCE_MS = 15 * SECOND_MS;

/** What every adapter of the port keeps. */
export const clocksContract = (open: () => Promise<ClocksWorld>): void => {
  describe('a clock', { timeout: 4 * PATIENCE_MS }, () => {
    const clockOf = ({ leadId, now }: ClocksWorld, ms: number): RunningClock => ({
      leadId,
      ...{ clause: 'accept', attempt: 2, dueAt: now() + ms },
    });
    const wakeOf = ({ leadId, clause, attempt, dueAt }: RunningClock) => ({
      leadId,
      data: { clause, attempt, dueAt: new Date(dueAt).toISOString() },
    });

    it('comes when its instant has come, with its clause, attempt and instant', async () => {
      const world = await open();
      const clock = clockOf(world, 2 * SECOND_MS);
      await world.clocks.start(clock);
      expect(await world.comesWithin(PATIENCE_MS)).toEqual([wakeOf(clock)]);
      expect(world.now()).toBeGreaterThanOrEqual(clock.dueAt);
    });

    it('comes at once where its instant has passed', async () => {
      const world = await open();
      const clock = clockOf(world, -DAY_MS);
      await world.clocks.start(clock);
      expect(await world.comesWithin(PATIENCE_MS)).toEqual([wakeOf(clock)]);
    });

    it('of a later day is not there yet, and is one however often it is started', async () => {
      const world = await open();
      const clock = clockOf(world, DAY_MS);
      await world.clocks.start(clock);
      await world.clocks.start(clock);
      expect(await world.comesWithin(SECOND_MS)).toEqual([]);
      expect([undefined, 1]).toContain(await world.executions());
    });
  });
};
