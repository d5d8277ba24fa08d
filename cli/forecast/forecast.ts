import type { Writable } from 'node:stream';
import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import { readReportTerms } from '../../shared/agreement/report/read-report-terms.ts';
import { lookAhead } from '../../shared/domain/forecast/look-ahead.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { openFeed } from '../feed.ts';
import { createOutput } from '../output.ts';
import { play } from '../simulate/play.ts';
import { watchedFeed } from '../watched-feed.ts';
import { forecastJson } from './forecast-json.ts';
import { printForecast } from './print-forecast.ts';
import { createQualifiedLeads } from './qualified-leads.ts';

export interface ForecastOptions {
  readonly agreement: string;
  readonly events: string;
  /** Epoch milliseconds. */
  readonly until?: Instant;
  readonly json: boolean;
  readonly seed: number;
}

/** Plays a feed and looks ahead from its end. Answers whether there was enough of it. */
export const runForecast = async (options: ForecastOptions, stdout: Writable, stderr?: Writable): Promise<boolean> => {
  const feed = watchedFeed(openFeed(options.events, stderr), stderr);
  try {
    const agreement = await readAgreement(options.agreement, feed.years);
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
    const history = { from: leads.from ?? 0, asOf, zone };
    const { result, capacity } = lookAhead(leads.list, history, agreement);
    const output = createOutput(stdout);
    if (options.json) output.line(JSON.stringify(forecastJson(result, capacity), null, 2));
    else printForecast(result, capacity, output.line);
    await output.flush(true);
    return result.kind === 'forecast';
  } finally {
    feed.close();
  }
};
