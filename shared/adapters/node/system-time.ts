import { setTimeout as sleep } from 'node:timers/promises';
import type { TimeSource } from '../../ports/time-source.ts';

export const systemTime: TimeSource = {
  now: Date.now,
  pause: async (ms) => {
    await sleep(ms);
  },
};
