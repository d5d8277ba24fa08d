import { command } from '../command-line/command.ts';
import { AGREEMENT, EVENTS, JSON_OUTPUT, SEED, UNTIL } from '../options.ts';

export const simulate = command({
  name: 'simulate',
  summary: 'plays a feed of events through the real functions in virtual time, and tells what happens',
  takes: { agreement: AGREEMENT, events: EVENTS, until: UNTIL, seed: SEED, json: JSON_OUTPUT },
  examples: [
    {
      line: 'golden-hour simulate --agreement agreement --events examples/sample-day.ndjson',
      does: 'tells a day as a story, with a summary at the end',
    },
    {
      line: 'golden-hour simulate --agreement agreement --events examples/sample-day.ndjson --json',
      does: 'prints each fact and each message as a line of JSON, the same at every run',
    },
  ],
  run: async (values, { stdout, stderr }) => {
    const { simulate: runSimulation } = await import('./simulate.ts');
    await runSimulation(values, stdout, stderr);
    return true;
  },
});
