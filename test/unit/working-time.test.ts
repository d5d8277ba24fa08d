import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../shared/domain/time/schedule.ts';
import {
  addWorking,
  elapsedWorking,
  isOpen,
  nextOpening,
  subtractWorking,
} from '../../shared/domain/time/working-time.ts';
import { at, everyDay, HOUR, hours, iso, schedule } from '../support/working-time/schedules.ts';
import { casesFile, readWorkingTimeCases } from '../support/working-time/working-time-cases.ts';

const cases = readWorkingTimeCases();

describe.skipIf(cases === undefined)(
  cases === undefined
    ? `working time, on cases of other systems: WORKING_TIME_CASES names no file (${casesFile})`
    : 'working time, on cases of other systems',
  () => {
    it('reads at least one case', () => {
      expect(cases?.length).toBeGreaterThan(0);
    });

    it.each(cases ?? [])('$given.op: $id', ({ given, schedule, at, pauses }) => {
      const start = at(given.start);
      switch (given.op) {
        case 'add':
        case 'add_paused':
          expect(iso(addWorking(schedule, start, given.seconds * 1_000, pauses))).toBe(iso(at(given.expected)));
          break;
        case 'sub':
          expect(iso(subtractWorking(schedule, start, given.seconds * 1_000))).toBe(iso(at(given.expected)));
          break;
        case 'next_open':
          expect(iso(nextOpening(schedule, start))).toBe(iso(at(given.expected)));
          break;
        case 'is_open':
          expect(isOpen(schedule, start)).toBe(given.expected);
          break;
        case 'elapsed':
          // The other systems report whole seconds, whatever the fractions of start and end.
          expect(Math.round(elapsedWorking(schedule, start, at(given.end)) / 1_000)).toBe(given.expected);
          break;
      }
    });
  },
);

describe('a working day', () => {
  const berlin = schedule('Europe/Berlin');

  it('is open at opening and closed at closing', () => {
    expect(isOpen(berlin, at('2026-03-02T09:00:00+01:00'))).toBe(true);
    expect(isOpen(berlin, at('2026-03-02T09:00:00+01:00') - 1)).toBe(false);
    expect(isOpen(berlin, at('2026-03-02T17:00:00+01:00') - 1)).toBe(true);
    expect(isOpen(berlin, at('2026-03-02T17:00:00+01:00'))).toBe(false);
  });

  it('makes a deadline that runs out at closing due at closing, and a millisecond more due after the next opening', () => {
    const start = at('2026-03-02T16:00:00+01:00');
    expect(iso(addWorking(berlin, start, HOUR))).toBe('2026-03-02T16:00:00.000Z');
    expect(iso(addWorking(berlin, start, HOUR + 1))).toBe('2026-03-03T08:00:00.001Z');
  });

  it('starts a deadline that is set on Saturday evening on Monday morning', () => {
    expect(iso(addWorking(berlin, at('2026-03-07T18:30:00+01:00'), HOUR))).toBe('2026-03-09T09:00:00.000Z');
  });

  it('answers no time at all with the same instant when open, else with the next opening or the last closing', () => {
    const noon = at('2026-03-02T12:00:00+01:00');
    expect(addWorking(berlin, noon, 0)).toBe(noon);
    expect(subtractWorking(berlin, noon, 0)).toBe(noon);
    const closing = at('2026-03-02T17:00:00+01:00');
    expect(iso(addWorking(berlin, closing, 0))).toBe('2026-03-03T08:00:00.000Z');
    expect(subtractWorking(berlin, closing, 0)).toBe(closing);
    const opening = at('2026-03-03T09:00:00+01:00');
    expect(addWorking(berlin, opening, 0)).toBe(opening);
    expect(subtractWorking(berlin, opening, 0)).toBe(closing);
  });

  it('counts backwards as negative and nothing as zero', () => {
    const [start, end] = [at('2026-03-02T15:00:00+01:00'), at('2026-03-03T10:00:00+01:00')];
    expect(elapsedWorking(berlin, start, end)).toBe(3 * HOUR);
    expect(elapsedWorking(berlin, end, start)).toBe(-3 * HOUR);
    expect(elapsedWorking(berlin, at('2026-03-08T12:00:00Z'), at('2026-03-07T12:00:00Z'))).toBe(0);
    expect(elapsedWorking(berlin, start, start)).toBe(0);
  });

  it('counts openings that touch, overlap, come in disorder or end before they begin once at most', () => {
    const messy = schedule('UTC', {
      week: everyDay(0, 0).map(() => [hours(13, 17), hours(9, 12), hours(11, 13), hours(20, 18)]),
    });
    expect(elapsedWorking(messy, at('2026-03-02T00:00:00Z'), at('2026-03-03T00:00:00Z'))).toBe(8 * HOUR);
    expect(iso(addWorking(messy, at('2026-03-02T08:00:00Z'), 8 * HOUR))).toBe('2026-03-02T17:00:00.000Z');
  });

  it('runs from one midnight to the next without a seam', () => {
    const always = schedule('Europe/Berlin', { week: everyDay(0, 24) });
    const midnight = at('2026-03-03T00:00:00+01:00');
    expect(isOpen(always, midnight)).toBe(true);
    expect(addWorking(always, midnight - HOUR, HOUR)).toBe(midnight);
    expect(addWorking(always, midnight - HOUR, 100 * HOUR)).toBe(midnight + 99 * HOUR);
    expect(subtractWorking(always, midnight, 0)).toBe(midnight);
  });
});

