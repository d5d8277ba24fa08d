import type { Coverage, TerritoryCoverage } from '../../shared/agreement/analysis/coverage.ts';
import type { Week } from '../../shared/agreement/analysis/week-gaps.ts';
import { readableDuration } from '../../shared/domain/time/readable-duration.ts';
import { dateOf } from '../../shared/domain/time/zone.ts';
import { CHANNEL_NAMES, CHANNELS } from '../../shared/domain/vocabulary/channels.ts';
import { alikeDays } from './alike-days.ts';
import { countReached, spansOf } from './coverage-json.ts';

/** Days that are alike in one go: `mon-thu 00:00-09:00 18:00-24:00, fri-sun all day`. */
const inWords = (week: Week): string => {
  const texts = spansOf(week).map((spans) => (spans.join(' ') === '00:00-24:00' ? 'all day' : spans.join(' ')));
  const told = alikeDays(texts);
  return told.length === 0 ? 'never' : told.map(({ days, text }) => `${days} ${text}`).join(', ');
};

const limit = (leads: number | undefined): string => (leads === undefined ? 'unlimited' : String(leads));
/** Of a week, so never in days: `37 h 30 min`. */
const hours = (number: number): string => readableDuration(Math.round(number * 60) * 60_000, 'h');

/** The first column to the left, numbers to the right. */
const printTable = (rows: readonly (readonly string[])[], print: (line: string) => void): void => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const [first = '', ...others] of rows) {
    const cells = others.map((cell, i) => cell.padStart(widths[i + 1] ?? 0));
    print(`  ${[first.padEnd(widths[0] ?? 0), ...cells].join('  ')}`);
  }
};

const printGaps = (one: TerritoryCoverage, print: (line: string) => void): void => {
  const { territory, timeZone, gaps, gapsWithOverflow, overflow, onCall, gapsWithOnCall } = one;
  const lines = [
    ['UTC', inWords(gaps.utc)],
    ...(timeZone === 'UTC' ? [] : [[timeZone, inWords(gaps.local)]]),
    ...(overflow.length === 0 ? [] : [['with overflow, UTC', inWords(gapsWithOverflow.utc)]]),
    ...(onCall === undefined ? [] : [['with on call, UTC', inWords(gapsWithOnCall.utc)]]),
  ];
  print('');
  print(`  ${territory}`);
  const width = Math.max(...lines.map(([label = '']) => label.length));
  for (const [label = '', text] of lines) print(`    ${label.padEnd(width)}  ${text}`);
};

const printPeople = ({ territory, people, overflow }: TerritoryCoverage, print: (line: string) => void): void => {
  print('');
  print(`  ${territory}${overflow.length === 0 ? '' : `, then ${overflow.join(', ')}`}`);
  for (const { name, rep, channels, timeZone, hoursAWeek } of people) {
    print(`    ${name} (${rep})  ${channels.join(', ')}  ${hours(hoursAWeek)} a week, ${timeZone}`);
  }
};

const verdict = ({ atMost = Infinity, atFullClauses = Infinity }: Coverage['capacity'], leads: number): string => {
  if (leads > atMost) return 'more than the teams can take';
  return leads > atFullClauses
    ? 'the teams can take them if leads end sooner than their clauses allow'
    : 'the teams can take them';
};

/** What an agreement covers, for a person to read. */
export const printCoverage = (coverage: Coverage, print: (line: string) => void): void => {
  const { territories, capacity, reps, qualifiedPerWeek } = coverage;
  print(`COVERAGE of an ordinary week, with clocks as in the week of ${dateOf(coverage.monday)}`);
  print('');
  const reached = CHANNELS.map((channel) => CHANNEL_NAMES[channel]);
  printTable(
    [
      [
        'territory',
        'reps',
        ...reached,
        'nobody at work',
        'with overflow',
        'with on call',
        'leads at most',
        'at full clauses',
      ],
      ...territories.map((one) => [
        one.territory,
        String(one.people.length),
        ...CHANNELS.map((channel) => String(countReached(one, channel))),
        hours(one.gaps.hours),
        hours(one.gapsWithOverflow.hours),
        hours(one.gapsWithOnCall.hours),
        limit(one.capacity.atMost),
        limit(one.capacity.atFullClauses),
      ]),
      [
        'all, each rep once',
        String(reps),
        ...reached.map(() => ''),
        '',
        '',
        '',
        limit(capacity.atMost),
        limit(capacity.atFullClauses),
      ],
    ],
    print,
  );
  print('');
  print('  nobody at work   for how long of the 168 h of a week nobody of the team is at work');
  print('  leads at most    what the daily limits let the reps take in a week');
  print('  at full clauses  no more than these where every lead stays open for as long as its clauses allow');
  if (qualifiedPerWeek !== undefined) {
    print('');
    print(`  Marketing means to qualify ${qualifiedPerWeek} a week: ${verdict(capacity, qualifiedPerWeek)}.`);
  }
  print('');
  print('Nobody is at work');
  for (const one of territories) printGaps(one, print);
  print('');
  print('Who can be reached, and how');
  for (const one of territories) printPeople(one, print);
};
