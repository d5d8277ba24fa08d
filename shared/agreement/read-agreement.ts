import type { Agreement } from '../domain/agreement/agreement.ts';
import { createPublicHolidays } from './holidays/public-holidays.ts';
import { formatProblem, loadAgreement } from './load-agreement.ts';
import { UnsoundAgreement } from './unsound-agreement.ts';

/**
 * Loads, checks and compiles the agreement in a folder. `year` is about when its holidays are needed; those
 * of the year before and three after it are compiled in. Teams must be at work in the year after `from` (epoch
 * milliseconds): by default from now, or from the start of a `year` that is given. Throws UnsoundAgreement.
 */
export const readAgreement = async (
  folder: string,
  year?: number,
  from = year === undefined ? Date.now() : Date.UTC(year, 0, 1),
): Promise<Agreement> => {
  const options = { year: year ?? new Date(from).getUTCFullYear(), from, calendar: createPublicHolidays() };
  const loaded = await loadAgreement(folder, options);
  if ('problems' in loaded) throw new UnsoundAgreement(loaded.problems.map(formatProblem));
  return loaded.agreement;
};