describe('rules of a date', () => {
  const day = (date: string, rest: Partial<Schedule>): number =>
    elapsedWorking(schedule('UTC', rest), at(`${date}T00:00:00Z`), at(`${date}T00:00:00Z`) + 24 * HOUR) / HOUR;

  it('read its own hours instead of those of the week, on a day off too', () => {
    const dateHours = { '2026-12-24': [hours(9, 12)], '2026-12-26': [hours(10, 11)], '2026-12-28': [] };
    expect(day('2026-12-23', { dateHours })).toBe(8);
    expect(day('2026-12-24', { dateHours })).toBe(3);
    expect(day('2026-12-26', { dateHours })).toBe(1);
    expect(day('2026-12-28', { dateHours })).toBe(0);
  });

  it('close it on a holiday, whatever its own hours, once or every year', () => {
    expect(day('2026-12-25', { holidays: ['2026-12-25'] })).toBe(0);
    expect(day('2026-12-25', { holidays: ['2026-12-25'], dateHours: { '2026-12-25': [hours(9, 12)] } })).toBe(0);
    expect(day('2028-12-25', { holidays: ['*-12-25'] })).toBe(0);
    expect(day('2028-11-27', { holidays: ['*-12-25'] })).toBe(8);
  });

  it('close it during an absence, first and last day included', () => {
    const away = [{ from: '2026-03-03', to: '2026-03-05' }];
    expect(day('2026-03-02', { away })).toBe(8);
    expect(day('2026-03-03', { away })).toBe(0);
    expect(day('2026-03-05', { away, dateHours: { '2026-03-05': [hours(9, 12)] } })).toBe(0);
    expect(day('2026-03-06', { away })).toBe(8);
  });

  it('take breaks out of what remains, and of nothing else', () => {
    const breaks = { '2026-03-02': [hours(12, 13), hours(16, 20)], '2026-03-07': [hours(9, 10)] };
    expect(day('2026-03-02', { breaks })).toBe(6);
    expect(day('2026-03-07', { breaks })).toBe(0);
    expect(day('2026-03-02', { breaks, dateHours: { '2026-03-02': [hours(12, 14)] } })).toBe(1);
    expect(day('2026-03-02', { breaks, holidays: ['2026-03-02'] })).toBe(0);
  });

  it('follow the calendar of the zone, not of Greenwich', () => {
    const auckland = schedule('Pacific/Auckland', { holidays: ['2026-03-03'] });
    expect(isOpen(auckland, at('2026-03-01T21:00:00Z'))).toBe(true);
    expect(isOpen(auckland, at('2026-03-02T21:00:00Z'))).toBe(false);
  });
});

