import { statSync } from 'node:fs';
import { formatProblem, loadAgreement } from '../shared/adapters/agreement/load-agreement.ts';
import { createPublicHolidays } from '../shared/adapters/holidays/public-holidays.ts';
import type { Agreement } from '../shared/domain/agreement/agreement.ts';
import { UsageError } from './usage.ts';

/** An agreement that cannot be used; its problems are for stdout, as `check` gives them. */
export class UnsoundAgreement extends Error {
  readonly code = 'UNSOUND_AGREEMENT';
  constructor(readonly problems: readonly string[]) {
    super(`the agreement has ${problems.length} problem${problems.length === 1 ? '' : 's'}`);
    this.name = 'UnsoundAgreement';
  }
}

/** Loads and checks an agreement; `year` is about when its holidays are needed. */
export const readAgreement = async (folder: string, year: number): Promise<Agreement> => {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`${folder} is not a folder`);
  const loaded = await loadAgreement(folder, { year, calendar: createPublicHolidays() });
  if ('problems' in loaded) throw new UnsoundAgreement(loaded.problems.map((problem) => formatProblem(problem)));
  return loaded.agreement;
};
