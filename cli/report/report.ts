import type { Writable } from 'node:stream';
import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import { readReportTerms } from '../../shared/agreement/report/read-report-terms.ts';
import { reportOf } from '../../shared/domain/measures/report.ts';
import type { ReportScope } from '../../shared/domain/measures/terms.ts';
import { openFeed } from '../feed.ts';
import { createOutput } from '../output.ts';
import { play } from '../simulate/play.ts';
import { watchedFeed } from '../watched-feed.ts';
import { gatherFacts } from './gather-facts.ts';
import { printReport } from './print-report.ts';

export interface ReportOptions extends ReportScope {
  readonly agreement: string;
  readonly events: string;
  readonly json: boolean;
  readonly seed: number;
}

/** Plays a feed and tells what became of its leads. */
export const runReport = async (options: ReportOptions, stdout: Writable, stderr?: Writable): Promise<boolean> => {
  const { agreement: folder, events, json, seed, ...scope } = options;
  const feed = watchedFeed(openFeed(events, stderr), stderr);
  try {
    const agreement = await readAgreement(folder, new Date(feed.start ?? 0).getUTCFullYear());
    const terms = await readReportTerms(folder);
    const gatherer = gatherFacts();
    await play({
      ...{ agreement, feed, seed },
      ...(scope.until === undefined ? {} : { until: scope.until }),
      onFact: gatherer.fact,
    });
    const report = reportOf(gatherer.gathered(), agreement, terms, scope);
    const output = createOutput(stdout);
    if (json) output.line(JSON.stringify(report, null, 2));
    else printReport(report, output.line);
    await output.flush(true);
    return true;
  } finally {
    feed.close();
  }
};
