import { parseDuration } from '../../shared/domain/time/iso-duration.ts';

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

/** Milliseconds, or an ISO 8601 duration, in the two greatest units that it has: `2 h 5 min`, `40 s`. */
export const readableDuration = (duration: number | string): string => {
  let left = typeof duration === 'number' ? duration : (parseDuration(duration) ?? 0);
  const parts: string[] = [];
  for (const [unit, ms] of UNITS) {
    const count = Math.floor(left / ms);
    left -= count * ms;
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  return parts.slice(0, 2).join(' ') || '0 s';
};
