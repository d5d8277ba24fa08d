/**
 * Dollars for each unit, from AWS's price list of us-east-1, November 2026, without any free tier. What is in millions
 * there is divided here. Duties of a person, such as the fees of an SMS or an e-mail, are left out.
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

/** What a function takes at most on the average, by what was seen on MiniStack, in seconds. Nothing else here is assumed. */
export const SECONDS = 0.06;

/** What an invocation logs with its metrics, in gigabytes: three lines of Lambda's own, and one of metrics. */
export const LOG_GB = 1.2e-6;
