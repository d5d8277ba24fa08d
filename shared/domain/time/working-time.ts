import type { Instant } from './instant.ts';
import { type Interval, without } from './interval.ts';
import { neverOpens, opensOn } from './open-days.ts';
import type { Schedule } from './schedule.ts';
import { localDay } from './zone.ts';

/**
 * Arithmetic of working time. Instants and durations are in milliseconds; durations are real ones, so a Sunday of 25
 * hours that is open all day counts 25. Whoever is open from nine to five is open at nine and not at five.
 *
 * A search gives up after two years in a row without an opening, and after a century in all.
 */
const MAX_IDLE_DAYS = 731;
const MAX_DAYS = 36_525;

export function isOpen(schedule: Schedule, at: Instant): boolean {
  const day = localDay(schedule.zone, at);
  // Where clocks are put back over midnight, the local date is yesterday's again when today's hours have begun.
  return [day, day + 1].some((near) => opensOn(schedule, near).some(({ from, to }) => from <= at && at < to));
}

/** The first open instant at or after `at`; undefined where there is none within two years. */
export function nextOpening(schedule: Schedule, at: Instant): Instant | undefined {
  return addWorking(schedule, at, 0);
}

/**
 * The instant at which `ms` of working time after `start` have passed. Time that runs out at closing is due at that
 * closing, not at the next opening; no time at all (nor less) is due at the first open instant from `start` on.
 * During `pauses` (epoch milliseconds, in any order, they may overlap) the clock stands still, as if it were closed.
 *
 * Undefined where the time never runs out within the bounds above.
 */
export function addWorking(
  schedule: Schedule,
  start: number,
  ms: number,
  pauses: readonly Interval[] = [],
): number | undefined {
  if (neverOpens(schedule)) return undefined;
  const first = localDay(schedule.zone, start);
  let remaining = Math.max(ms, 0);
  for (let day = first, lastRun = first; day < first + MAX_DAYS && day <= lastRun + MAX_IDLE_DAYS; day++) {
    const open = opensOn(schedule, day);
    for (const { from, to } of pauses.length === 0 ? open : without(open, pauses)) {
      const begin = Math.max(from, start);
      if (begin >= to) continue;
      if (remaining <= to - begin) return begin + remaining;
      remaining -= to - begin;
      lastRun = day;
    }
  }
  return undefined;
}

/**
 * The mirror of `addWorking`: the instant from which `ms` of working time pass until `start`. Time that runs out at
 * opening gives that opening; no time at all gives the last instant of work up to `start`, which may be a closing.
 */
export function subtractWorking(schedule: Schedule, start: number, ms: number): Instant | undefined {
  if (neverOpens(schedule)) return undefined;
  const last = localDay(schedule.zone, start) + 1;
  let remaining = Math.max(ms, 0);
  for (let day = last, lastRun = last; day > last - MAX_DAYS && day >= lastRun - MAX_IDLE_DAYS; day--) {
    for (const { from, to } of opensOn(schedule, day).toReversed()) {
      const end = Math.min(to, start);
      if (from >= end) continue;
      if (remaining <= end - from) return end - remaining;
      remaining -= end - from;
      lastRun = day;
    }
  }
  return undefined;
}

/** Working time from `start` to `end`, negative when `end` comes first. Of more than a century, its first century. */
export function elapsedWorking(schedule: Schedule, start: number, end: number): number {
  if (end < start) return 0 - elapsedWorking(schedule, end, start);
  if (neverOpens(schedule)) return 0;
  const first = localDay(schedule.zone, start);
  const last = Math.min(localDay(schedule.zone, end) + 1, first + MAX_DAYS);
  let elapsed = 0;
  for (let day = first; day <= last; day++) {
    for (const { from, to } of opensOn(schedule, day)) {
      elapsed += Math.max(0, Math.min(to, end) - Math.max(from, start));
    }
  }
  return elapsed;
}
