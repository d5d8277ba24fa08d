import * as z from 'zod';
import { dayOf } from '../../shared/domain/time/local-date.ts';
import { quietClients } from '../aws/ask-stack.ts';
import { command } from '../command-line/command.ts';
import { UsageError } from '../command-line/failure.ts';
import { option } from '../command-line/parameter.ts';
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
    'It plays --events, or reads the whole table of a deployed --stack. Days are those of the zone in report.yaml, UTC without it. docs/measures.md defines each figure. The exit code is 2 if the stack cannot be read.',
  takes: {
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
  ],
  run: async ({ events, stack, seed, ...told }, { stdout, stderr }) => {
    if (told.from !== undefined && told.to !== undefined && told.from > told.to)
      throw new UsageError('--from is after --to');
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
