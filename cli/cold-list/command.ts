import * as z from 'zod';
import { quietClients } from '../aws/ask-stack.ts';
import { command } from '../command-line/command.ts';
import { UsageError } from '../command-line/failure.ts';
import { flag, option } from '../command-line/parameter.ts';
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
    'Best score first, as it is now. It plays --events, or reads the whole table of a deployed --stack. docs/forecast.md says who is on it. --suggest changes nothing but that the leads are suggested no more for a month. The exit code is 2 if the stack cannot be read.',
  takes: {
    agreement: AGREEMENT,
    events: option('file', 'the feed: inbound events, one a line', eventsFile().exactOptional()),
    stack: option('name', 'a deployed stack, in place of --events', z.string().exactOptional()),
    until: UNTIL,
    suggest: flag('publishes a LeadSuggested for each that is listed and that somebody has room for; --stack alone'),
    most: option('number', 'how many leads at most', most.default(25)),
    seed: SEED,
    json: JSON_OUTPUT,
  },
  examples: [
    {
      line: 'golden-hour cold-list --agreement agreement --events history.ndjson',
      does: 'plays what has come, and lists whom to call again',
    },
    {
      line: 'golden-hour cold-list --agreement agreement --stack GoldenHour --suggest',
      does: 'suggests the best 25 to reps who have room: a fact for each, on the bus',
    },
  ],
  run: async ({ events, stack, suggest, ...asked }, { stdout, stderr }) => {
    if (events !== undefined && stack !== undefined) throw new UsageError('--events and --stack exclude each other');
    const { listOfFeed, listOfStack } = await import('./cold-list.ts');
    if (stack !== undefined) {
      if (asked.until !== undefined) throw new UsageError('--until is for --events; a table holds what is now');
      quietClients();
      return listOfStack(stack, { ...asked, suggest }, stdout);
    }
    if (suggest) throw new UsageError('--suggest is for --stack; a feed has nobody to tell');
    if (events === undefined) throw new UsageError('--events <file> is missing; or name a deployed --stack');
    return listOfFeed({ ...asked, events }, stdout, stderr);
  },
});
