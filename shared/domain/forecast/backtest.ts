import { meanOf } from '../statistics/mean.ts';
import { FORECAST_METHODS, type ForecastMethod } from '../vocabulary/forecast-methods.ts';
import { FORECASTERS, seasonOf, YEAR_WEEKS } from './methods.ts';

/** Weeks that are looked ahead. */
export const HORIZON = 13;

/** Fewer weeks are no history. */
export const FEWEST_WEEKS = 12;

/** The first forecast of a back-test knows at least so many weeks. */
const FEWEST_KNOWN = 4;

/** A back-test forecasts at least so many times. */
const FEWEST_FOLDS = 8;

/** What a method would have foreseen at one week of the past. */
export interface Fold {
  /** What came less what was foreseen, one to `HORIZON` weeks ahead, as far as the history goes. */
  readonly errors: readonly number[];
}

export interface Backtest {
  readonly method: ForecastMethod;
  readonly folds: readonly Fold[];
  /** The mean absolute error in units of what the season alone misses from week to week; null where that is 0. */
  readonly mase: number | null;
}

/** How many weeks the first forecast knows: half of the history, less where that leaves too few forecasts. */
const firstOrigin = (weeks: number): number =>
  seasonOf(weeks) === YEAR_WEEKS
    ? YEAR_WEEKS
    : Math.max(FEWEST_KNOWN, Math.min(weeks - FEWEST_FOLDS, Math.floor(weeks / 3)));

const foldsOf = (method: ForecastMethod, series: readonly number[]): readonly Fold[] => {
  const season = seasonOf(series.length);
  const first = firstOrigin(series.length);
  return Array.from({ length: series.length - first }, (_, i) => {
    const came = series.slice(first + i, first + i + HORIZON);
    const foreseen = FORECASTERS[method](series.slice(0, first + i), came.length, season);
    return { errors: came.map((value, ahead) => value - (foreseen[ahead] ?? 0)) };
  });
};

/** What the value a season ago misses, on the average over the whole series. */
const scaleOf = (series: readonly number[]): number => {
  const season = seasonOf(series.length);
  const misses = series.slice(season).map((value, i) => Math.abs(value - (series[i] ?? 0)));
  return meanOf(misses);
};

/** Every method, each tried at every week of the past from which on it could have been used. */
export const backtests = (series: readonly number[]): readonly Backtest[] => {
  const scale = scaleOf(series);
  return FORECAST_METHODS.map((method) => {
    const folds = foldsOf(method, series);
    const misses = folds.flatMap(({ errors }) => errors.map(Math.abs));
    return { method, folds, mase: scale === 0 ? null : meanOf(misses) / scale };
  });
};

/** The method with the least error; of several, the plainest. */
export const bestOf = (tested: readonly Backtest[]): Backtest =>
  tested.reduce((best, one) => ((one.mase ?? 0) < (best.mase ?? 0) ? one : best));
