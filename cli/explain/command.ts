import * as z from 'zod';
import { command } from '../command-line/command.ts';
import { UsageError } from '../command-line/failure.ts';
import { option } from '../command-line/parameter.ts';
import { agreementFolder, emailAddress, eventsFile, JSON_OUTPUT, SEED, UNTIL } from '../options.ts';

export const explain = command({
  name: 'explain',
  summary: "tells a lead's whole life, why it has its owner, or none, and what would have changed it",
  details:
    'It plays --events under --agreement, or reads a deployed --stack and changes nothing. The exit code is 1 if there is no such lead, 2 if the stack cannot be read.',
  takes: {
    agreement: option(
      'dir',
      'the folder of the agreement; with --stack only to name people',
      agreementFolder().exactOptional(),
    ),
    events: option('file', 'the feed: inbound events, one a line', eventsFile().exactOptional()),
    stack: option('name', 'a deployed stack, in place of --events', z.string().exactOptional()),
    lead: option('email', "the lead's e-mail address, in any spelling", emailAddress),
    until: UNTIL,
    seed: SEED,
    json: JSON_OUTPUT,
  },
  examples: [
    {
      line: 'golden-hour explain --agreement agreement --events examples/one-lead.ndjson --lead jo@acme.example',
      does: 'tells why the lead went to the rep who got it',
    },
    {
      line: 'golden-hour explain --stack GoldenHour --lead jo@acme.example',
      does: 'tells what became of a lead of the stack GoldenHour',
    },
  ],
  run: async ({ agreement, events, stack, ...values }, streams) => {
    if (stack !== undefined) {
      if (events !== undefined) throw new UsageError('--events and --stack exclude each other');
      // Of the Node that later versions of the clients will need; these are pinned, and stderr is for what is wrong.
      process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
      const { explainStack } = await import('./stack/explain-stack.ts');
      const { lead, json } = values;
      const named = agreement === undefined ? {} : { agreement };
      return explainStack({ stack, lead, json, now: Date.now(), ...named }, streams);
    }
    if (agreement === undefined) throw new UsageError('--agreement <dir> is missing');
    if (events === undefined) throw new UsageError('--events <file> is missing; or name a deployed --stack');
    const { explain: runExplanation } = await import('./explain.ts');
    return runExplanation({ agreement, events, ...values }, streams.stdout, streams.stderr);
  },
});
