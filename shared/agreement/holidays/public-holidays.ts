import { DAY_MS, HOUR_MS } from '../../domain/time/durations.ts';
import type { Holiday, HolidayCalendar } from '../../ports/holiday-calendar.ts';
import { missingHolidays } from './missing-holidays.ts';

/** The dates that a holiday takes up from its first; one on which part of the day is free counts. */
const datesOf = (first: string, lengthMs: number): string[] => {
  const start = Date.parse(`${first}T00:00:00Z`);
  // An hour less, since the last day may be an hour longer at the end of summer time.
  const days = Math.max(1, Math.ceil((lengthMs - HOUR_MS) / DAY_MS));
  return Array.from({ length: days }, (_, i) => new Date(start + i * DAY_MS).toISOString().slice(0, 10));
};

/** One of each date, the first that is named, rising. */
const byDate = (holidays: readonly Holiday[]): readonly Holiday[] => {
  const named = new Map(holidays.toReversed().map((holiday) => [holiday.date, holiday]));
  return [...named.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
};

/**
 * Public holidays from the date-holidays data and what they lack, substitute days included. The data are large, so they
 * are loaded when the first calendar is asked for, and only where agreements are compiled.
 */
export const createPublicHolidays = (): HolidayCalendar => ({
  publicHolidays: async (calendar, years) => {
    const { default: Holidays } = await import('date-holidays');
    const all = new Holidays();
    const [country = '', part, region, ...more] = calendar.split('-');
    const known =
      more.length === 0 &&
      Object.hasOwn(all.getCountries(), country) &&
      (part === undefined || Object.hasOwn(all.getStates(country) ?? {}, part)) &&
      (part === undefined || region === undefined || Object.hasOwn(all.getRegions(country, part) ?? {}, region));
    if (!known) return undefined;
    all.init(
      { country, ...(part === undefined ? {} : { state: part }), ...(region === undefined ? {} : { region }) },
      { languages: ['en'] },
    );
    const found = years.flatMap((year) =>
      all.getHolidays(year).flatMap(({ type, name, date, start, end }) => {
        if (type !== 'public') return [];
        return datesOf(date.slice(0, 10), end.getTime() - start.getTime()).map((day) => ({ date: day, name }));
      }),
    );
    return byDate([...found, ...missingHolidays(calendar, years)]);
  },
});
