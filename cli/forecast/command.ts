import { command } from '../command-line/command.ts';
import { AGREEMENT, EVENTS, JSON_OUTPUT, SEED, UNTIL } from '../options.ts';

export const forecast = command({
  name: 'forecast',
  summary: 'tells how many qualified leads to expect in the next 13 weeks, and whether each team can take them',
  details: 'The exit code is 1 if the feed holds fewer than 12 whole weeks: then nothing is foreseen.',
  takes: { agreement: AGREEMENT, events: EVENTS, until: UNTIL, seed: SEED, json: JSON_OUTPUT },
  examples: [
    {
      line: 'golden-hour forecast --agreement agreement --events history.ndjson',
      does: 'plays what has come so far, and looks 13 weeks ahead',
    },
  ],
  run: async (values, { stdout, stderr }) => {
    const { runForecast } = await import('./forecast.ts');
    return runForecast(values, stdout, stderr);
  },
});
