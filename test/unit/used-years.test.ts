import { describe, expect, it } from 'vitest';
import { usedYears, yearsBetween } from '../../cli/used-years.ts';

const on = (date: string): number => Date.parse(`${date}T00:00:00Z`);

describe('the years of a feed', () => {
  it('are those in which its lines come, the one with most of them first', () => {
    const instants = ['2015-06-01', '2026-01-01', '2026-12-31', '2027-01-01'].map(on);
    expect(usedYears(instants)).toEqual({ year: 2026, alsoYears: [2015, 2027] });
  });

  it('are no year of a line without a time', () => {
    expect(usedYears([Number.NaN, on('2026-05-01')])).toEqual({ year: 2026, alsoYears: [] });
    expect(usedYears([])).toEqual({ year: 1970, alsoYears: [] });
  });

  it('are at most 24, those with most lines', () => {
    const instants = Array.from({ length: 200 }, (_, i) => on(`${2000 + i}-05-01`));
    const { year, alsoYears = [] } = usedYears([...instants, on('2150-01-01')]);
    expect([year, alsoYears.length]).toEqual([2150, 23]);
  });
});

describe('the years of a history', () => {
  it('are all from its first fact to its last', () => {
    expect(yearsBetween(on('2024-12-31'), on('2027-01-01'))).toEqual({ year: 2024, alsoYears: [2025, 2026, 2027] });
    expect(yearsBetween(on('2026-05-01'), on('2026-05-01'))).toEqual({ year: 2026, alsoYears: [] });
  });

  it('are the last 24 where there are more', () => {
    const { year, alsoYears = [] } = yearsBetween(on('1980-05-01'), on('2026-05-01'));
    expect([year, alsoYears.length, alsoYears.at(-1)]).toEqual([2003, 23, 2026]);
  });
});
