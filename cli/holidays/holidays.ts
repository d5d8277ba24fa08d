import type { Writable } from 'node:stream';
import { type DateRange, daysOff } from '../../shared/agreement/holidays/days-off.ts';
import { createPublicHolidays } from '../../shared/agreement/holidays/public-holidays.ts';
import { HOLIDAY_YEARS_AFTER, loadAgreement } from '../../shared/agreement/load-agreement.ts';
import { formatProblem } from '../../shared/agreement/problem.ts';
import { UnsoundAgreement } from '../../shared/agreement/unsound-agreement.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { UsageError } from '../command-line/failure.ts';
import { createOutput } from '../output.ts';
import { holidaysJson, printHolidays } from './print-holidays.ts';

export interface HolidaysOptions {
  readonly agreement: string;
  /** `YYYY-MM-DD`, both included. */
  readonly from?: string;
  readonly until?: string;
  readonly json: boolean;
  /** Epoch milliseconds: today, where no date is given. */
  readonly now: Instant;
}

const dateOf = (instant: Instant): string => new Date(instant).toISOString().slice(0, 10);

const yearOf = (date: string): number => Number(date.slice(0, 4));

const rangeOf = ({ from = '', until = '', now }: HolidaysOptions): DateRange => {
  const first = from || dateOf(now);
  const last = until || `${yearOf(first) + 1}${first.slice(4)}`;
  if (last < first) throw new UsageError(`--until '${last}' lies before --from '${first}'`);
  if (yearOf(last) > yearOf(first) + HOLIDAY_YEARS_AFTER) {
    throw new UsageError(`--until '${last}' lies more than ${HOLIDAY_YEARS_AFTER} years after --from '${first}'`);
  }
  return { from: first, to: last };
};

/** Lists whose day off is when. Throws UnsoundAgreement, and UsageError for dates that do not go together. */
export const holidays = async (options: HolidaysOptions, stdout: Writable): Promise<void> => {
  const range = rangeOf(options);
  const from = Date.parse(range.from);
  const loaded = await loadAgreement(options.agreement, {
    year: yearOf(range.from),
    from,
    calendar: createPublicHolidays(),
  });
  if ('problems' in loaded) throw new UnsoundAgreement(loaded.problems.map(formatProblem));
  const { reps } = loaded.files.reps;
  const found = daysOff(reps, loaded.calendars, range);
  const output = createOutput(stdout);
  const without = reps.filter(({ calendar }) => calendar === undefined);
  if (options.json) output.line(JSON.stringify(holidaysJson(found, without, range), null, 2));
  else printHolidays(found, without, range, output.line);
  await output.flush(true);
};
