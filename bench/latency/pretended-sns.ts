import { setTimeout as sleep } from 'node:timers/promises';
import { type AwsProxy, startProxy } from '../proxy.ts';

/** So long a lead may take: a first one meets cold functions only. */
const PATIENCE_MS = 60_000;
const LOOK_MS = 20;

interface Accepted {
  readonly at: number;
  readonly text: string;
}

export interface PretendedSns extends AwsProxy {
  /** When SNS took the first message that has this word, on the clock of `performance.now()`; waits for it. */
  acceptedAt(word: string): Promise<number>;
}

/** SNS as functions see it, with the time at which it took each message. */
export const startPretendedSns = async (target: string): Promise<PretendedSns> => {
  const accepted: Accepted[] = [];
  const proxy = await startProxy(target, async ({ body }, forward) => {
    const answer = await forward();
    const asked = new URLSearchParams(body.toString());
    if (asked.get('Action') === 'Publish' && answer.status === 200)
      accepted.push({ at: performance.now(), text: asked.get('Message') ?? '' });
    return answer;
  });
  return {
    ...proxy,
    acceptedAt: async (word) => {
      for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await sleep(LOOK_MS)) {
        const first = accepted.find(({ text }) => text.includes(word));
        if (first !== undefined) return first.at;
      }
      throw new Error(`SNS got no message of ${word}, but ${accepted.length} others`);
    },
  };
};
