import { WEEK_DAYS, weekNamed } from '../time/iso-week.ts';
import type { ForecastMethod } from '../vocabulary/forecast-methods.ts';
import { type Backtest, backtests, bestOf, FEWEST_WEEKS, HORIZON } from './backtest.ts';
import { coverageOf, widthsOf } from './intervals.ts';
import { FORECASTERS, seasonOf } from './methods.ts';
import type { WeeklyCounts } from './weekly-counts.ts';

export interface ForecastWeek {
  /** ISO 8601, such as `2026-W47`. */
  readonly week: string;
  /** The Monday, in local days from 1970-01-01. */
  readonly monday: number;
  readonly mean: number;
  readonly lo80: number;
  readonly hi80: number;
  readonly lo95: number;
  readonly hi95: number;
}

/** What comes, and how well the past would have been foreseen in the same way. */
export interface Forecast {
  readonly kind: 'forecast';
  readonly weeks: readonly ForecastWeek[];
  readonly method: ForecastMethod;
  readonly backtest: {
    /** How many weeks of the past were forecast from. */
    readonly folds: number;
    /** Null where every season was like the one before it. */
    readonly mase: number | null;
    readonly coverage80: number;
    readonly coverage95: number;
    readonly seasonalNaive: { readonly mase: number | null };
  };
}

export interface NotEnoughHistory {
  readonly kind: 'not-enough-history';
  readonly weeks: number;
  readonly needs: number;
}

const weeksOf = ({ firstMonday, counts }: WeeklyCounts, { method, folds }: Backtest): readonly ForecastWeek[] => {
  const narrow = widthsOf(folds, 0.8);
  const wide = widthsOf(folds, 0.95);
  return FORECASTERS[method](counts, HORIZON, seasonOf(counts.length)).map((mean, ahead) => {
    const monday = firstMonday + (counts.length + ahead) * WEEK_DAYS;
    const [by80 = 0, by95 = 0] = [narrow[ahead], wide[ahead]];
    return {
      week: weekNamed(monday),
      monday,
      mean,
      lo80: Math.max(0, mean - by80),
      hi80: mean + by80,
      lo95: Math.max(0, mean - by95),
      hi95: mean + by95,
    };
  });
};

/**
 * The next weeks by the method that would have missed least in the past, never by one that would have missed more
 * than the season alone. The intervals are as wide as that method's own errors.
 */
export const forecast = (history: WeeklyCounts): Forecast | NotEnoughHistory => {
  const { counts } = history;
  if (counts.length < FEWEST_WEEKS) return { kind: 'not-enough-history', weeks: counts.length, needs: FEWEST_WEEKS };
  const tested = backtests(counts);
  const best = bestOf(tested);
  const { folds } = best;
  return {
    kind: 'forecast',
    weeks: weeksOf(history, best),
    method: best.method,
    backtest: {
      folds: folds.length,
      mase: best.mase,
      coverage80: coverageOf(folds, 0.8),
      coverage95: coverageOf(folds, 0.95),
      seasonalNaive: { mase: tested.find(({ method }) => method === 'seasonal-naive')?.mase ?? null },
    },
  };
};