describe('a shift past midnight', () => {
  /** 22:00 to 06:00 from Monday to Friday; 2 March 2026 is a Monday. */
  const night = (rest: Partial<Schedule> = {}): Schedule =>
    schedule('Europe/Berlin', {
      week: Array.from({ length: 7 }, (_, day) => (day < 5 ? [hours(22, 30)] : [])),
      ...rest,
    });
  const worked = (of: Schedule, from: string, to: string): number =>
    elapsedWorking(of, at(`${from}+01:00`), at(`${to}+01:00`)) / HOUR;

  it('goes on until it ends, and closes then', () => {
    expect(isOpen(night(), at('2026-03-03T02:00:00+01:00'))).toBe(true);
    expect(isOpen(night(), at('2026-03-03T06:00:00+01:00'))).toBe(false);
    expect(isOpen(night(), at('2026-03-02T02:00:00+01:00'))).toBe(false);
    expect(iso(addWorking(night(), at('2026-03-02T23:00:00+01:00'), 8 * HOUR))).toBe('2026-03-03T22:00:00.000Z');
  });

  it('begins on Friday and ends on Saturday', () => {
    expect(worked(night(), '2026-03-06T12:00:00', '2026-03-08T12:00:00')).toBe(8);
  });

  it.each([
    ['an absence', { away: [{ from: '2026-03-03', to: '2026-03-03' }] }],
    ['a holiday', { holidays: ['2026-03-03'] }],
    ['a date without hours', { dateHours: { '2026-03-03': [] } }],
  ])('is off as a whole by %s of the day on which it begins, and only then', (_, rest) => {
    // Monday's shift ends on Tuesday morning; Tuesday's is off until Wednesday morning; Wednesday's begins.
    expect(worked(night(rest), '2026-03-02T12:00:00', '2026-03-03T12:00:00')).toBe(8);
    expect(worked(night(rest), '2026-03-03T12:00:00', '2026-03-04T12:00:00')).toBe(0);
    expect(worked(night(rest), '2026-03-04T12:00:00', '2026-03-05T12:00:00')).toBe(8);
  });

  it('of one date runs into the next, whatever the hours of that one', () => {
    const late = schedule('Europe/Berlin', { dateHours: { '2026-03-03': [hours(20, 26)] } });
    expect(worked(late, '2026-03-03T12:00:00', '2026-03-04T06:00:00')).toBe(6);
    expect(worked(late, '2026-03-04T06:00:00', '2026-03-04T20:00:00')).toBe(8);
  });

  it('counts once where the next shift begins before it ends', () => {
    const both = night({ dateHours: { '2026-03-03': [hours(4, 8), hours(22, 30)] } });
    expect(worked(both, '2026-03-02T12:00:00', '2026-03-03T12:00:00')).toBe(10);
    expect(iso(addWorking(both, at('2026-03-02T22:00:00+01:00'), 9 * HOUR))).toBe('2026-03-03T06:00:00.000Z');
  });

  it('is an hour shorter or longer in the night in which clocks change', () => {
    const saturday = night({ week: Array.from({ length: 7 }, (_, day) => (day === 5 ? [hours(22, 30)] : [])) });
    expect(worked(saturday, '2026-03-28T12:00:00', '2026-03-29T12:00:00')).toBe(7);
    expect(worked(saturday, '2026-10-24T12:00:00', '2026-10-25T12:00:00')).toBe(9);
  });

  it('pauses in a break of the date that has come', () => {
    const pausing = night({ breaks: { '2026-03-03': [hours(2, 3)] } });
    expect(worked(pausing, '2026-03-02T12:00:00', '2026-03-03T12:00:00')).toBe(7);
    expect(worked(pausing, '2026-03-03T12:00:00', '2026-03-04T12:00:00')).toBe(8);
  });
});

