import type { Writable } from 'node:stream';
import { systemTime } from '../../shared/adapters/node/system-time.ts';
import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import { readReportTerms } from '../../shared/agreement/report/read-report-terms.ts';
import { rebuildMeasures } from '../../shared/application/measuring/rebuild-measures.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import { counted } from '../../shared/domain/language/counted.ts';
import { plainLines } from '../../shared/domain/mail/mail.ts';
import { checkInOf, lastCheckIn } from '../../shared/domain/measures/check-in.ts';
import { checkInText } from '../../shared/domain/measures/check-in-text.ts';
import { qualifiedIn } from '../../shared/domain/measures/funnel.ts';
import { piecesOf } from '../../shared/domain/measures/pieces.ts';
import { type Measured, measure, partAsked, reportOf } from '../../shared/domain/measures/report.ts';
import type { ReportScope } from '../../shared/domain/measures/terms.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { openFeed } from '../feed.ts';
import { withTable } from '../forget/open-erasable.ts';
import { createOutput } from '../output.ts';
import { play } from '../simulate/play.ts';
import { yearsBetween } from '../used-years.ts';
import { watchedFeed } from '../watched-feed.ts';
import { gatherFacts } from './gather-facts.ts';
import { measureStack } from './gather-stored.ts';
import { printReport } from './print-report.ts';

interface Told extends ReportScope {
  readonly agreement: string;
  /** Nothing after it counts. */
  readonly until?: Instant;
  readonly json: boolean;
  /** What the check-in says, in place of the figures. */
  readonly checkIn?: boolean;
}

export interface ReportOptions extends Told {
  readonly events: string;
  readonly seed: number;
}

const tell = async (
  measured: Measured,
  agreement: Agreement,
  { json, ...told }: Told,
  stdout: Writable,
): Promise<true> => {
  const { agreement: folder, until = measured.asOf, checkIn, ...scope } = told;
  const terms = await readReportTerms(folder);
  const output = createOutput(stdout);
  if (checkIn) {
    const { monday } = lastCheckIn(terms, until);
    const { rep } = scope;
    const said = checkInOf(measured, agreement, terms, { monday, ...(rep === undefined ? {} : { rep }) });
    const { subject, sections } = checkInText(said, rep !== undefined);
    const lines = sections.flatMap((section) => ['', ...plainLines(section)]);
    for (const line of [subject, ...lines]) output.line(line);
    await output.flush(true);
    return true;
  }
  const report = reportOf(measured, agreement, terms, scope);
  if (json) output.line(JSON.stringify(report, null, 2));
  else {
    const { worked, period } = partAsked(measured, terms, scope);
    printReport(report, piecesOf(qualifiedIn(worked, period), agreement.content), output.line);
  }
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
    const agreement = await readAgreement(told.agreement, feed.years);
    const gatherer = gatherFacts();
    const { until } = told;
    await play({ agreement, feed, seed, ...(until === undefined ? {} : { until }), onFact: gatherer.fact });
    return await tell(measure(gatherer.gathered(), agreement, until), agreement, told, stdout);
  } finally {
    feed.close();
  }
};

/** Reads the figures of a deployed stack and tells them. Throws StackNotRead. */
export const reportStack = async (stack: string, told: Told, stdout: Writable): Promise<boolean> => {
  const { measured, agreement } = await measureStack(stack, {
    agreementOf: (first, last) => readAgreement(told.agreement, yearsBetween(first, last)),
    until: told.until,
  });
  return tell(measured, agreement, told, stdout);
};

/** As many leads as are named. */
const MOST_NAMED = 20;

interface RebuildAsked {
  readonly agreement: string;
  readonly isDry: boolean;
  readonly tellsAll: boolean;
}

/** Counts the figures of a deployed stack anew, tells where what was kept differs, and mends it. Throws StackNotRead. */
export const rebuildReport = async (
  stack: string,
  { agreement: folder, isDry, tellsAll }: RebuildAsked,
  stdout: Writable,
): Promise<boolean> => {
  const { sla } = await readAgreement(folder, new Date(systemTime.now()).getUTCFullYear());
  const { same, different, erased, moved, refusals } = await withTable(stack, (store, measured) =>
    rebuildMeasures({ store, measured, sla, isDry, tellsAll, now: systemTime.now() }),
  );
  const output = createOutput(stdout);
  output.line(`as the history says   ${counted(same.length, 'lead')}`);
  output.line(`${isDry ? 'otherwise          ' : 'counted anew       '}   ${counted(different.length, 'lead')}`);
  for (const leadId of different.slice(0, MOST_NAMED)) output.line(`  ${leadId}`);
  if (different.length > MOST_NAMED) output.line(`  and ${different.length - MOST_NAMED} more`);
  if (refusals > 0) output.line(`${counted(refusals, 'refusal')} ${isDry ? 'are' : 'were'} missing`);
  if (erased.length > 0) output.line(`facts are erased      ${counted(erased.length, 'lead')}, left as they are`);
  if (moved.length > 0) output.line(`changed meanwhile     ${counted(moved.length, 'lead')}`);
  await output.flush(true);
  return !isDry || different.length + refusals === 0;
};
