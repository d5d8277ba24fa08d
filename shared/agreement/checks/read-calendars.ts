import type { HolidayCalendar } from '../../ports/holiday-calendar.ts';
import { countryMeant } from '../codes/countries.ts';
import { didYouMean } from '../codes/did-you-mean.ts';
import type { RepsFile } from '../files/reps.ts';
import { type Finding, quote } from './finding.ts';

export interface Calendars {
  /** Dates by the name of the calendar. */
  readonly holidays: ReadonlyMap<string, readonly string[]>;
  readonly findings: readonly Finding[];
}

/** The same part of the country that may be meant. */
const calendarMeant = (name: string): string | undefined => {
  const [country = '', ...part] = name.split('-');
  const meant = countryMeant(country);
  return meant === undefined ? undefined : [meant, ...part].join('-');
};

/** The public holidays of the calendars that reps have, from the year before to three after it, and those unknown. */
export const readCalendars = async (
  { reps }: RepsFile,
  { year, calendar: source }: { readonly year: number; readonly calendar: HolidayCalendar },
): Promise<Calendars> => {
  const years = [-1, 0, 1, 2, 3].map((after) => year + after);
  const holidays = new Map<string, readonly string[]>();
  const problems = new Map<string, string>();
  for (const name of new Set(reps.flatMap(({ calendar }) => calendar ?? []))) {
    const dates = await source.publicHolidays(name, years);
    if (dates !== undefined) {
      holidays.set(name, dates);
      continue;
    }
    const meant = calendarMeant(name);
    const isKnown = meant !== undefined && (await source.publicHolidays(meant, [year])) !== undefined;
    const hint = didYouMean(isKnown ? [meant] : [], ', expected a country or a part of one such as DE or DE-BY');
    problems.set(name, `unknown calendar ${quote(name)}${hint}`);
  }
  const findings = reps.flatMap(({ calendar = '' }, i): readonly Finding[] => {
    const message = problems.get(calendar);
    return message === undefined ? [] : [{ file: 'reps', path: ['reps', i, 'calendar'], message }];
  });
  return { holidays, findings };
};
