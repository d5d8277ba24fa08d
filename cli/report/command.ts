import * as z from 'zod';
import { dayOf } from '../../shared/domain/time/local-date.ts';
import { quietClients } from '../aws/ask-stack.ts';
import { command } from '../command-line/command.ts';
import { UsageError } from '../command-line/failure.ts';
import { argument, flag, option } from '../command-line/parameter.ts';
import { AGREEMENT, eventsFile, JSON_OUTPUT, SEED, UNTIL } from '../options.ts';

/** Local days from 1970-01-01. */
const date = z.string().transform((text, { addIssue }) => {
  const day = dayOf(text);
  if (day !== undefined) return day;
  addIssue('is not a date; give one such as 2026-11-02');
  return z.NEVER;
});

const day = (which: string) => option('date', `the ${which} day that counts`, date.exactOptional());

const only = (name: string, whose: string) => option(name, `only leads ${whose}`, z.string().exactOptional());

export const report = command({
  name: 'report',
  summary: 'tells what became of the leads: funnel, times, promises, reps, sources, money',
  details:
    'It plays --events, or reads the figures that a deployed --stack keeps; its whole table before the first rebuild, and with --until. Days are those of the zone in report.yaml, UTC without it. docs/measures.md defines each figure. The exit code is 2 if the stack cannot be read.',
  takes: {
    rebuild: argument(
      'rebuild: count the figures of --stack anew from its history, tell what differs, and mend it',
      z.literal('rebuild', { error: () => 'is not known; give rebuild, or nothing' }).exactOptional(),
    ),
    agreement: AGREEMENT,
    events: option('file', 'the feed: inbound events, one a line', eventsFile().exactOptional()),
    stack: option('name', 'a deployed stack, in place of --events', z.string().exactOptional()),
    from: day('first'),
    to: day('last'),
    until: UNTIL,
    territory: only('name', 'of this territory'),
    rep: only('id', 'that this rep has, or had last'),
    source: only('name', 'whose last source is this'),
    campaign: only('name', 'whose last campaign is this'),
    checkIn: flag('what the last check-in by e-mail says of all leads, or of those of --rep, in place of the figures'),
    all: flag('with rebuild: also write what is right already, so that it goes to S3 anew where athena is on'),
    dryRun: flag('with rebuild: only tell what differs; the exit code is 1 if anything does'),
    seed: SEED,
    json: JSON_OUTPUT,
  },
  examples: [
    {
      line: 'golden-hour report --agreement agreement --events history.ndjson --from 2026-11-01 --to 2026-11-30',
      does: 'plays what has come, and tells the figures of November',
    },
    {
      line: 'golden-hour report --agreement agreement --stack GoldenHour --json',
      does: 'tells the figures of a deployed stack as one document',
    },
    {
      line: 'golden-hour report rebuild --agreement agreement --stack GoldenHour',
      does: 'counts the figures of a deployed stack anew, once after an upgrade or when they are in doubt',
    },
  ],
  run: async ({ events, stack, seed, rebuild, dryRun, all, ...told }, { stdout, stderr }) => {
    if (rebuild !== undefined) {
      if (stack === undefined) throw new UsageError('rebuild needs a deployed --stack <name>');
      quietClients();
      const { rebuildReport } = await import('./report.ts');
      return rebuildReport(stack, { agreement: told.agreement, isDry: dryRun, tellsAll: all }, stdout);
    }
    if (dryRun || all) throw new UsageError(`${dryRun ? '--dry-run' : '--all'} is for rebuild`);
    if (told.from !== undefined && told.to !== undefined && told.from > told.to)
      throw new UsageError('--from is after --to');
    if (told.checkIn && told.json) throw new UsageError('--check-in and --json exclude each other');
    if (stack !== undefined) {
      if (events !== undefined) throw new UsageError('--events and --stack exclude each other');
      quietClients();
      const { reportStack } = await import('./report.ts');
      return reportStack(stack, told, stdout);
    }
    if (events === undefined) throw new UsageError('--events <file> is missing; or name a deployed --stack');
    const { runReport } = await import('./report.ts');
    return runReport({ ...told, events, seed }, stdout, stderr);
  },
});
