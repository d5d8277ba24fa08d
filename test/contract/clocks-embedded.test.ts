import { describe } from 'vitest';
import { createEmbeddedClocks } from '../../simulator/clock.ts';
import { createTimers, createVirtualTime } from '../../simulator/scheduler.ts';
import { clocksContract } from './clocks-contract.ts';

describe('in the embedded runtime', () => {
  clocksContract(async () => {
    const time = createVirtualTime(Date.parse('2026-11-16T09:00:00Z'));
    const timers = createTimers();
    const come: unknown[] = [];
    const queues = { send: (_: string, body: string) => void come.push(JSON.parse(body)) };
    return {
      clocks: createEmbeddedClocks({ timers, queues }),
      now: time.now,
      leadId: 'one',
      comesWithin: async (ms) => {
        const until = time.now() + ms;
        for (let fire = timers.take(until); fire !== undefined; fire = timers.take(until)) await fire();
        time.advanceTo(until);
        return come;
      },
      executions: async () => undefined,
    };
  });
});
