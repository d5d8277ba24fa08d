import * as z from 'zod';
import { withClients } from '../aws/with-clients.ts';
import { command, group } from '../command-line/command.ts';
import { argument, option } from '../command-line/parameter.ts';
import { file, JSON_OUTPUT, STACK } from '../options.ts';
import type { RefusedEvents } from './open-refused.ts';

const ID = argument(
  'the id that `refused list` shows',
  z.string().regex(/^[0-9a-f]{32}$/, 'is none of 32 hexadecimal digits; `golden-hour refused list` shows them'),
);

const withRefused = async <T>(stack: string, work: (refused: RefusedEvents) => Promise<T>): Promise<T> => {
  const { openRefused, shellClients } = await import('./open-refused.ts');
  return withClients(shellClients, async (clients) => work(await openRefused(clients, stack)));
};

const list = command({
  name: 'list',
  summary: 'lists the events that were refused and not sent again, with the first problem of each',
  details: 'It says nothing of a person. The exit code is 2 if the stack cannot be read.',
  takes: { stack: STACK, json: JSON_OUTPUT },
  examples: [
    { line: 'golden-hour refused list --stack GoldenHour', does: 'lists them, one a line' },
    { line: 'golden-hour refused list --json', does: 'prints each as a line of JSON, with all its problems' },
  ],
  run: async ({ stack, json }, { stdout }) => {
    const { listRefused } = await import('./list.ts');
    await withRefused(stack, (refused) => listRefused(refused, { json, now: Date.now() }, stdout));
    return true;
  },
});

const show = command({
  name: 'show',
  summary: 'prints a refused event for an editor, and its problems on stderr',
  details: 'The event holds personal data. The exit code is 1 if it is not kept, 2 if the stack cannot be read.',
  takes: { id: ID, stack: STACK, json: JSON_OUTPUT },
  examples: [
    {
      line: 'golden-hour refused show 0f3c5a7e9b1d2f4a6c8e0b2d4f6a8c0e > event.json',
      does: 'puts the event into a file, and says what has to be mended in it',
    },
  ],
  run: async ({ id, stack, json }, streams) => {
    const { showRefused } = await import('./show.ts');
    return withRefused(stack, (refused) => showRefused(refused, { id, json }, streams));
  },
});

const resend = command({
  name: 'resend',
  summary: 'puts a refused event on the bus again, as it came or mended',
  details:
    'It keeps the time at which it occurred, and gets an id of its own: the same text sent twice is taken once. The exit code is 1 if it is not kept or would be refused again, 2 if the stack cannot be read.',
  takes: {
    id: ID,
    stack: STACK,
    file: option('file', 'the mended event (default: the event as it came)', file('the mended event').exactOptional()),
    json: JSON_OUTPUT,
  },
  examples: [
    {
      line: 'golden-hour refused resend 0f3c5a7e9b1d2f4a6c8e0b2d4f6a8c0e --file event.json',
      does: 'sends what `refused show` printed and somebody mended',
    },
  ],
  run: async ({ id, stack, file: path, json }, streams) => {
    const { readFile } = await import('node:fs/promises');
    const { resendRefused } = await import('./resend.ts');
    const mended = path === undefined ? {} : { mended: await readFile(path, 'utf8') };
    return withRefused(stack, (refused) => resendRefused(refused, { id, json, now: Date.now(), ...mended }, streams));
  },
});

export const refused = group({
  name: 'refused',
  summary: 'lists and shows events that a deployed stack refused, and sends them again',
  commands: [list, show, resend],
});
