import { describe, expect, it } from 'vitest';
import { zoneNamed } from '../../examples/zone-named.ts';
import { HORIZON } from '../../shared/domain/forecast/backtest.ts';
import { capacityOf } from '../../shared/domain/forecast/capacity.ts';
import { type Forecast, forecast } from '../../shared/domain/forecast/forecast.ts';
import { FORECASTERS } from '../../shared/domain/forecast/methods.ts';
import { weeklyCounts } from '../../shared/domain/forecast/weekly-counts.ts';
import { mondayOf, weekNamed } from '../../shared/domain/time/iso-week.ts';
import { DAY, rep, smallAgreement, territory, weekdays } from '../support/agreement/small-agreement.ts';
import { SERIES, seededSeries } from '../support/forecast/series.ts';

const dayOf = (date: string): number => Date.parse(date) / DAY;
const MONDAY = dayOf('2023-01-02');
const at = (text: string): number => Date.parse(text);
const weeks = (counts: readonly number[]) => ({ firstMonday: MONDAY, counts });
const foreseen = (counts: readonly number[]): Forecast => {
  const result = forecast(weeks(counts));
  if (result.kind !== 'forecast') throw new Error(`no forecast: ${JSON.stringify(result)}`);
  return result;
};
const repeat = (times: number, value: (i: number) => number): readonly number[] =>
  Array.from({ length: times }, (_, i) => value(i));

