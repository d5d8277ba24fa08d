import * as z from 'zod';
import { quietClients } from '../aws/ask-stack.ts';
import { command } from '../command-line/command.ts';
import { UsageError } from '../command-line/failure.ts';
import { option } from '../command-line/parameter.ts';
import { AGREEMENT, eventsFile, JSON_OUTPUT, SEED, UNTIL } from '../options.ts';

const most = z
  .string()
  .regex(/^[1-9]\d{0,5}$/, 'is not a whole number from 1 to 999999; give one such as 50')
  .transform(Number);

export const coldList = command({
  name: 'cold-list',
  summary:
    'lists leads that are worth another call: given back a month ago, or warm and quiet, with a rep who has room',
  details:
    'Best score first, as it is now. It plays --events, or reads the whole table of a deployed --stack. docs/forecast.md says who is on it. The exit code is 2 if the stack cannot be read.',
  takes: {
    agreement: AGREEMENT,
    events: option('file', 'the feed: inbound events, one a line', eventsFile().exactOptional()),
    stack: option('name', 'a deployed stack, in place of --events', z.string().exactOptional()),
    until: UNTIL,
    most: option('number', 'how many leads at most', most.default(25)),
    seed: SEED,
    json: JSON_OUTPUT,
  },
  examples: [
    {
      line: 'golden-hour cold-list --agreement agreement --events history.ndjson',
      does: 'plays what has come, and lists whom to call again',
    },
  ],
  run: async ({ events, stack, ...asked }, { stdout, stderr }) => {
    if (events !== undefined && stack !== undefined) throw new UsageError('--events and --stack exclude each other');
    const { listOfFeed, listOfStack } = await import('./cold-list.ts');
    if (stack !== undefined) {
      if (asked.until !== undefined) throw new UsageError('--until is for --events; a table holds what is now');
      quietClients();
      return listOfStack(stack, asked, stdout);
    }
    if (events === undefined) throw new UsageError('--events <file> is missing; or name a deployed --stack');
    return listOfFeed({ ...asked, events }, stdout, stderr);
  },
});
