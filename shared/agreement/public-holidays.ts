import { DAY_MS, HOUR_MS } from '../domain/time/durations.ts';
import type { HolidayCalendar } from '../ports/holiday-calendar.ts';

/** The dates that a holiday takes up from its first; one on which part of the day is free counts. */
const datesOf = (first: string, lengthMs: number): string[] => {
  const start = Date.parse(`${first}T00:00:00Z`);
  // An hour less, since the last day may be an hour longer at the end of summer time.
  const days = Math.max(1, Math.ceil((lengthMs - HOUR_MS) / DAY_MS));
  return Array.from({ length: days }, (_, i) => new Date(start + i * DAY_MS).toISOString().slice(0, 10));
};

/**
 * Public holidays from the date-holidays data, substitute days included. The data are large, so they
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
    all.init({
      country,
      ...(part === undefined ? {} : { state: part }),
      ...(region === undefined ? {} : { region }),
    });
    const dates = new Set<string>();
    for (const year of years) {
      for (const { type, date, start, end } of all.getHolidays(year)) {
        if (type !== 'public') continue;
        for (const day of datesOf(date.slice(0, 10), end.getTime() - start.getTime())) dates.add(day);
      }
    }
    return [...dates].sort();
  },
});
