import type { Opening, Schedule } from '../../../shared/domain/time/schedule.ts';

/** A quarter of an hour: what the openings, zones and changes of the model are multiples of. */
export const STEP = 900_000;
const DAY = 86_400_000;

/**
 * Whether `schedule` is open in each step from `from` to `to`, found by watching the local clock step by step. A time of
 * day counts as reached once the clock has shown it or a later one of that day, also when it is put back afterwards.
 */
export function openSteps(schedule: Schedule, from: number, to: number): boolean[] {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: schedule.zone.name,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const open: boolean[] = [];
  let furthest = '';
  // Two days before, so that a clock put back across `from` is seen.
  for (let at = from - 2 * DAY; at < to; at += STEP) {
    const shown = format.format(at);
    if (shown > furthest) furthest = shown;
    if (at >= from) open.push(isOpenThen(schedule, furthest.slice(0, 10), furthest.slice(11, 16)));
  }
  return open;
}

function isOpenThen(schedule: Schedule, date: string, time: string): boolean {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const now = hour * 60 + minute;
  const inBreak = (schedule.breaks[date] ?? []).some(({ from, to }) => from <= now && now < to);
  const yesterday = new Date(Date.parse(date) - DAY).toISOString().slice(0, 10);
  return !inBreak && (isShift(schedule, date, now) || isShift(schedule, yesterday, now + 1_440));
}

/** Whether a shift that began on `date` runs so many minutes after its midnight. */
function isShift(schedule: Schedule, date: string, minute: number): boolean {
  const closed = schedule.holidays.includes(date) || schedule.away.some(({ from, to }) => from <= date && date <= to);
  const weekday = (new Date(date).getUTCDay() + 6) % 7;
  const openings: readonly Opening[] = schedule.dateHours[date] ?? schedule.week[weekday] ?? [];
  return !closed && openings.some(({ from, to }) => from <= minute && minute < to);
}
