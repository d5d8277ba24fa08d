import { zoneNamed } from '../../../examples/zone-named.ts';
import type { Opening, Schedule } from '../../../shared/domain/time/schedule.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const at = (text: string): number => Date.parse(text);

/** For messages that a reader can compare. */
export const iso = (instant: number | undefined): string =>
  instant === undefined ? 'never' : new Date(instant).toISOString();

export const hours = (from: number, to: number): Opening => ({ from: from * 60, to: to * 60 });

export const everyDay = (from: number, to: number): Schedule['week'] =>
  Array.from({ length: 7 }, () => [hours(from, to)]);

/** Nine to five, Monday to Friday, unless `rest` says otherwise. */
export const schedule = (timeZone: string, rest: Partial<Schedule> = {}): Schedule => ({
  zone: zoneNamed(timeZone),
  week: Array.from({ length: 7 }, (_, day) => (day < 5 ? [hours(9, 17)] : [])),
  holidays: [],
  dateHours: {},
  breaks: {},
  away: [],
  ...rest,
});
