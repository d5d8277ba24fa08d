import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneNamed } from '../../examples/zone-named.ts';
import { zoneWithin } from '../../shared/agreement/zones/zone-within.ts';
import type { Opening, Schedule } from '../../shared/domain/time/schedule.ts';
import {
  addWorking,
  elapsedWorking,
  isOpen,
  nextOpening,
  subtractWorking,
} from '../../shared/domain/time/working-time.ts';
import { openSteps, STEP } from '../support/working-time/naive-hours.ts';
import { at, HOUR, iso } from '../support/working-time/schedules.ts';

const DAY = 24 * HOUR;

/** Zones with whole, half and quarter hours, and the days around which their clocks change. */
const around = (...dates: string[]) => dates.map((date) => at(`${date}T00:00:00Z`));
const EUROPE = around('2026-03-29', '2026-10-25', '2026-06-15');
const places = [
  { timeZone: 'Europe/Berlin', days: EUROPE },
  { timeZone: 'Europe/London', days: EUROPE },
  { timeZone: 'America/New_York', days: around('2026-03-08', '2026-11-01') },
  { timeZone: 'America/St_Johns', days: around('2026-03-08', '2026-11-01') },
  { timeZone: 'America/Havana', days: around('2024-03-10', '2024-11-03') },
  { timeZone: 'Africa/Cairo', days: around('2026-04-24', '2026-10-30') },
  { timeZone: 'Australia/Lord_Howe', days: around('2026-04-05', '2026-10-04') },
  { timeZone: 'Pacific/Apia', days: around('2011-12-30') },
  { timeZone: 'Pacific/Auckland', days: around('2026-04-05', '2026-09-27') },
  { timeZone: 'Asia/Kathmandu', days: around('2026-01-01') },
  { timeZone: 'UTC', days: around('2026-12-31') },
];

/** Those of all the days, so that a counterexample can be read. */
const YEARS = { from: Date.UTC(2010, 0, 1), to: Date.UTC(2028, 0, 1) };

const opening = fc
  .tuple(fc.integer({ min: 0, max: 96 }), fc.integer({ min: 0, max: 96 }))
  .map(([a, b]): Opening => ({ from: Math.min(a, b) * 15, to: Math.max(a, b) * 15 }));
/** From the evening into the next day. */
const night = fc
  .tuple(fc.integer({ min: 48, max: 95 }), fc.integer({ min: 97, max: 144 }))
  .map(([from, to]): Opening => ({ from: from * 15, to: to * 15 }));
const openings = fc.array(fc.oneof({ weight: 4, arbitrary: opening }, night), { maxLength: 3 });
const breaks = fc.array(opening, { maxLength: 3 });

/** A schedule whose dates lie within a few days of `start`, on a quarter of an hour. */
const situation = fc.constantFrom(...places).chain(({ timeZone, days }) =>
  fc.constantFrom(...days).chain((day) => {
    const date = fc.integer({ min: -3, max: 3 }).map((away) => new Date(day + away * DAY).toISOString().slice(0, 10));
    const schedule: fc.Arbitrary<Schedule> = fc.record({
      zone: fc.constant(zoneWithin(zoneNamed(timeZone), YEARS)),
      week: fc.array(openings, { minLength: 7, maxLength: 7 }),
      holidays: fc.array(date, { maxLength: 1 }),
      dateHours: fc.dictionary(date, openings, { maxKeys: 2, noNullPrototype: true }),
      breaks: fc.dictionary(date, breaks, { maxKeys: 2, noNullPrototype: true }),
      away: fc.array(
        date.map((only) => ({ from: only, to: only })),
        { maxLength: 1 },
      ),
    });
    const start = fc.integer({ min: -2 * 96, max: 2 * 96 }).map((quarters) => day + quarters * STEP);
    return fc.record({ schedule, start });
  }),
);

const instantNear = (start: number) => fc.integer({ min: -10 * DAY, max: 10 * DAY }).map((ms) => start + ms);
const precise = situation.chain(({ schedule, start }) =>
  fc.record({
    schedule: fc.constant(schedule),
    start: instantNear(start),
    later: instantNear(start),
    ms: fc.integer({ min: 1, max: 60 * HOUR }),
    more: fc.integer({ min: 0, max: 60 * HOUR }),
    pauses: fc.array(
      fc
        .tuple(instantNear(start), fc.integer({ min: 0, max: 2 * DAY }))
        .map(([from, length]) => ({ from, to: from + length })),
      { maxLength: 3 },
    ),
  }),
);

