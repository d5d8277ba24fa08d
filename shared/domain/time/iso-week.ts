import { DAY_MS } from './durations.ts';
import { dateOf, weekdayOf } from './zone.ts';

/** Days of a week. */
export const WEEK_DAYS = 7;

/** Ten years: what is counted by weeks has no more of them, for the century before a mistyped year is no history. */
export const MOST_WEEKS = 520;

/** Thursday, whose year is the year of its week. */
const THURSDAY = 3;

/** The Monday of a day's week; days are counted from 1970-01-01. */
export const mondayOf = (day: number): number => day - weekdayOf(day);

/** The ISO 8601 name of the week that begins on a Monday, such as `2026-W47`. */
export const weekNamed = (monday: number): string => {
  const [year = ''] = dateOf(monday + THURSDAY).split('-');
  const newYear = Date.parse(`${year}-01-01`) / DAY_MS;
  const number = Math.floor((monday + THURSDAY - newYear) / WEEK_DAYS) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
};
