import type { TerritoryWeek } from '../../shared/domain/forecast/capacity.ts';
import type { Forecast, ForecastWeek, NotEnoughHistory } from '../../shared/domain/forecast/forecast.ts';

/** How many leads there are of which whole numbers are only the average. */
const leads = (value: number): number => Math.round(value * 100) / 100;

const rate = (value: number): number => Math.round(value * 10_000) / 10_000;

const orNull = (value: number | null, shown: (value: number) => number): number | null =>
  value === null ? null : shown(value);

const weekJson = ({ week, mean, lo80, hi80, lo95, hi95 }: ForecastWeek) => ({
  week,
  mean: leads(mean),
  lo80: leads(lo80),
  hi80: leads(hi80),
  lo95: leads(lo95),
  hi95: leads(hi95),
});

const capacityJson = ({ week, territory, takes, expected, room }: TerritoryWeek) => ({
  week,
  territory,
  takes: orNull(takes, leads),
  expected: leads(expected),
  room: orNull(room, leads),
});

/** The document of `golden-hour forecast --json`; `forecast` is the version of its shape. */
export const forecastJson = (result: Forecast | NotEnoughHistory, capacity: readonly TerritoryWeek[]) => {
  if (result.kind === 'not-enough-history') {
    const { weeks, needs } = result;
    const refusal = { why: 'not enough history', needs: `${needs} whole weeks; there are ${weeks}` };
    return { forecast: 1, of: 'qualified', weeks: [], method: null, backtest: null, capacity: [], refusal };
  }
  const { folds, mase, coverage80, coverage95, seasonalNaive } = result.backtest;
  return {
    forecast: 1,
    of: 'qualified',
    weeks: result.weeks.map(weekJson),
    method: result.method,
    backtest: {
      folds,
      mase: orNull(mase, rate),
      coverage80: rate(coverage80),
      coverage95: rate(coverage95),
      seasonalNaive: { mase: orNull(seasonalNaive.mase, rate) },
    },
    capacity: capacity.map(capacityJson),
    refusal: null,
  };
};
