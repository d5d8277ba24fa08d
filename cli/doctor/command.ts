import { command } from '../command-line/command.ts';
import { AGREEMENT, JSON_OUTPUT, STACK } from '../options.ts';

export const doctor = command({
  name: 'doctor',
  summary: 'looks at a deployed stack: who cannot be reached, dead letters, alarms, what is late',
  details:
    'It changes nothing. Region and credentials are those of the shell. The exit code is 1 if there is a problem, 2 if the stack cannot be looked at.',
  takes: { agreement: AGREEMENT, stack: STACK, json: JSON_OUTPUT },
  examples: [
    { line: 'golden-hour doctor --agreement agreement', does: 'looks at the stack GoldenHour' },
    {
      line: 'golden-hour doctor --agreement agreement --stack Sales-GoldenHour --json',
      does: 'looks at another one, and prints each finding as a line of JSON',
    },
  ],
  run: async (values, streams) => {
    // Of the Node that later versions of the clients will need; these are pinned, and stderr is for what is wrong.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
    const { doctor: runDoctor } = await import('./doctor.ts');
    return runDoctor({ ...values, now: Date.now() }, streams);
  },
});
