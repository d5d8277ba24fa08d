import type { UsedYears } from '../shared/agreement/load-agreement.ts';
import type { Instant } from '../shared/domain/time/instant.ts';

/** Of one feed. Each costs some ten milliseconds for a calendar of holidays. */
const MOST_YEARS = 24;

/** The years in which leads come, for the agreement that they are played by: those with most instants, at most 24. */
export const usedYears = (instants: Iterable<Instant>): UsedYears => {
  const counts = new Map<number, number>();
  let year = 0;
  let [from, to] = [0, 0];
  for (const at of instants) {
    if (Number.isNaN(at)) continue;
    // Most come in the year of the one before.
    if (at < from || at >= to) {
      year = new Date(at).getUTCFullYear();
      [from, to] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
    }
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const [main = 1970, ...others] = [...counts]
    .sort(([a, n], [b, m]) => m - n || a - b)
    .slice(0, MOST_YEARS)
    .map(([one]) => one);
  return { year: main, alsoYears: others };
};

/** All years from one instant to another, the last ones where there are more. */
export const yearsBetween = (first: Instant, last: Instant): UsedYears => {
  const year = new Date(first).getUTCFullYear();
  const to = Math.max(year, new Date(last).getUTCFullYear());
  const from = Math.max(year, to - MOST_YEARS + 1);
  return { year: from, alsoYears: Array.from({ length: to - from }, (_, i) => from + 1 + i) };
};
