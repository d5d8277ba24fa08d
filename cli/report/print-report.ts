import type { Money } from '../../shared/domain/measures/money.ts';
import type { Percentiles } from '../../shared/domain/measures/percentiles.ts';
import type { Report } from '../../shared/domain/measures/report.ts';
import { readableDuration } from '../readable-duration.ts';

type Print = (line: string) => void;
type Cell = string | number | null;

const GAP = '  ';

/** Rows under a heading: the first column to the left, all others to the right. */
const printTable = (
  print: Print,
  heading: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): void => {
  print('');
  print(heading);
  if (rows.length === 0) {
    print(`${GAP}none`);
    return;
  }
  const table = [columns, ...rows.map((row) => row.map((cell) => (cell === null ? '-' : String(cell))))];
  const widths = columns.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  for (const row of table) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    print(`${GAP}${cells.join(GAP)}`.trimEnd());
  }
};

const percent = (rate: number | null): string => (rate === null ? '-' : `${(rate * 100).toFixed(1)} %`);

const money = (list: readonly Money[]): string =>
  list.length === 0
    ? '-'
    : list.map(({ currency, amount }) => `${amount.toFixed(2)} ${currency ?? ''}`.trim()).join(', ');

const took = (times: Percentiles | null): readonly Cell[] =>
  times === null ? ['-', '-', '-'] : [times.p50, times.p90, times.p99].map((ms) => readableDuration(ms));

const printFunnel = ({ funnel }: Report, print: Print): void => {
  const { cohort, conversion, flow } = funnel;
  printTable(
    print,
    'Funnel: what became of the leads that came in the period, and what happened in it',
    ['', 'of those', 'of the stage before', 'in the period'],
    [
      ['captured', cohort.captured, null, flow.captured],
      ['qualified (MQL)', cohort.qualified, percent(conversion.qualified), flow.qualified],
      ['accepted (SAL)', cohort.accepted, percent(conversion.accepted), flow.accepted],
      ['sales-qualified (SQL)', cohort.salesQualified, percent(conversion.salesQualified), flow.salesQualified],
      ['won', cohort.won, percent(conversion.won), flow.won],
    ],
  );
  printTable(
    print,
    'Where they stand',
    ['', 'leads'],
    Object.entries(funnel.standing).map(([where, leads]) => [where, leads]),
  );
};

const printTimes = ({ times, contactWithinHour: hour }: Report, print: Print): void => {
  printTable(
    print,
    'Times, from qualifying; the verdict from the contact, won from the first form',
    ['', 'done', 'waiting', 'never', 'half', '90 %', '99 %'],
    Object.entries(times).map(([what, { n, waiting, never, wall }]) => [what, n, waiting, never, ...took(wall)]),
  );
  print(`${GAP}contacted within the hour: ${hour.n} of ${hour.of} (${percent(hour.rate)})`);
};

const printSla = ({ sla, weeks }: Report, print: Print): void => {
  const { marketing, clauses } = sla;
  print('');
  print('What marketing promised');
  const promised =
    marketing.promisedPerWeek === null ? 'nothing' : `${marketing.promisedPerWeek} qualified leads a week`;
  print(`${GAP}${promised}; ${marketing.weeksKept} weeks kept, ${marketing.weeksBroken} broken`);
  print(
    `${GAP}complete at once when hot: ${percent(marketing.completeRate)}; accepted: ${percent(marketing.acceptRate)}`,
  );
  printTable(
    print,
    'Weeks',
    ['', 'captured', 'qualified', 'accepted', 'SQL', 'won', 'lost', 'kept'],
    weeks.map(({ week, captured, qualified, accepted, salesQualified, won, lost, kept }) => [
      ...[week, captured, qualified, accepted, salesQualified, won, lost],
      kept === null ? '-' : kept ? 'yes' : 'no',
    ]),
  );
  printTable(
    print,
    'Clauses',
    ['', 'bound', 'kept', 'broken', 'late', 'void', 'running', 'rate'],
    clauses.map((one) => [
      one.clause,
      one.party,
      one.kept,
      one.broken,
      one.late,
      one.void,
      one.running,
      percent(one.rate),
    ]),
  );
};

const printReps = ({ reps, rejections }: Report, print: Print): void => {
  printTable(
    print,
    'Reps',
    ['', 'assigned', 'share', 'SAL', 'rejected', 'taken away', 'contacted', 'SQL', 'won', 'lost', 'revenue', 'credit'],
    reps.map((one) => [
      ...[one.rep, one.assigned, percent(one.share), one.accepted, one.rejected, one.takenAway, one.contacted],
      ...[one.salesQualified, one.won, one.lost, money(one.revenue), money(one.credit.revenue)],
    ]),
  );
  printTable(
    print,
    'Why leads were rejected',
    ['', 'then', 'leads'],
    rejections.map(({ reason, action, n }) => [reason, action, n]),
  );
};

const printRows = (heading: string, rows: Report['territories'], print: Print): void =>
  printTable(
    print,
    heading,
    ['', 'captured', 'qualified', 'accepted', 'SQL', 'won', 'lost', 'revenue', 'cost', 'ROI'],
    rows.map((row) => [
      ...[row.key ?? '(none)', row.captured, row.qualified, row.accepted, row.salesQualified, row.won, row.lost],
      ...[money(row.revenue), row.cost, row.roi],
    ]),
  );

/** The figures that both teams ask for first. */
export const printHeadlines = (report: Report, print: Print): void => {
  printFunnel(report, print);
  printTimes(report, print);
  printSla(report, print);
};

/** Every figure of both teams, for a person to read. */
export const printReport = (report: Report, print: Print): void => {
  const { period, filter, revenue, outcomes, refused } = report;
  print(`${period.from} to ${period.to} (${period.timeZone}), as of ${period.asOf}`);
  const asked = Object.entries(filter).flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`]));
  if (asked.length > 0) print(`only ${asked.join(', ')}`);
  printHeadlines(report, print);
  printReps(report, print);
  for (const which of ['first', 'last'] as const) {
    printRows(`Sources, by the ${which} touch`, report.sources[which], print);
    printRows(`Campaigns, by the ${which} touch`, report.campaigns[which], print);
    printRows(`Content, by the ${which} touch`, report.contents[which], print);
  }
  printRows('Territories', report.territories, print);
  print('');
  print(`Revenue: ${money(revenue.won)}; of leads that never qualified ${money(revenue.outside)}`);
  print(`Pipeline: ${money(revenue.pipeline)}`);
  const { repeated, contradictory, afterEnd } = outcomes;
  print(
    `Outcomes that changed nothing: ${repeated} repeated, ${contradictory} contradictory, ${afterEnd} after an end`,
  );
  print(`Lines refused: ${refused}`);
};
