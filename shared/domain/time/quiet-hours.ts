import { DAY_MS, MINUTE_MS } from './durations.ts';
import type { Instant } from './instant.ts';
import { localDay, minuteOfDay, nextInstantOf, type Zone } from './zone.ts';

/**
 * The instant at which the quiet interval that holds `at` ends; undefined when `at` is not quiet.
 *
 * `quiet` is in minutes of the local day, half open; where `from` lies after `to` it runs over midnight, where they are
 * equal nothing is quiet.
 */
export function endOfQuiet(
  zone: Zone,
  quiet: { readonly from: number; readonly to: number },
  at: Instant,
): number | undefined {
  const minute = minuteOfDay(zone, at);
  const overMidnight = quiet.from > quiet.to;
  const evening = overMidnight && minute >= quiet.from;
  const morning = minute < quiet.to && (overMidnight || minute >= quiet.from);
  if (!evening && !morning) return undefined;
  const day = localDay(zone, at) + (evening ? 1 : 0);
  return nextInstantOf(zone, day * DAY_MS + quiet.to * MINUTE_MS, at);
}
