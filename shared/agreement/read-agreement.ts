import type { Agreement } from '../domain/agreement/agreement.ts';
import { createPublicHolidays } from './holidays/public-holidays.ts';
import { loadAgreement, type UsedYears } from './load-agreement.ts';
import { formatProblem } from './problem.ts';
import { UnsoundAgreement } from './unsound-agreement.ts';

/**
 * Loads, checks and compiles the agreement in a folder, for the year or the years in which it is used: by default that
 * of `from`. Teams must be at work in the year after `from` (epoch milliseconds): by default from now, or from the start
 * of the year that is given. Throws UnsoundAgreement.
 */
export const readAgreement = async (folder: string, used?: number | UsedYears, from?: number): Promise<Agreement> => {
  const now = from ?? Date.now();
  const years = typeof used === 'object' ? used : { year: used ?? new Date(now).getUTCFullYear() };
  const start = from ?? (used === undefined ? now : Date.UTC(years.year, 0, 1));
  const loaded = await loadAgreement(folder, { ...years, from: start, calendar: createPublicHolidays() });
  if ('problems' in loaded) throw new UnsoundAgreement(loaded.problems.map(formatProblem));
  return loaded.agreement;
};
