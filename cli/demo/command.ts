import { join } from 'node:path';
import { command } from '../command-line/command.ts';
import { JSON_OUTPUT, SEED, UNTIL } from '../options.ts';
import { PACKAGE_ROOT } from '../package-root.ts';

export const demo = command({
  name: 'demo',
  summary: 'simulates the sample day that ships with the project',
  takes: { until: UNTIL, seed: SEED, json: JSON_OUTPUT },
  examples: [{ line: 'golden-hour demo', does: 'plays 321 leads of a Monday, in seconds' }],
  run: async (values, { stdout }) => {
    const { simulate } = await import('../simulate/simulate.ts');
    const agreement = join(PACKAGE_ROOT, 'agreement');
    await simulate({ ...values, agreement, events: join(PACKAGE_ROOT, 'examples', 'sample-day.ndjson') }, stdout);
    if (!values.json) {
      const events = 'examples/sample-day.ndjson';
      stdout.write(
        `\nThe same for both teams, figure by figure: golden-hour report --agreement agreement --events ${events}\n`,
      );
    }
    return true;
  },
});
