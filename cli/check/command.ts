import { command } from '../command-line/command.ts';
import { flag } from '../command-line/parameter.ts';
import { AGREEMENT, JSON_OUTPUT } from '../options.ts';

export const check = command({
  name: 'check',
  summary: 'tells whether an agreement is sound, or each problem as file:line:column problem',
  details: 'The exit code is 1 if there are problems. --json is for the report that --coverage gives.',
  takes: {
    agreement: AGREEMENT,
    coverage: flag('also tell when nobody is at work, who can be reached and how many leads fit'),
    json: JSON_OUTPUT,
  },
  examples: [
    { line: 'golden-hour check --agreement agreement', does: 'checks the five files in the folder agreement' },
    { line: 'golden-hour check --agreement agreement --coverage', does: 'and tells what an ordinary week covers' },
  ],
  run: async (values, { stdout, stderr }) => {
    const { check: runCheck } = await import('./check.ts');
    await runCheck({ ...values, now: Date.now() }, stdout, stderr);
    return true;
  },
});