/** Never works in the two years ahead, so that there is nothing to compare. */
const orNever = (instant: number | undefined): number => instant ?? Number.POSITIVE_INFINITY;

describe('working time, beside a clock that is watched step by step', () => {
  it('is open, elapses, comes due and is taken back as the watched clock says', () => {
    fc.assert(
      fc.property(situation, fc.nat({ max: 60 }), ({ schedule, start }, steps) => {
        const span = 3 * DAY;
        const open = openSteps(schedule, start, start + span);
        expect(open.map((_, index) => isOpen(schedule, start + index * STEP))).toEqual(open);
        const starts = open.flatMap((isOpenThen, index) => (isOpenThen ? [start + index * STEP] : []));
        expect(elapsedWorking(schedule, start, start + span)).toBe(starts.length * STEP);
        expect(iso(nextOpening(schedule, start))).toBe(iso(starts[0] ?? nextOpening(schedule, start + span)));
        const [last, firstFromEnd] = [starts[steps], starts.at(-1 - steps)];
        if (last !== undefined) expect(iso(addWorking(schedule, start, (steps + 1) * STEP))).toBe(iso(last + STEP));
        if (firstFromEnd !== undefined) {
          expect(iso(subtractWorking(schedule, start + span, (steps + 1) * STEP))).toBe(iso(firstFromEnd));
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('working time', () => {
  it('elapses between a start and its deadline exactly as much as was added', () => {
    fc.assert(
      fc.property(precise, ({ schedule, start, ms }) => {
        const due = addWorking(schedule, start, ms);
        if (due !== undefined) expect(elapsedWorking(schedule, start, due)).toBe(ms);
      }),
    );
  });

  it('runs out at an instant of work or at a closing, and a moment sooner has not run out', () => {
    fc.assert(
      fc.property(precise, ({ schedule, start, ms }) => {
        const due = addWorking(schedule, start, ms);
        if (due === undefined) return;
        expect(isOpen(schedule, due - 1)).toBe(true);
        expect(elapsedWorking(schedule, start, due - 1)).toBe(ms - 1);
      }),
    );
  });

  it('taken back from the deadline leads to where work began', () => {
    fc.assert(
      fc.property(precise, ({ schedule, start, ms }) => {
        const due = addWorking(schedule, start, ms);
        if (due !== undefined) expect(iso(subtractWorking(schedule, due, ms))).toBe(iso(nextOpening(schedule, start)));
      }),
    );
  });

  it('never makes a later start or a longer time due sooner', () => {
    fc.assert(
      fc.property(precise, ({ schedule, start, later, ms, more, pauses }) => {
        const [first, second] = [Math.min(start, later), Math.max(start, later)];
        const due = orNever(addWorking(schedule, first, ms, pauses));
        expect(orNever(addWorking(schedule, second, ms, pauses))).toBeGreaterThanOrEqual(due);
        expect(orNever(addWorking(schedule, first, ms + more, pauses))).toBeGreaterThanOrEqual(due);
        expect(orNever(addWorking(schedule, first, ms))).toBeLessThanOrEqual(due);
      }),
    );
  });

  it('adds up over any instant in between', () => {
    fc.assert(
      fc.property(precise, ({ schedule, start, later, more }) => {
        const between = start + more;
        const whole = elapsedWorking(schedule, start, later);
        expect(elapsedWorking(schedule, start, between) + elapsedWorking(schedule, between, later)).toBe(whole);
      }),
    );
  });

  it('stands still in a pause', () => {
    fc.assert(
      fc.property(precise, ({ schedule, start, ms, pauses }) => {
        const [pause] = pauses;
        const due = addWorking(schedule, start, ms, pauses.slice(0, 1));
        if (pause === undefined || due === undefined) return;
        const [from, to] = [Math.max(pause.from, start), Math.min(pause.to, due)];
        const paused = from < to ? elapsedWorking(schedule, from, to) : 0;
        expect(elapsedWorking(schedule, start, due) - paused).toBe(ms);
      }),
    );
  });
});
