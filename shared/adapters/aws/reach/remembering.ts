import { MINUTE_MS } from '../../../domain/time/durations.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { TimeSource } from '../../../ports/time-source.ts';

/** What changes meanwhile is seen so much later. */
const KNOWN_MS = 10 * MINUTE_MS;

/** Asks about each subject once in ten minutes. Where SNS does not answer, that is `otherwise`, and the next call asks again. */
export const remembering = <T>(
  time: Pick<TimeSource, 'now'>,
  otherwise: T,
  ask: (subject: string) => Promise<T>,
): ((subject: string) => Promise<T>) => {
  const known = new Map<string, { readonly at: Instant; readonly answer: T }>();
  return async (subject) => {
    const now = time.now();
    const before = known.get(subject);
    if (before !== undefined && now - before.at < KNOWN_MS) return before.answer;
    try {
      const answer = await ask(subject);
      known.set(subject, { at: now, answer });
      return answer;
    } catch {
      return otherwise;
    }
  };
};
