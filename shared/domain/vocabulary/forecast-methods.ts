/** How a series can be carried on, the plainest first: of two that are equally good the first is used. */
export const FORECAST_METHODS = ['naive', 'seasonal-naive', 'mean', 'exponential-smoothing'] as const;

export type ForecastMethod = (typeof FORECAST_METHODS)[number];
