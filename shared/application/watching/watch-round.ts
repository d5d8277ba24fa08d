import { MINUTE_MS } from '../../domain/time/durations.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { CountedMetric, Observer } from '../../ports/observer.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Window } from '../../ports/store.ts';

/** What is due for longer is stuck: it was looked at some fifteen times, and has not moved. Well within the promised hour. */
const STUCK_MS = 15 * MINUTE_MS;

/** One run of watch-clocks: what is left of its time, and what has failed so far. */
export interface Round {
  readonly now: Instant;
  /** Whether there is time for another page of what is read up to this share of the round's time. */
  hasTime(share: number): boolean;
  /** Does one thing. Its failure is told, and stops nothing else. */
  attempt(what: string, act: () => Promise<void>): Promise<void>;
  hasFailed(): boolean;
}

export const startRound = (budgetMs: number, { time, observer }: Pick<Ports, 'time' | 'observer'>): Round => {
  const now = time.now();
  let hasFailed = false;
  return {
    now,
    hasTime: (share) => time.now() - now < budgetMs * share,
    attempt: async (what, act) => {
      try {
        await act();
      } catch (error) {
        observer.error(`watch-clocks could not ${what}`, error);
        hasFailed = true;
      }
    },
    hasFailed: () => hasFailed,
  };
};

/** What came due lately. No number of those that are stuck stands before it. */
export const freshWindow = (upTo: Instant): Window => ({ after: upTo - STUCK_MS, upTo });

/**
 * What is stuck, each of it in one of two windows. They meet at another age in each minute, from half an hour to
 * most of a year ago: where there is too much for one round, each has its turn.
 */
export const stuckWindows = (upTo: Instant): readonly Window[] => {
  const youngest = upTo - STUCK_MS;
  const meetingAt = youngest - STUCK_MS * 2 ** (Math.floor(upTo / MINUTE_MS) % 16);
  return [{ after: meetingAt, upTo: youngest }, { upTo: meetingAt }];
};

const UNREADABLE: readonly CountedMetric[] = ['LeadUnreadable', 'FactUnreadable'];

/** Counts on, and keeps how many could not be read. */
export const tellingUnreadable = (observer: Observer): { readonly observer: Observer; unreadable(): number } => {
  let unreadable = 0;
  return {
    observer: {
      ...observer,
      count: (metric, value = 1) => {
        if (UNREADABLE.includes(metric)) unreadable += value;
        observer.count(metric, value);
      },
    },
    unreadable: () => unreadable,
  };
};
