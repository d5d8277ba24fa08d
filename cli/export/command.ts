import * as z from 'zod';
import { command } from '../command-line/command.ts';
import { argument, option } from '../command-line/parameter.ts';
import { emailAddress } from '../options.ts';

export const exportCommand = command({
  name: 'export',
  summary: 'prints all that a deployed stack holds about a person, as JSON',
  details: 'It changes nothing. The exit code is 1 if nothing is held, 2 if the stack cannot be read.',
  takes: {
    email: argument("the person's e-mail address, in any spelling", emailAddress),
    stack: option('name', 'the deployed stack', z.string()),
  },
  examples: [
    { line: 'golden-hour export jo@acme.example --stack GoldenHour', does: 'prints what is held about the person' },
  ],
  run: async ({ email, stack }, streams) => {
    // Of the Node that later versions of the clients will need; these are pinned, and stderr is for what is wrong.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
    const { exportFromStack } = await import('./export.ts');
    return exportFromStack(email, stack, streams);
  },
});
