import { readableDuration } from '../readable-duration.ts';
import type { Figures } from './summary.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const LABEL = 26;

/** Label, and values to the right of their columns. */
const row = (label: string, ...values: readonly (string | number)[]): string =>
  `  ${label.padEnd(LABEL)}${values.map((value) => String(value).padStart(8)).join('')}`;

/** A run's figures, for a person to read. */
export const printSummary = (figures: Figures, print: (line: string) => void): void => {
  const { timeToAlert, escalations, outcomes } = figures;
  const section = (heading: string, ...columns: readonly string[]): void => {
    print('');
    print(columns.length === 0 ? heading : `${heading.padEnd(LABEL + 2)}${columns.map((c) => c.padStart(8)).join('')}`);
  };

  section('SUMMARY');
  print(row('lines read', figures.lines));
  print(row('lines refused', figures.refused));
  print(row('leads captured', figures.captured));
  print(row('leads qualified', figures.qualified));
  print(row('times in line', figures.waited));

  section('Time to alert, from qualified to the first message');
  if (timeToAlert === undefined) print('  nobody was alerted');
  else {
    print(`  p50  ${readableDuration(timeToAlert.p50)}`);
    print(`  p99  ${readableDuration(timeToAlert.p99)}`);
  }

  section('Clauses', 'kept', 'broken');
  for (const { clause, kept, broken } of figures.clauses) print(row(clause, kept, broken));

  const counts = (heading: string, counted: Readonly<Record<string, number>>): void => {
    if (Object.keys(counted).length === 0) return;
    section(heading);
    for (const [name, count] of Object.entries(counted)) print(row(name, count));
  };
  counts('Escalations by the clock', escalations);

  section('Share per rep', 'leads', 'share');
  for (const { name, leads, share } of figures.reps) print(row(name, leads, percent(share)));

  counts('Outcomes', outcomes);
};
