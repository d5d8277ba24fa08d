import type { Hole, TerritoryPromise } from '../../shared/agreement/analysis/promise/alert-promise.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/domain/time/durations.ts';
import { readableDuration } from '../../shared/domain/time/readable-duration.ts';
import { alikeDays } from './alike-days.ts';
import { localClock } from './local-clock.ts';
import { type Reach, reachByHour } from './reach-hours.ts';

type Print = (line: string) => void;
type NameOf = (rep: string) => string;

const CELL = 5;

const cell = ({ ms }: Reach, withinMs: number): string => {
  if (ms === 0) return '.';
  const late = ms > withinMs ? '!' : '';
  if (!Number.isFinite(ms)) return `?${late}`;
  if (ms <= HOUR_MS) return `${Math.ceil(ms / MINUTE_MS)}m${late}`;
  return ms < 2 * DAY_MS ? `${Math.ceil(ms / HOUR_MS)}h${late}` : `${Math.ceil(ms / DAY_MS)}d${late}`;
};

const grid = (texts: readonly string[]): string => texts.map((text) => text.padStart(CELL)).join('');

/** `00:00-08:00 Ana, Ben; 08:00-24:00 Cem`: hours after each other with the same people are one stretch. */
const peopleOf = (day: readonly Reach[], nameOf: NameOf): string => {
  const stretches: { readonly from: number; to: number; readonly people: string }[] = [];
  day.forEach(({ by }, hour) => {
    const people = by.length === 0 ? 'nobody' : by.map(nameOf).join(', ');
    const last = stretches.at(-1);
    if (last?.people === people) last.to = hour + 1;
    else stretches.push({ from: hour, to: hour + 1, people });
  });
  return stretches
    .map(({ from, to, people }) => `${localClock(from * 60)}-${localClock(to * 60)} ${people}`)
    .join('; ');
};

const printTerritory = (one: TerritoryPromise, withinMs: number, nameOf: NameOf, print: Print): void => {
  const week = reachByHour(one);
  print('');
  print(`  ${one.territory}, hours of ${one.zone.name}`);
  const days = alikeDays(week.map((day) => grid(day.map((reach) => cell(reach, withinMs)))));
  const people = alikeDays(week.map((day) => peopleOf(day, nameOf)));
  const width = Math.max(...[...days, ...people].map((run) => run.days.length));
  print(`    ${' '.repeat(width)}${grid(Array.from({ length: 24 }, (_, hour) => String(hour)))}`);
  for (const run of days) print(`    ${run.days.padEnd(width)}${run.text}`);
  for (const run of people) print(`    ${run.days.padEnd(width)}  ${run.text}`);
};

/** Within how long a hot lead reaches somebody, hour by hour, and whom, for a person to read. */
export const printReach = (
  promises: readonly TerritoryPromise[],
  withinMs: number,
  { nameOf, print }: { readonly nameOf: NameOf; readonly print: Print },
): void => {
  print('Within how long a hot lead reaches somebody who is at work, and whom');
  print(`  . is at once; ! is later than the ${readableDuration(withinMs)} that are promised`);
  for (const one of promises) printTerritory(one, withinMs, nameOf, print);
};

const when = ({ weekday, dates }: Hole): string => {
  if (dates === undefined) return `every ${weekday}`;
  const more = dates.length === 1 ? '' : ` and ${dates.length - 1} more`;
  return `${weekday} ${dates[0]}${more}`;
};

/** A line for each stretch of hours in which the promise cannot be kept. */
export const printHoles = (promises: readonly TerritoryPromise[], print: Print): void => {
  for (const { territory, zone, holes } of promises) {
    for (const hole of holes) {
      print(`${territory}: ${when(hole)} ${localClock(hole.from)}-${localClock(hole.to)} ${zone.name}`);
    }
  }
};
