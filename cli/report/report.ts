import type { Writable } from 'node:stream';
import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import { readReportTerms } from '../../shared/agreement/report/read-report-terms.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import { measure, type ReportInput, reportOf } from '../../shared/domain/measures/report.ts';
import type { ReportScope } from '../../shared/domain/measures/terms.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { openFeed } from '../feed.ts';
import { createOutput } from '../output.ts';
import { play } from '../simulate/play.ts';
import { watchedFeed } from '../watched-feed.ts';
import { gatherFacts } from './gather-facts.ts';
import { gatherStack } from './gather-stored.ts';
import { printReport } from './print-report.ts';

interface Told extends ReportScope {
  readonly agreement: string;
  /** Nothing after it counts. */
  readonly until?: Instant;
  readonly json: boolean;
}

export interface ReportOptions extends Told {
  readonly events: string;
  readonly seed: number;
}

/** Hours of the year in which it began, and of the three after it. */
const agreementAsOf = (folder: string, first: Instant): Promise<Agreement> =>
  readAgreement(folder, new Date(first).getUTCFullYear());

const tell = async (
  input: ReportInput,
  agreement: Agreement,
  { json, ...told }: Told,
  stdout: Writable,
): Promise<true> => {
  const { agreement: folder, until, ...scope } = told;
  const report = reportOf(measure(input, agreement, until), agreement, await readReportTerms(folder), scope);
  const output = createOutput(stdout);
  if (json) output.line(JSON.stringify(report, null, 2));
  else printReport(report, output.line);
  await output.flush(true);
  return true;
};

/** Plays a feed and tells what became of its leads. */
export const runReport = async (
  { events, seed, ...told }: ReportOptions,
  stdout: Writable,
  stderr?: Writable,
): Promise<boolean> => {
  const feed = watchedFeed(openFeed(events, stderr), stderr);
  try {
    const agreement = await agreementAsOf(told.agreement, feed.start ?? 0);
    const gatherer = gatherFacts();
    const { until } = told;
    await play({ agreement, feed, seed, ...(until === undefined ? {} : { until }), onFact: gatherer.fact });
    return await tell(gatherer.gathered(), agreement, told, stdout);
  } finally {
    feed.close();
  }
};

/** Reads the facts of a deployed stack and tells what became of its leads. Throws StackNotRead. */
export const reportStack = async (stack: string, told: Told, stdout: Writable): Promise<boolean> => {
  const input = await gatherStack(stack);
  return tell(input, await agreementAsOf(told.agreement, input.first), told, stdout);
};