describe('pauses', () => {
  const utc = schedule('UTC');
  const start = at('2026-03-02T15:00:00Z');
  const due = (ms: number, ...pauses: [number, number][]): string =>
    iso(
      addWorking(
        utc,
        start,
        ms,
        pauses.map(([from, to]) => ({ from: start + from * HOUR, to: start + to * HOUR })),
      ),
    );

  it('stop the clock, once where they overlap, in any order', () => {
    expect(due(HOUR, [0.75, 1], [0.5, 0.75], [0.5, 0.8])).toBe('2026-03-02T16:30:00.000Z');
  });

  it('leave due at their start what runs out at their start', () => {
    expect(due(HOUR, [1, 2])).toBe('2026-03-02T16:00:00.000Z');
  });

  it('cost nothing while nobody works anyway', () => {
    expect(due(2 * HOUR + 1, [3, 17])).toBe('2026-03-03T09:00:00.001Z');
    expect(due(HOUR, [-5, -1], [1, 1], [2, 1])).toBe('2026-03-02T16:00:00.000Z');
  });

  it('last over nights and weekends', () => {
    expect(due(2 * HOUR, [1, 7 * 24])).toBe('2026-03-09T16:00:00.000Z');
  });

  it('that never end leave the deadline without a date', () => {
    expect(due(2 * HOUR, [1, Number.POSITIVE_INFINITY])).toBe('never');
  });
});

describe('whoever never works', () => {
  const start = at('2026-03-02T15:00:00Z');

  it.each([
    ['has no hours', { week: [] }],
    ['has only empty days', { week: everyDay(0, 0).map(() => []) }],
    ['has openings without length', { week: everyDay(9, 9) }],
    ['is away for good', { away: [{ from: '2000-01-01', to: '2999-12-31' }] }],
    [
      'last worked, and will next work, years away',
      { week: [], dateHours: { '2020-01-01': [hours(9, 10)], '2032-01-01': [hours(9, 10)] } },
    ],
  ])('because they %s gets no deadline', (_, rest) => {
    const never = schedule('UTC', rest);
    expect(isOpen(never, start)).toBe(false);
    expect(nextOpening(never, start)).toBeUndefined();
    expect(addWorking(never, start, HOUR)).toBeUndefined();
    expect(subtractWorking(never, start, HOUR)).toBeUndefined();
    expect(elapsedWorking(never, start, start + 1_000 * HOUR)).toBe(0);
  });

  it('for a while gets one when they are back within two years', () => {
    const back = schedule('UTC', { away: [{ from: '2026-03-02', to: '2028-02-29' }] });
    expect(iso(nextOpening(back, start))).toBe('2028-03-01T09:00:00.000Z');
  });

  it('for two years to the day is searched for, and no further', () => {
    const once = (date: string) => schedule('UTC', { week: [], dateHours: { [date]: [hours(9, 10)] } });
    expect(iso(nextOpening(once('2028-03-02'), start))).toBe('2028-03-02T09:00:00.000Z');
    expect(nextOpening(once('2028-03-03'), start)).toBeUndefined();
    expect(iso(subtractWorking(once('2024-03-02'), start, 0))).toBe('2024-03-02T10:00:00.000Z');
    expect(subtractWorking(once('2024-03-01'), start, 0)).toBeUndefined();
  });

  it('enough to meet it within a century gets none', () => {
    const seldom = schedule('UTC', { week: [[hours(9, 10)]] });
    expect(iso(addWorking(seldom, start, 200 * HOUR))).toBe('2029-12-31T10:00:00.000Z');
    expect(addWorking(seldom, start, Number.MAX_SAFE_INTEGER)).toBeUndefined();
    expect(subtractWorking(seldom, start, Number.MAX_SAFE_INTEGER)).toBeUndefined();
  });
});

it('working time past a century counts as a century', () => {
  const always = schedule('UTC', { week: everyDay(0, 24) });
  const elapsed = elapsedWorking(always, 0, 8e15);
  expect(elapsed).toBeGreaterThanOrEqual(36_525 * 24 * HOUR);
  expect(elapsed).toBeLessThan(36_527 * 24 * HOUR);
});
