import { meanOf } from '../statistics/mean.ts';
import type { ForecastMethod } from '../vocabulary/forecast-methods.ts';

/** Weeks after which a year comes again. */
export const YEAR_WEEKS = 52;

/** The period of the season: a year where the history holds two, else one week, which is no season. */
export const seasonOf = (weeks: number): number => (weeks < 2 * YEAR_WEEKS ? 1 : YEAR_WEEKS);

/** The next values of a series that is not empty; `season` is its period, in values. */
export type Forecaster = (history: readonly number[], horizon: number, season: number) => readonly number[];

const flat = (value: number, horizon: number): readonly number[] => Array.from({ length: horizon }, () => value);

const lastOf = (history: readonly number[]): number => history.at(-1) ?? 0;

/** Weights of the last value that are tried, in twentieths. */
const WEIGHTS = Array.from({ length: 19 }, (_, i) => (i + 1) / 20);

/** So many values give the level to begin with. */
const FIRST = 4;

/** The level after the last value, and the squared errors of each value foreseen by the level before it. */
const smooth = (history: readonly number[], weight: number): { readonly level: number; readonly errors: number } => {
  let level = meanOf(history.slice(0, FIRST));
  let errors = 0;
  for (const value of history) {
    errors += (value - level) ** 2;
    level += weight * (value - level);
  }
  return { level, errors };
};

const smoothedLevel = (history: readonly number[]): number => {
  let best = { level: meanOf(history), errors: Number.POSITIVE_INFINITY };
  for (const weight of WEIGHTS) {
    const tried = smooth(history, weight);
    if (tried.errors < best.errors) best = tried;
  }
  return best.level;
};

/** Source: R. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice, 3rd edition, 5.2 and 8.1. */
export const FORECASTERS: Readonly<Record<ForecastMethod, Forecaster>> = {
  'seasonal-naive': (history, horizon, season) =>
    Array.from({ length: horizon }, (_, i) => history[history.length - season + (i % season)] ?? lastOf(history)),
  naive: (history, horizon) => flat(lastOf(history), horizon),
  mean: (history, horizon) => flat(meanOf(history), horizon),
  'exponential-smoothing': (history, horizon) => flat(smoothedLevel(history), horizon),
};