describe('the name of a week', () => {
  it.each([
    ['2026-11-26', '2026-W48'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-01', '2020-W53'],
  ])('of %s is %s', (date, name) => {
    expect(weekNamed(mondayOf(dayOf(date)))).toBe(name);
  });
});

describe('a history', () => {
  const zone = zoneNamed('Europe/Berlin');

  it('counts whole weeks of its zone only', () => {
    const history = { from: at('2026-11-04T10:00:00Z'), asOf: at('2026-11-25T10:00:00Z'), zone };
    const happened = ['2026-11-05', '2026-11-08T22:59:59', '2026-11-08T23:00:00', '2026-11-22T22:59:59', '2026-11-23'];
    const instants = happened.map((text) => at(text.length === 10 ? `${text}T12:00:00Z` : `${text}Z`));
    expect(weeklyCounts(instants, history)).toEqual({ firstMonday: dayOf('2026-11-09'), counts: [1, 1] });
  });

  it('that begins on a Monday and ends on a Sunday has both of their weeks', () => {
    const history = { from: at('2026-11-02T08:00:00Z'), asOf: at('2026-11-15T20:00:00Z'), zone };
    expect(weeklyCounts([at('2026-11-02T08:00:00Z'), at('2026-11-15T20:00:00Z')], history).counts).toEqual([1, 1]);
  });

  it('of more than ten years has the last ten', () => {
    const history = { from: at('2026-11-16T08:00:00Z'), asOf: at('2126-11-17T08:00:00Z'), zone };
    const happened = [history.from, at('2126-11-14T12:00:00Z')];
    const { firstMonday, counts } = weeklyCounts(happened, history);
    expect(counts).toHaveLength(520);
    expect(firstMonday + 520 * 7).toBe(dayOf('2126-11-18'));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(counts.at(-1)).toBe(1);
  });

  it('of a few days has no week', () => {
    const history = { from: at('2026-11-04T08:00:00Z'), asOf: at('2026-11-07T08:00:00Z'), zone };
    expect(weeklyCounts([at('2026-11-05T08:00:00Z')], history).counts).toEqual([]);
  });
});

describe('the methods', () => {
  const history = [8, 2, 5, 9];

  it('carry a series on', () => {
    expect(FORECASTERS.naive(history, 2, 1)).toEqual([9, 9]);
    expect(FORECASTERS.mean(history, 2, 1)).toEqual([6, 6]);
    expect(FORECASTERS['seasonal-naive'](history, 3, 2)).toEqual([5, 9, 5]);
    expect(FORECASTERS['seasonal-naive'](history, 2, 1)).toEqual([9, 9]);
  });

  it('follow a level that has moved', () => {
    const moved = [...repeat(20, () => 10), ...repeat(20, () => 30)];
    const [next = 0] = FORECASTERS['exponential-smoothing'](moved, 1, 1);
    expect(next).toBeGreaterThan(29);
    expect(next).toBeLessThanOrEqual(30);
  });
});

describe('a forecast', () => {
  it('needs twelve whole weeks', () => {
    expect(forecast(weeks(repeat(11, () => 5)))).toEqual({ kind: 'not-enough-history', weeks: 11, needs: 12 });
    expect(foreseen(repeat(12, (i) => i % 3)).backtest.folds).toBe(8);
  });

  it('is of the weeks after the last whole one', () => {
    const { weeks: ahead } = foreseen(repeat(12, (i) => i % 3));
    expect(ahead.map(({ week }) => week)).toEqual(repeat(HORIZON, (i) => i).map((i) => `2023-W${13 + i}`));
  });

  it('of what never changes is that, and sure', () => {
    const { weeks: ahead, backtest } = foreseen(repeat(30, () => 7));
    expect(ahead.every(({ mean, lo95, hi95 }) => mean === 7 && lo95 === 7 && hi95 === 7)).toBe(true);
    expect(backtest).toMatchObject({ mase: null, coverage80: 1, coverage95: 1 });
  });

  it('knows no year before it has seen two, and then repeats it', () => {
    const year = repeat(52, (i) => (i < 20 ? 10 : 40));
    expect(foreseen(repeat(103, (i) => year[i % 52] ?? 0)).method).not.toBe('seasonal-naive');
    const { method, weeks: ahead } = foreseen(repeat(117, (i) => (year[i % 52] ?? 0) + (i % 7)));
    expect(method).toBe('seasonal-naive');
    expect(ahead[0]?.mean).toBeLessThan(20);
    expect(ahead.at(-1)?.mean).toBeGreaterThan(30);
  });

  it.each(SERIES)('of $name is no worse than the season alone, and as sure as it says', (series) => {
    let inside = 0;
    let all = 0;
    let missed = 0;
    let missedBySeason = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const values = seededSeries(series, seed, 156 + HORIZON);
      const [past, came] = [values.slice(0, 156), values.slice(156)];
      const bySeason = FORECASTERS['seasonal-naive'](past, HORIZON, 52);
      foreseen(past).weeks.forEach(({ mean, lo80, hi80 }, ahead) => {
        const value = came[ahead] ?? 0;
        all++;
        if (lo80 <= value && value <= hi80) inside++;
        missed += Math.abs(value - mean);
        missedBySeason += Math.abs(value - (bySeason[ahead] ?? 0));
      });
    }
    expect(missed).toBeLessThanOrEqual(missedBySeason);
    expect(inside / all).toBeGreaterThan(0.7);
    expect(inside / all).toBeLessThan(0.9);
  });
});

describe('the capacity', () => {
  const agreement = smallAgreement({
    reps: [
      rep('ana', { schedule: weekdays(9, 17), capacity: { perDay: 2 } }),
      rep('ben', { schedule: weekdays(9, 17), capacity: { perDay: 1 } }),
      rep('luc'),
    ],
    territories: [territory('North', ['ana', 'ben']), territory('South', ['ben']), territory('Rest', ['luc'])],
  });
  const week = { week: '2026-W48', monday: dayOf('2026-11-23'), mean: 20, lo80: 0, hi80: 0, lo95: 0, hi95: 0 };

  it('is what each rep takes on each day of work, divided among their teams as leads are expected', () => {
    expect(capacityOf([week], agreement, { North: 0.6, South: 0.2, Rest: 0.2 })).toEqual([
      { week: '2026-W48', territory: 'North', takes: 10 + 5 * 0.75, expected: 12, room: 1.75 },
      { week: '2026-W48', territory: 'South', takes: 1.25, expected: 4, room: -2.75 },
      { week: '2026-W48', territory: 'Rest', takes: null, expected: 4, room: null },
    ]);
  });

  it('is divided equally where no lead is expected', () => {
    const [north, south] = capacityOf([week], agreement, {});
    expect([north?.takes, south?.takes]).toEqual([12.5, 2.5]);
  });
});
