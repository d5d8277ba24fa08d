import type { PieceRow } from '../../shared/domain/measures/pieces.ts';
import type { Report } from '../../shared/domain/measures/report.ts';
import { cellText } from '../../shared/domain/measures/tables/cell-text.ts';
import { isOfOne, type Table } from '../../shared/domain/measures/tables/table.ts';
import { allTablesOf, type Tables, tablesOf } from '../../shared/domain/measures/tables/tables-of.ts';

type Print = (line: string) => void;

const GAP = '  ';

/** Rows under a heading: the first column to the left, all others to the right. */
const printRows = ({ columns, rows }: Table, print: Print): void => {
  if (rows.length === 0) {
    print(`${GAP}none`);
    return;
  }
  const lines = [
    columns.map(({ name }) => name),
    ...rows.map((row) => columns.map(({ format }, column) => cellText(format, row[column] ?? null))),
  ];
  const widths = columns.map((_, column) => lines.reduce((most, line) => Math.max(most, line[column]?.length ?? 0), 0));
  for (const line of lines) {
    const cells = line.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    print(`${GAP}${cells.join(GAP)}`.trimEnd());
  }
};

/** One row is told from top to bottom: there it needs no room to the side. */
const printRow = ({ columns, rows: [row] }: Table, print: Print): void => {
  const width = Math.max(...columns.map(({ name }) => name.length));
  for (const [column, { name, format }] of columns.entries())
    print(`${GAP}${name.padEnd(width)}${GAP}${cellText(format, row?.[column] ?? null)}`);
};

const printTable = (table: Table, print: Print): void => {
  print('');
  print(table.title);
  if (isOfOne(table)) printRow(table, print);
  else printRows(table, print);
};

const HEADLINES: readonly (keyof Tables)[] = ['funnel', 'standing', 'times', 'hour', 'marketing', 'weeks', 'clauses'];

/** The figures that both teams ask for first. */
export const printHeadlines = (report: Report, print: Print): void => {
  const tables = tablesOf(report);
  for (const name of HEADLINES) printTable(tables[name], print);
};

/** Every figure of both teams, for a person to read. */
export const printReport = (report: Report, pieces: readonly PieceRow[], print: Print): void => {
  const { period, filter } = report;
  print(`${period.from} to ${period.to} (${period.timeZone}), as of ${period.asOf}`);
  const asked = Object.entries(filter).flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`]));
  if (asked.length > 0) print(`only ${asked.join(', ')}`);
  for (const table of Object.values(allTablesOf(report, pieces))) printTable(table, print);
};
