import * as z from 'zod';
import { withClients } from '../aws/with-clients.ts';
import { command, group } from '../command-line/command.ts';
import { argument } from '../command-line/parameter.ts';
import { JSON_OUTPUT, STACK } from '../options.ts';
import type { DeadLetterQueues } from './open-queues.ts';

const withQueues = async <T>(stack: string, work: (queues: DeadLetterQueues) => Promise<T>): Promise<T> => {
  const { openQueues, shellClients } = await import('./open-queues.ts');
  return withClients(shellClients, async (clients) => work(await openQueues(clients, stack)));
};

const list = command({
  name: 'list',
  summary: 'lists the queues in which messages wait for a person, with how many',
  details: 'It changes nothing. The exit code is 2 if the stack cannot be read.',
  takes: { stack: STACK, json: JSON_OUTPUT },
  examples: [
    { line: 'golden-hour dead-letters list --stack GoldenHour', does: 'lists the queues that hold messages' },
    { line: 'golden-hour dead-letters list --json', does: 'prints every queue as a line of JSON' },
  ],
  run: async ({ stack, json }, { stdout }) => {
    const { listDeadLetters } = await import('./list.ts');
    await withQueues(stack, (queues) => listDeadLetters(queues, json, stdout));
    return true;
  },
});

const redrive = command({
  name: 'redrive',
  summary: 'moves the messages of such a queue to the queue of the function that handles them',
  details:
    'It moves as many as are there when it begins. The exit code is 1 if there is no such queue, or nothing handles what is in it; 2 if the stack cannot be read.',
  takes: {
    queue: argument('the name that `dead-letters list` shows, such as ScoreLeadDeadLetters', z.string()),
    stack: STACK,
    json: JSON_OUTPUT,
  },
  examples: [
    {
      line: 'golden-hour dead-letters redrive ScoreLeadDeadLetters --stack GoldenHour',
      does: 'has score-lead try again what it gave up on',
    },
  ],
  run: async ({ queue, stack, json }, streams) => {
    const { redriveQueue } = await import('./redrive.ts');
    return withQueues(stack, (queues) => redriveQueue(queues, { queue, json }, streams));
  },
});

export const deadLetters = group({
  name: 'dead-letters',
  summary: 'lists what a deployed stack gave up on, and has it tried again',
  commands: [list, redrive],
});
