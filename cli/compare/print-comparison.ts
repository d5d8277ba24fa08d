import { readableDuration } from '../../shared/domain/time/readable-duration.ts';
import type { Comparison, TimeToAlert } from './comparison.ts';

type Print = (line: string) => void;
type NameOf = (rep: string) => string;

const LEADS_LISTED = 20;
const LABEL = 36;
const COLUMN = 22;

const row = (label: string, ...values: readonly (string | number)[]): string =>
  `  ${label.padEnd(LABEL)}${values.map((value) => String(value).padEnd(COLUMN)).join('')}`.trimEnd();

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const round = (value: number): string => String(Math.round(value * 100) / 100);

const section = (heading: string, columns: readonly string[], print: Print): void => {
  print('');
  print(`${heading.padEnd(LABEL + 2)}${columns.map((column) => column.padEnd(COLUMN)).join('')}`.trimEnd());
};

const printLeads = ({ list, firstDiffers, lastDiffers }: Comparison['leads'], nameOf: NameOf, print: Print): void => {
  section('Leads that change hands', ['A', 'B'], print);
  const ownersOf = (owners: Comparison['leads']['list'][number]['a']): string => {
    if (owners === null) return 'nobody';
    return owners.first === owners.last ? nameOf(owners.first) : `${nameOf(owners.first)} → ${nameOf(owners.last)}`;
  };
  for (const { email, a, b } of list.slice(0, LEADS_LISTED)) print(row(email, ownersOf(a), ownersOf(b)));
  if (list.length > LEADS_LISTED) print(`  and ${list.length - LEADS_LISTED} more: --json has them all`);
  print(`  another first owner ${firstDiffers}, another last owner ${lastDiffers}`);
};

/** Two agreements side by side, for a person to read. */
export const printComparison = (comparison: Comparison, nameOf: NameOf, print: Print): void => {
  const { agreements, counts, leads, reps, teams, timeToAlert, clauses } = comparison;
  const columns = ['A', 'B'];
  print(`A  ${agreements.a.folder}`);
  print(`B  ${agreements.b.folder}`);
  printLeads(leads, nameOf, print);

  section('Leads', columns, print);
  print(row('qualified', counts.a.qualified, counts.b.qualified));
  print(row('had an owner', counts.a.assigned, counts.b.assigned));
  print(row('times in line', counts.a.waited, counts.b.waited));

  section('Time to alert', columns, print);
  for (const rank of ['p50', 'p99'] as const) {
    const shown = (side: TimeToAlert | null): string => {
      if (side === null) return '-';
      const time = readableDuration(side[rank]);
      return side.atLeast.includes(rank) ? `over ${time}` : time;
    };
    print(row(rank, shown(timeToAlert.a), shown(timeToAlert.b)));
  }
  const shares = (side: TimeToAlert | null): string =>
    side === null ? '-' : `${side.inTime}, ${side.late} and ${side.notAlerted}`;
  print(row('in time, later and not alerted', shares(timeToAlert.a), shares(timeToAlert.b)));

  section('Clauses, kept and broken', columns, print);
  for (const { clause, a, b } of clauses) print(row(clause, `${a.kept} and ${a.broken}`, `${b.kept} and ${b.broken}`));

  section('Leads per rep, share, most at once', columns, print);
  const load = ({ leads: count, share, peak }: Comparison['reps'][number]['a']): string =>
    `${String(count).padEnd(6)}${percent(share).padEnd(9)}${peak}`;
  for (const { rep, a, b } of reps) print(row(nameOf(rep), load(a), load(b)));

  section('Furthest apart, and the bound', columns, print);
  const fairness = (side: Comparison['teams'][number]['a']): string =>
    side === null ? '-' : `${round(side.difference)} of ${round(side.bound)}${side.kept ? '' : ', broken'}`;
  for (const { team, a, b } of teams) print(row(team, fairness(a), fairness(b)));
};
