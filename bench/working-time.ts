import moment from 'moment-business-time';
import { Bench } from 'tinybench';
import { createDice } from '../examples/dice.ts';
import { zoneNamed } from '../examples/zone-named.ts';
import { zoneWithin } from '../shared/agreement/zones/zone-within.ts';
import type { Schedule } from '../shared/domain/time/schedule.ts';
import { addWorking, elapsedWorking, subtractWorking } from '../shared/domain/time/working-time.ts';
import { printTable } from './table.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SPAN = 30 * DAY;
/** Spans that all must reckon alike before any is timed. */
const SPANS = 200;
/** Both changes of the clocks are among the instants. */
const YEAR = Date.UTC(2027, 0, 1);

/** What all three can say, and reckon alike: one opening on each working day in one zone, and some days off. */
const ZONE = 'Europe/Berlin';
const HOURS = { from: 9 * 60, to: 17 * 60 + 30 };
const HOLIDAYS = ['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-06', '2027-05-17', '2027-12-24'];

const SCHEDULE: Schedule = {
  zone: zoneWithin(zoneNamed(ZONE), { from: Date.UTC(2026, 0, 1), to: Date.UTC(2038, 0, 1) }),
  week: [[HOURS], [HOURS], [HOURS], [HOURS], [HOURS], [], []],
  holidays: HOLIDAYS,
  dateHours: {},
  breaks: {},
  away: [],
};

/** Arithmetic of working time; instants in epoch milliseconds, durations in minutes. */
interface Reckoner {
  readonly name: string;
  add(start: number, minutes: number): number | undefined;
  subtract(end: number, minutes: number): number | undefined;
  elapsed(start: number, end: number): number;
}

const goldenHour = (name: string, schedule: () => Schedule): Reckoner => ({
  name,
  add: (start, minutes) => addWorking(schedule(), start, minutes * MINUTE),
  subtract: (end, minutes) => subtractWorking(schedule(), end, minutes * MINUTE),
  elapsed: (start, end) => elapsedWorking(schedule(), start, end) / MINUTE,
});

/** What it has found out of a schedule's days it remembers, as of a rep's in a function that goes on. */
const ours = goldenHour('golden-hour', () => SCHEDULE);
const oursAnew = goldenHour('at first', () => ({ ...SCHEDULE }));

const clockTime = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60, 0].map((part) => String(part).padStart(2, '0')).join(':');

/**
 * Hours and days off belong to moment's locale, of which a process has one at a time, and the zone is the
 * process's: there is no schedule for each person. Hours are those of a weekday, not of a date, and none run over
 * midnight. Of days with a lunch break `workingDiff` of 2.0.0 tells too little: what lies between the end and a later
 * opening of its day is taken off.
 */
const momentBusinessTime = (): Reckoner => {
  const open = [clockTime(HOURS.from), clockTime(HOURS.to)];
  const workinghours = { 0: null, 1: open, 2: open, 3: open, 4: open, 5: open, 6: null };
  moment.updateLocale('en', { workinghours, holidays: HOLIDAYS });
  return {
    name: 'moment-business-time',
    add: (start, minutes) => moment(start).addWorkingTime(minutes, 'minutes').valueOf(),
    subtract: (end, minutes) => moment(end).subtractWorkingTime(minutes, 'minutes').valueOf(),
    elapsed: (start, end) => moment(end).workingDiff(moment(start), 'minutes'),
  };
};

const isOpen = (instant: number): boolean => {
  const at = new Date(instant);
  if (at.getDay() === 0 || at.getDay() === 6) return false;
  const minute = at.getHours() * 60 + at.getMinutes();
  if (minute < HOURS.from || minute >= HOURS.to) return false;
  const [month, day] = [at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0'));
  return !HOLIDAYS.includes(`${at.getFullYear()}-${month}-${day}`);
};

/** The loop that people write first: it looks at every minute, in the process's zone. */
const minuteLoop: Reckoner = {
  name: 'loop by minutes',
  add: (start, minutes) => {
    let at = start;
    for (let left = minutes; left > 0; at += MINUTE) if (isOpen(at)) left -= 1;
    return at;
  },
  subtract: (end, minutes) => {
    let at = end;
    for (let left = minutes; left > 0; ) {
      at -= MINUTE;
      if (isOpen(at)) left -= 1;
    }
    return at;
  },
  elapsed: (start, end) => {
    let minutes = 0;
    for (let at = start; at < end; at += MINUTE) if (isOpen(at)) minutes += 1;
    return minutes;
  },
};

interface Span {
  readonly start: number;
  readonly end: number;
  /** Working time between them. */
  readonly minutes: number;
}

const makeSpans = (): readonly Span[] => {
  const dice = createDice(1);
  return Array.from({ length: SPANS }, () => {
    const start = YEAR + dice.between(0, 330 * 24 * 60) * MINUTE;
    const end = start + SPAN;
    return { start, end, minutes: ours.elapsed(start, end) };
  });
};

type Task = (reckoner: Reckoner, span: Span) => number | undefined;

const TASKS: Readonly<Record<string, Task>> = {
  'add 30 days of work': ({ add }, { start, minutes }) => add(start, minutes),
  'subtract 30 days of work': ({ subtract }, { end, minutes }) => subtract(end, minutes),
  'elapsed over 30 days': ({ elapsed }, { start, end }) => elapsed(start, end),
};

const compare = (spans: readonly Span[], reckoners: readonly Reckoner[]): void => {
  for (const [name, task] of Object.entries(TASKS)) {
    for (const span of spans) {
      const told = reckoners.map((reckoner) => task(reckoner, span));
      if (new Set(told).size > 1) throw new Error(`${name} ${JSON.stringify(span)}: ${told.join(', ')}`);
    }
  }
};

const microseconds = (ms: number): string => `${(ms * 1_000).toFixed(ms < 0.01 ? 2 : 0)} us`;

/** In the schedule's zone: the other two know only that of the process. */
const inZone = async (run: () => Promise<void>): Promise<void> => {
  const before = process.env.TZ;
  process.env.TZ = ZONE;
  try {
    await run();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
};

/** Working time over spans of thirty days: by ours, with a schedule that it has not seen before, and by others. */
export const benchWorkingTime = (): Promise<void> =>
  inZone(async () => {
    const reckoners = [ours, oursAnew, momentBusinessTime(), minuteLoop];
    const spans = makeSpans();
    compare(spans, reckoners);
    const rows: string[][] = [];
    for (const [name, task] of Object.entries(TASKS)) {
      const bench = new Bench({ time: 1_000, iterations: 10, warmupTime: 200, warmupIterations: 2 });
      for (const reckoner of reckoners) {
        let index = 0;
        bench.add(reckoner.name, () => {
          const span = spans[index++ % SPANS];
          if (span !== undefined) task(reckoner, span);
        });
      }
      await bench.run();
      const means = bench.tasks.map(({ result }) => (result.state === 'completed' ? result.latency.mean : Number.NaN));
      rows.push([name, ...means.map(microseconds)]);
    }
    printTable('Working time, mean', ['', ...reckoners.map(({ name }) => name)], rows);
  });
