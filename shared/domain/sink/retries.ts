import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../time/durations.ts';

/** How long after an attempt that failed the next one is made, as Standard Webhooks advises: three days in all. */
const WAITS_MS = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
];

/** SQS hides a message for twelve hours at most, counted from when it was received. */
export const LONGEST_HIDDEN_MS = 11 * HOUR_MS;

/** What is done with a message the nth time that it is received. */
export interface Receive {
  /** From 1; absent where the message only wakes to sleep on. */
  readonly attempt?: number;
  /** Until it is received again; absent after the last attempt. */
  readonly waitMs?: number;
}

/** A wait that is longer than a message can be hidden, in equal parts. */
const partsOf = (waitMs: number): readonly number[] => {
  const parts = Math.ceil(waitMs / LONGEST_HIDDEN_MS);
  return Array.from({ length: parts }, () => waitMs / parts);
};

export const LAST_RECEIVE: Receive = { attempt: WAITS_MS.length + 1 };

/** In order: how often a message is received is all that is known of its past. */
export const RECEIVES: readonly Receive[] = [
  ...WAITS_MS.flatMap((wait, nth) =>
    partsOf(wait).map((waitMs, part) => (part === 0 ? { attempt: nth + 1, waitMs } : { waitMs })),
  ),
  LAST_RECEIVE,
];
