import type { Writable } from 'node:stream';
import { counted } from '../../shared/domain/language/counted.ts';
import { createOutput } from '../output.ts';
import type { DeadLetterQueue, DeadLetterQueues } from './open-queues.ts';

const line = ({ name, messages, to }: DeadLetterQueue): string =>
  `${name}  ${counted(messages, 'message')}, ${to === undefined ? 'which nothing handles' : `handled by way of ${to}`}`;

/** Lists the queues that hold messages; as JSON all of them. Throws StackNotRead. */
export const listDeadLetters = async (queues: DeadLetterQueues, json: boolean, stdout: Writable): Promise<void> => {
  const all = await queues.list();
  const output = createOutput(stdout);
  if (json) {
    for (const { name, messages, to = null } of all) output.line(JSON.stringify({ queue: name, messages, to }));
  } else {
    const full = all.filter(({ messages }) => messages > 0);
    for (const queue of full) output.line(line(queue));
    if (full.length === 0) output.line('no dead letters');
  }
  await output.flush(true);
};
