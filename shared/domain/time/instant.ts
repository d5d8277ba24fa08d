/** An instant in state, commands and decisions: epoch milliseconds. A length of time is a number whose name ends in `Ms`. */
export type Instant = number;

/** An instant in events, facts and decision records: ISO 8601 in UTC, to the millisecond. */
export type IsoInstant = string;

/** A commit writes one instant again and again: the last is remembered. */
let last = { instant: 0, iso: new Date(0).toISOString() };

/** Texts sort as their instants do, from the year 0 to 9999: the table's indexes depend on it. */
export const toIso = (instant: Instant): IsoInstant => {
  if (instant !== last.instant) last = { instant, iso: new Date(instant).toISOString() };
  return last.iso;
};
