import { command } from '../command-line/command.ts';
import { JSON_OUTPUT, SEED, UNTIL } from '../options.ts';

export const demo = command({
  name: 'demo',
  summary: 'simulates the sample day that ships with the project, and tells its figures',
  takes: { until: UNTIL, seed: SEED, json: JSON_OUTPUT },
  examples: [{ line: 'golden-hour demo', does: 'plays 321 leads of a Monday, in seconds' }],
  run: async (values, { stdout }) => {
    const { playDemo } = await import('./demo.ts');
    await playDemo(values, stdout);
    return true;
  },
});
