import type { TerritoryWeek } from '../../shared/domain/forecast/capacity.ts';
import type { Forecast, ForecastWeek, NotEnoughHistory } from '../../shared/domain/forecast/forecast.ts';
import { hundredths, orNull, rate } from '../rounded.ts';

const weekJson = ({ week, mean, lo80, hi80, lo95, hi95 }: ForecastWeek) => ({
  week,
  mean: hundredths(mean),
  lo80: hundredths(lo80),
  hi80: hundredths(hi80),
  lo95: hundredths(lo95),
  hi95: hundredths(hi95),
});

const capacityJson = ({ week, territory, takes, expected, room }: TerritoryWeek) => ({
  week,
  territory,
  takes: orNull(takes, hundredths),
  expected: hundredths(expected),
  room: orNull(room, hundredths),
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
