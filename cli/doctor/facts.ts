import { MINUTE_MS } from '../../shared/domain/time/durations.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { Deployment } from './deployment.ts';

/** What AWS answered, or what it said instead. */
export type Asked<T> = { readonly answer: T } | { readonly refused: string };

/** One of each question that a deployment takes. */
export type Facts = { readonly [Q in keyof Deployment]: Asked<Awaited<ReturnType<Deployment[Q]>>> };

/** watch-clocks comes every minute, and a look takes its time: what is later than this is not merely on its way. */
export const GRACE_MS = 5 * MINUTE_MS;

/** Messages of AWS name whoever asked and what was missing; they can be long. */
const MOST_CHARACTERS = 240;

const reasonOf = (error: unknown): string => {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.replace(/\s+/g, ' ').trim().slice(0, MOST_CHARACTERS);
};

const asked = async <T>(question: Promise<T>): Promise<Asked<T>> => {
  try {
    return { answer: await question };
  } catch (error) {
    return { refused: reasonOf(error) };
  }
};

/** Asks everything at once; a question that is refused leaves the others alone. `now` is epoch milliseconds. */
export const gatherFacts = async (deployment: Deployment, reps: readonly string[], now: Instant): Promise<Facts> => {
  const [topics, sandbox, optedOut, spending, origins, concurrency, deadLetters, alarms, pastDue, unpublished] =
    await Promise.all([
      asked(deployment.topics(reps)),
      asked(deployment.sandbox()),
      asked(deployment.optedOut()),
      asked(deployment.spending()),
      asked(deployment.origins()),
      asked(deployment.concurrency()),
      asked(deployment.deadLetters()),
      asked(deployment.alarms()),
      asked(deployment.pastDue(now - GRACE_MS)),
      asked(deployment.unpublished(now - GRACE_MS)),
    ]);
  return { topics, sandbox, optedOut, spending, origins, concurrency, deadLetters, alarms, pastDue, unpublished };
};
