import { command } from '../command-line/command.ts';
import { AGREEMENT, agreementOption, EVENTS, JSON_OUTPUT, SEED, UNTIL } from '../options.ts';

export const compare = command({
  name: 'compare',
  summary: 'tells who would own what under two agreements, with load, fairness and clauses',
  takes: {
    agreement: AGREEMENT,
    with: agreementOption('the other agreement'),
    events: EVENTS,
    until: UNTIL,
    seed: SEED,
    json: JSON_OUTPUT,
  },
  examples: [
    {
      line: 'golden-hour compare --agreement agreement --with proposal --events examples/sample-day.ndjson',
      does: 'plays the sample day under the agreement that you have, and under a changed copy of it',
    },
  ],
  run: async (values, { stdout, stderr }) => {
    const { compare: runComparison } = await import('./compare.ts');
    await runComparison(values, stdout, stderr);
    return true;
  },
});
