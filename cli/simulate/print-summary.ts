import { readableDuration } from '../../shared/domain/time/readable-duration.ts';
import { alertTimeInWords } from './alert-time-in-words.ts';
import type { AlertFigures } from './alert-times.ts';
import type { Figures } from './summary.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const LABEL = 26;

/** Label, and values to the right of their columns. */
const row = (label: string, ...values: readonly (string | number)[]): string =>
  `  ${label.padEnd(LABEL)}${values.map((value) => String(value).padStart(8)).join('')}`;

const printTimeToAlert = (figures: AlertFigures, print: (line: string) => void): void => {
  const { p50, p99, withinMs, inTime, late, notAlerted } = figures;
  const leads = inTime + late + notAlerted;
  print(`  p50  ${alertTimeInWords(p50)}`);
  print(`  p99  ${alertTimeInWords(p99)}`);
  print(row(`within ${readableDuration(withinMs)}`, inTime, percent(inTime / leads)));
  print(row('later', late, percent(late / leads)));
  print(row('not alerted', notAlerted, percent(notAlerted / leads)));
};

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
  if (timeToAlert === undefined) print('  no lead was qualified');
  else printTimeToAlert(timeToAlert, print);

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
