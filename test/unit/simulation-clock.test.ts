import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../shared/domain/time/durations.ts';
import { createTimers, createVirtualTime } from '../../simulator/scheduler.ts';
import { createSimulationClock } from '../../simulator/simulation-clock.ts';

const START = Date.parse('2026-11-16T10:00:00Z');
const MISTYPED = Date.parse('2126-11-16T10:00:00Z');

/** A lead that is looked at once a day, and nothing else to do. */
const lonely = () => {
  const time = createVirtualTime(START);
  const timers = createTimers();
  const looks: number[] = [];
  let daily = START + DAY_MS;
  const store = { nextUrgentRecheck: () => undefined, nextDailyRecheck: () => daily };
  const send = (): void => {
    looks.push(time.now());
    daily = time.now() + DAY_MS;
  };
  return { time, timers, looks, clock: createSimulationClock(time, timers, store, { send, drain: async () => {} }) };
};

describe('a simulation with a date of a century on', () => {
  it('plays a look a month for two years and no more, and arrives', async () => {
    const { time, looks, clock } = lonely();
    await clock.runBefore(MISTYPED);
    expect(looks).toHaveLength(24);
    expect(looks.at(-1)).toBeGreaterThan(START + 700 * DAY_MS);
    expect(time.now()).toBe(MISTYPED);
  });

  it('plays every day before a date that is two years on or less', async () => {
    const { looks, clock } = lonely();
    await clock.runBefore(START + 732 * DAY_MS);
    expect(looks).toHaveLength(731);
  });

  it('plays all that is due on the way, with a look a month for two years after each', async () => {
    const { time, timers, looks, clock } = lonely();
    const fired: number[] = [];
    const at = START + 700 * DAY_MS;
    timers.set(at, async () => void fired.push(time.now()));
    await clock.runThrough(MISTYPED);
    expect(fired).toEqual([at]);
    expect(looks).toHaveLength(700 + 24);
    expect(time.now()).toBe(MISTYPED);
  });
});
