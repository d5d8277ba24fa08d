import * as z from 'zod';
import { withClients } from '../aws/with-clients.ts';
import { command, group } from '../command-line/command.ts';
import { argument, flag, option } from '../command-line/parameter.ts';
import { file, JSON_OUTPUT, STACK } from '../options.ts';
import type { Secrets } from './open-secrets.ts';

const withSecrets = async <T>(stack: string, work: (secrets: Secrets) => Promise<T>): Promise<T> => {
  const { openSecrets, shellClients } = await import('./open-secrets.ts');
  return withClients(shellClients, async (clients) => work(await openSecrets(clients, stack)));
};

const put = command({
  name: 'put',
  summary: 'keeps what is secret of a source or a sink, and prints the address of a source',
  details:
    'The file is JSON: { secrets, apiToken, apiTokenUntil, verifyToken, token }, each of which may be left out, or what the page of a sink says. The newest secret and token before stay valid beside new ones, until the next change. A source without a token gets one. The exit code is 1 if the name is none; 2 if the stack or the file cannot be read.',
  takes: {
    name: argument('as sources.yaml names the source, or sinks/NAME', z.string()),
    file: option('file', 'what is secret; /dev/stdin for a pipe', file('a file of JSON').exactOptional()),
    newAddress: flag('a new token, and so a new address; the one before stays valid too'),
    only: flag('whatever was valid before is not valid any more'),
    stack: STACK,
  },
  examples: [
    { line: 'golden-hour secrets put demo-form --file secret.json', does: 'keeps it, and prints the address' },
    {
      line: 'golden-hour secrets put sinks/slack --file slack.json',
      does: 'keeps the token of Slack, and prints the address for its buttons',
    },
    { line: 'golden-hour secrets put demo-form --only', does: 'ends what was valid beside the newest' },
  ],
  run: async ({ stack, ...options }, streams) => {
    const { putSecret } = await import('./put.ts');
    return withSecrets(stack, (secrets) => putSecret(secrets, options, streams));
  },
});

const list = command({
  name: 'list',
  summary: 'lists which secrets a stack has and since when, and none of what they are',
  details: 'It changes nothing. The exit code is 2 if the stack cannot be read.',
  takes: { stack: STACK, json: JSON_OUTPUT },
  examples: [{ line: 'golden-hour secrets list --stack GoldenHour', does: 'lists them' }],
  run: async ({ stack, json }, { stdout }) => {
    const { listSecrets } = await import('./list.ts');
    await withSecrets(stack, (secrets) => listSecrets(secrets, json, stdout));
    return true;
  },
});

export const secrets = group({
  name: 'secrets',
  summary: 'keeps what is secret of the systems that a deployed stack talks to',
  commands: [put, list],
});
