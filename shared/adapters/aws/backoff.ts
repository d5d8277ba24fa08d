import { setTimeout as sleep } from 'node:timers/promises';

const MAX_TRIES = 8;

/** Asks again until there is an answer, at most 8 times in some 6 s; the answer to the last try may be undefined. */
export const retry = async <T>(attempt: () => Promise<T | undefined>): Promise<T | undefined> => {
  for (let tries = 1; ; tries++) {
    const answer = await attempt();
    if (answer !== undefined || tries === MAX_TRIES) return answer;
    await sleep(25 * 2 ** tries * (0.5 + Math.random() / 2));
  }
};
