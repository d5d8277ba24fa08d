import { parseDuration } from './iso-duration.ts';

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

type Unit = (typeof UNITS)[number][0];

/** Seconds say nothing beside days. */
const MOST_UNITS = 3;

/**
 * Milliseconds, or an ISO 8601 duration, for a person to read: from the greatest unit that it has, three units
 * at most, with zeros only inside. `4 h 0 min 54 s`, `2 d 19 h 5 min`, `2 h 5 min`, `40 s`. Hours of work are
 * not counted in days: those have `h` as their greatest unit.
 */
export const readableDuration = (duration: number | string, greatest: Unit = 'd'): string => {
  let left = typeof duration === 'number' ? duration : (parseDuration(duration) ?? 0);
  const counts: { readonly unit: Unit; readonly count: number }[] = [];
  for (const [unit, ms] of UNITS.slice(UNITS.findIndex(([name]) => name === greatest))) {
    const count = Math.floor(left / ms);
    left -= count * ms;
    if (count > 0 || counts.length > 0) counts.push({ unit, count });
  }
  const shown = counts.slice(0, MOST_UNITS);
  const last = shown.findLastIndex(({ count }) => count > 0);
  return (
    shown
      .slice(0, last + 1)
      .map(({ unit, count }) => `${count} ${unit}`)
      .join(' ') || '0 s'
  );
};
