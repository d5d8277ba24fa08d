import * as z from 'zod';
import { command } from '../command-line/command.ts';
import { argument, option } from '../command-line/parameter.ts';
import { emailAddress, JSON_OUTPUT } from '../options.ts';

export const forget = command({
  name: 'forget',
  summary: 'erases a person from a deployed stack, and tells what it did',
  details:
    'It goes through the whole table. Run again after a failure, it goes on where it stopped. The exit code is 1 if nothing was held, 2 if the stack cannot be reached.',
  takes: {
    email: argument("the person's e-mail address, in any spelling", emailAddress),
    stack: option('name', 'the deployed stack', z.string()),
    json: JSON_OUTPUT,
  },
  examples: [
    { line: 'golden-hour forget jo@acme.example --stack GoldenHour', does: 'erases all that is held about the person' },
  ],
  run: async ({ email, stack, json }, streams) => {
    // Of the Node that later versions of the clients will need; these are pinned, and stderr is for what is wrong.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
    const { forgetInStack } = await import('./forget.ts');
    return forgetInStack({ email, stack, json }, streams);
  },
});
