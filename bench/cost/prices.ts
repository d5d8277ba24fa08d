/**
 * Dollars for each unit: list prices of us-east-1 as they were known in November 2026, without any free tier. Look them up
 * anew before you decide by them. What SMS and e-mail cost beside a call of SNS is left out.
 */
export const PRICES = {
  /** Of the table, on demand. */
  writeUnit: 0.625 / 1e6,
  readUnit: 0.125 / 1e6,
  busEvent: 1 / 1e6,
  queueRequest: 0.4 / 1e6,
  invocation: 0.2 / 1e6,
  /** Arm. */
  gigabyteSecond: 0.0000133334,
  state: 25 / 1e6,
  publish: 0.5 / 1e6,
  logGigabyte: 0.5,
  alarm: 0.1,
} as const;

/** When and where these prices held. */
export const PRICES_OF = { date: 'November 2026', region: 'us-east-1' } as const;

/** A function has so much memory (infra/constructs/service-function.ts). */
export const MEMORY_GB = 0.5;

/** Assumed: what an invocation takes on the average, in seconds. */
export const SECONDS = 0.06;

/** Assumed: what an invocation logs, in gigabytes: three lines of Lambda's own, and one of metrics. */
export const LOG_GB = 1.2e-6;
