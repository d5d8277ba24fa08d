import type { Writable } from 'node:stream';
import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import { readReportTerms } from '../../shared/agreement/report/read-report-terms.ts';
import { HORIZON } from '../../shared/domain/forecast/backtest.ts';
import { capacityOf, type Parts } from '../../shared/domain/forecast/capacity.ts';
import { forecast } from '../../shared/domain/forecast/forecast.ts';
import { weeklyCounts } from '../../shared/domain/forecast/weekly-counts.ts';
import { DAY_MS } from '../../shared/domain/time/durations.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { WEEK_DAYS } from '../../shared/domain/time/iso-week.ts';
import { openFeed } from '../feed.ts';
import { createOutput } from '../output.ts';
import { play } from '../simulate/play.ts';
import { watchedFeed } from '../watched-feed.ts';
import { forecastJson } from './forecast-json.ts';
import { printForecast } from './print-forecast.ts';
import { createQualifiedLeads, type Qualified } from './qualified-leads.ts';

export interface ForecastOptions {
  readonly agreement: string;
  readonly events: string;
  /** Epoch milliseconds. */
  readonly until?: Instant;
  readonly json: boolean;
  readonly seed: number;
}

/** Where the leads of the last weeks went; as many weeks as are looked ahead. */
const partsOf = (qualified: readonly Qualified[], asOf: Instant): Parts => {
  const routed = qualified.filter(({ at, territory }) => territory && at > asOf - HORIZON * WEEK_DAYS * DAY_MS);
  const counts: Record<string, number> = {};
  for (const { territory = '' } of routed) counts[territory] = (counts[territory] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, count / routed.length]));
};

/** Plays a feed and looks ahead from its end. Answers whether there was enough of it. */
export const runForecast = async (options: ForecastOptions, stdout: Writable, stderr?: Writable): Promise<boolean> => {
  const feed = watchedFeed(openFeed(options.events, stderr), stderr);
  try {
    const agreement = await readAgreement(options.agreement, new Date(feed.start ?? 0).getUTCFullYear());
    const { zone } = await readReportTerms(options.agreement);
    const leads = createQualifiedLeads();
    await play({
      agreement,
      feed,
      seed: options.seed,
      ...(options.until === undefined ? {} : { until: options.until }),
      onFact: leads.fact,
    });
    const asOf = options.until ?? leads.to ?? 0;
    const happened = leads.list.map(({ at }) => at);
    const result = forecast(weeklyCounts(happened, { from: leads.from ?? 0, asOf, zone }));
    const capacity = result.kind === 'forecast' ? capacityOf(result.weeks, agreement, partsOf(leads.list, asOf)) : [];
    const output = createOutput(stdout);
    if (options.json) output.line(JSON.stringify(forecastJson(result, capacity), null, 2));
    else printForecast(result, capacity, output.line);
    await output.flush(true);
    return result.kind === 'forecast';
  } finally {
    feed.close();
  }
};
