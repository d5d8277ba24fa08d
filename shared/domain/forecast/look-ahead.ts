import type { Agreement } from '../agreement/agreement.ts';
import { DAY_MS } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import { WEEK_DAYS } from '../time/iso-week.ts';
import { HORIZON } from './backtest.ts';
import { capacityOf, type Parts, type TerritoryWeek } from './capacity.ts';
import { type Forecast, forecast, type NotEnoughHistory } from './forecast.ts';
import { type History, weeklyCounts } from './weekly-counts.ts';

/** A lead that became hot. */
export interface Qualified {
  readonly at: Instant;
  /** Where it was routed; undefined while it was not. */
  readonly territory?: string | undefined;
}

export interface LookAhead {
  readonly result: Forecast | NotEnoughHistory;
  readonly capacity: readonly TerritoryWeek[];
}

/** Where the leads of the last weeks went; as many weeks as are looked ahead. */
const partsOf = (qualified: readonly Qualified[], asOf: Instant): Parts => {
  const routed = qualified.filter(({ at, territory }) => territory && at > asOf - HORIZON * WEEK_DAYS * DAY_MS);
  const counts: Record<string, number> = {};
  for (const { territory = '' } of routed) counts[territory] = (counts[territory] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, count / routed.length]));
};

/** How many qualified leads to expect, and what each team can take of them. */
export const lookAhead = (qualified: readonly Qualified[], history: History, agreement: Agreement): LookAhead => {
  const happened = qualified.map(({ at }) => at);
  const result = forecast(weeklyCounts(happened, history));
  const capacity =
    result.kind === 'forecast' ? capacityOf(result.weeks, agreement, partsOf(qualified, history.asOf)) : [];
  return { result, capacity };
};
