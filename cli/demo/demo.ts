import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import { readReportTerms } from '../../shared/agreement/report/read-report-terms.ts';
import { measure, reportOf } from '../../shared/domain/measures/report.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { createOutput } from '../output.ts';
import { PACKAGE_ROOT } from '../package-root.ts';
import { gatherFacts } from '../report/gather-facts.ts';
import { printHeadlines } from '../report/print-report.ts';
import { simulate } from '../simulate/simulate.ts';

export interface DemoOptions {
  /** Epoch milliseconds. */
  readonly until?: Instant;
  readonly json: boolean;
  readonly seed: number;
}

const SAMPLE_DAY = 'examples/sample-day.ndjson';

/** Plays the sample day, and ends with the figures that both teams read. */
export const playDemo = async (options: DemoOptions, stdout: Writable): Promise<void> => {
  const agreement = join(PACKAGE_ROOT, 'agreement');
  const gatherer = gatherFacts();
  await simulate({ ...options, agreement, events: join(PACKAGE_ROOT, SAMPLE_DAY), alsoFact: gatherer.fact }, stdout);
  if (options.json) return;
  const input = gatherer.gathered();
  const year = new Date(input.first).getUTCFullYear();
  const agreed = await readAgreement(agreement, year);
  const report = reportOf(measure(input, agreed, options.until), agreed, await readReportTerms(agreement), {});
  const output = createOutput(stdout);
  printHeadlines(report, output.line);
  output.line('');
  output.line(`All figures of both teams: golden-hour report --agreement agreement --events ${SAMPLE_DAY}`);
  output.line(`The same as a page with charts: golden-hour page --agreement agreement --events ${SAMPLE_DAY}`);
  await output.flush(true);
};
