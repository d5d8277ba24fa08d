import * as z from 'zod';
import { quietClients } from '../aws/ask-stack.ts';
import { command } from '../command-line/command.ts';
import { UsageError } from '../command-line/failure.ts';
import { option } from '../command-line/parameter.ts';
import { AGREEMENT, eventsFile, SEED, UNTIL } from '../options.ts';

const port = z
  .string()
  .refine(
    (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535,
    'is not a port; give one such as 4173, or 0 for any',
  )
  .transform(Number);

export const page = command({
  name: 'page',
  summary: 'serves the page of both teams on this machine: the figures of report, with charts and each lead',
  details:
    'It plays --events, or reads the whole table of a deployed --stack, and serves the page to browsers of this machine until Ctrl-C. docs/measures.md defines each figure. The exit code is 2 if the stack cannot be read or the port is taken.',
  takes: {
    agreement: AGREEMENT,
    events: option('file', 'the feed: inbound events, one a line', eventsFile().exactOptional()),
    stack: option('name', 'a deployed stack, in place of --events', z.string().exactOptional()),
    until: UNTIL,
    port: option('number', 'the port; 0 takes any that is free', port.default(4173)),
    seed: SEED,
  },
  examples: [
    {
      line: 'golden-hour page --agreement agreement --events history.ndjson',
      does: 'plays what has come, and opens its figures to a browser of this machine',
    },
    {
      line: 'golden-hour page --agreement agreement --stack GoldenHour',
      does: 'does the same with the facts of a deployed stack',
    },
  ],
  run: async ({ events, stack, ...asked }, streams) => {
    if (events !== undefined && stack !== undefined) throw new UsageError('--events and --stack exclude each other');
    if (events === undefined && stack === undefined)
      throw new UsageError('--events <file> is missing; or name a deployed --stack');
    const { showPage } = await import('./page.ts');
    if (stack !== undefined) {
      quietClients();
      return showPage({ ...asked, stack }, streams);
    }
    return showPage({ ...asked, events: events ?? '' }, streams);
  },
});
