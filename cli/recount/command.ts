import * as z from 'zod';
import { quietClients } from '../aws/ask-stack.ts';
import { command } from '../command-line/command.ts';
import { flag, option } from '../command-line/parameter.ts';
import { JSON_OUTPUT } from '../options.ts';

export const recount = command({
  name: 'recount',
  summary: 'counts anew the open leads that a deployed stack keeps of reps and accounts, and tells what differs',
  details:
    'It goes through the whole table, and changes nothing without --repair. Leads are never changed. docs/runbooks/situations.md says what is not counted, and why. The exit code is 1 if something is off, or changed too often to be counted; 2 if the stack cannot be reached.',
  takes: {
    stack: option('name', 'the deployed stack', z.string()),
    repair: flag('write what was counted in place of what is kept, while leads go on'),
    json: JSON_OUTPUT,
  },
  examples: [
    { line: 'golden-hour recount --stack GoldenHour', does: 'tells which reps and accounts are not as the leads say' },
    { line: 'golden-hour recount --stack GoldenHour --repair', does: 'repairs them' },
  ],
  run: async ({ stack, repair, json }, { stdout }) => {
    quietClients();
    const { recountStack } = await import('./recount.ts');
    return recountStack(stack, { repairs: repair, json }, stdout);
  },
});
