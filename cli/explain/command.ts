import * as z from 'zod';
import { readEmailAddress } from '../../shared/fields/email-address.ts';
import { command } from '../command-line/command.ts';
import { option } from '../command-line/parameter.ts';
import { AGREEMENT, EVENTS, JSON_OUTPUT, SEED, UNTIL } from '../options.ts';

const address = z.string().transform((text, { addIssue }) => {
  const reading = readEmailAddress(text);
  if ('value' in reading) return reading.value.identity;
  addIssue('is not an e-mail address; give one such as jo@acme.example');
  return z.NEVER;
});

export const explain = command({
  name: 'explain',
  summary: 'tells why a lead has the owner that it has, or none, and what would have changed it',
  details: 'The exit code is 1 if the feed has no event of the lead.',
  takes: {
    agreement: AGREEMENT,
    events: EVENTS,
    lead: option('email', "the lead's e-mail address, in any spelling", address),
    until: UNTIL,
    seed: SEED,
    json: JSON_OUTPUT,
  },
  examples: [
    {
      line: 'golden-hour explain --agreement agreement --events examples/one-lead.ndjson --lead jo@acme.example',
      does: 'tells why the lead went to the rep who got it',
    },
  ],
  run: async (values, { stdout, stderr }) => {
    const { explain: runExplanation } = await import('./explain.ts');
    return runExplanation(values, stdout, stderr);
  },
});
