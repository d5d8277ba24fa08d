import type { DateRange, DayOff } from '../../shared/agreement/holidays/days-off.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** As docs/agreement.md says; null for a date that reps.yaml gives the rep alone. */
export const holidaysJson = (found: readonly DayOff[], without: readonly Named[], { from, to }: DateRange) => ({
  from,
  until: to,
  daysOff: found.map(({ rep, name, date, holiday }) => ({
    date,
    rep,
    name,
    holiday: holiday?.name ?? null,
    calendar: holiday?.calendar ?? null,
  })),
  withoutCalendar: without.map(({ id }) => id),
});

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const rowOf = ({ date, rep, name, holiday }: DayOff): readonly string[] => [
  `${date} ${WEEKDAYS[new Date(date).getUTCDay()]}`,
  `${name} (${rep})`,
  holiday?.name ?? 'a day off of their own',
  holiday?.calendar ?? '',
];

export const printHolidays = (
  found: readonly DayOff[],
  without: readonly Named[],
  { from, to }: DateRange,
  print: (line: string) => void,
): void => {
  print(`DAYS OFF from ${from} to ${to}`);
  print('');
  const rows = found.map(rowOf);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    print(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
  }
  if (rows.length === 0) print('  none');
  if (without.length === 0) return;
  print('');
  print(`Without a calendar: ${without.map(({ id, name }) => `${name} (${id})`).join(', ')}`);
};
