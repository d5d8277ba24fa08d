import * as z from 'zod';
import { isDate } from '../../shared/agreement/files/values.ts';
import { DAY_MS } from '../../shared/domain/time/durations.ts';
import { command } from '../command-line/command.ts';
import { option } from '../command-line/parameter.ts';
import { AGREEMENT, EVENTS, JSON_OUTPUT, SEED, UNTIL } from '../options.ts';

/** Local days from 1970-01-01. */
const date = z.string().transform((text, { addIssue }) => {
  if (isDate(text)) return Date.parse(text) / DAY_MS;
  addIssue('is not a date; give one such as 2026-11-02');
  return z.NEVER;
});

const day = (which: string) => option('date', `the ${which} day that counts`, date.exactOptional());

const only = (name: string, whose: string) => option(name, `only leads ${whose}`, z.string().exactOptional());

export const report = command({
  name: 'report',
  summary: 'tells what became of the leads: funnel, times, promises, reps, sources, money',
  details:
    'Days are those of the zone in report.yaml, UTC without it. docs/measures.md defines each figure. With --json one document is printed.',
  takes: {
    agreement: AGREEMENT,
    events: EVENTS,
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
  ],
  run: async (values, { stdout, stderr }) => {
    const { runReport } = await import('./report.ts');
    return runReport(values, stdout, stderr);
  },
});
