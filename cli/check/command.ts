import { command } from '../command-line/command.ts';
import { flag } from '../command-line/parameter.ts';
import { AGREEMENT, JSON_OUTPUT } from '../options.ts';

export const check = command({
  name: 'check',
  summary: 'tells whether an agreement is sound, or each problem as file:line:column problem',
  details:
    'The exit code is 1 if there are problems, and with --promise if some hour of the week cannot keep alert.within. --json is for what --coverage and --promise tell.',
  takes: {
    agreement: AGREEMENT,
    coverage: flag('also tell when nobody is at work, who is reached how soon and how many leads fit'),
    promise: flag('also tell each hour in which a hot lead may wait longer than alert.within'),
    json: JSON_OUTPUT,
  },
  examples: [
    { line: 'golden-hour check --agreement agreement', does: 'checks the files in the folder agreement' },
    { line: 'golden-hour check --agreement agreement --coverage', does: 'and tells what an ordinary week covers' },
    {
      line: 'golden-hour check --agreement agreement --promise',
      does: 'and fails if some hour cannot keep the promise of the alert',
    },
  ],
  run: async (values, { stdout, stderr }) => {
    const { check: runCheck } = await import('./check.ts');
    return runCheck({ ...values, now: Date.now() }, stdout, stderr);
  },
});
