import { command } from '../command-line/command.ts';
import { flag } from '../command-line/parameter.ts';
import { AGREEMENT, EVENTS, JSON_OUTPUT, SEED, UNTIL } from '../options.ts';

export const calibrate = command({
  name: 'calibrate',
  summary:
    'tells how well the score tells won leads from lost ones, and suggests better points where outcomes speak for them',
  details:
    'The exit code is 1 if nothing is suggested: with fewer than 100 outcomes, where nothing foretells them, or where the points of today are as good.',
  takes: {
    agreement: AGREEMENT,
    events: EVENTS,
    recycledAsLost: flag('count leads that were recycled, returned or closed as lost'),
    until: UNTIL,
    seed: SEED,
    json: JSON_OUTPUT,
  },
  examples: [
    {
      line: 'golden-hour calibrate --agreement agreement --events history.ndjson',
      does: 'judges the score on the newest outcomes, and shows better points as a diff of scoring.yaml',
    },
  ],
  run: async (values, { stdout, stderr }) => {
    const { runCalibrate } = await import('./calibrate.ts');
    return runCalibrate(values, stdout, stderr);
  },
});
