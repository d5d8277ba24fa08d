import { counted } from '../../shared/domain/language/counted.ts';
import type { Streams } from '../command-line/command.ts';
import type { DeadLetterQueues } from './open-queues.ts';

/**
 * Moves what is in a queue now to where it is handled. What fails again comes back, and is not moved once more. Answers
 * false where there is no such queue, or nothing handles what is in it. Throws StackNotRead.
 */
export const redriveQueue = async (
  queues: DeadLetterQueues,
  { queue: name, json }: { readonly queue: string; readonly json: boolean },
  { stdout, stderr }: Streams,
): Promise<boolean> => {
  const all = await queues.list();
  const queue = all.find((one) => one.name === name);
  if (queue === undefined) {
    stderr.write(`golden-hour: there is no queue ${name}; there are ${all.map((one) => one.name).join(', ')}\n`);
    return false;
  }
  if (queue.to === undefined) {
    stderr.write(`golden-hour: nothing handles the messages of ${name}; docs/runbooks says what to do with them\n`);
    return false;
  }
  let moved = 0;
  while (moved < queue.messages) {
    const some = await queues.moveSome(queue, queue.messages - moved);
    if (some === 0) break;
    moved += some;
  }
  const { to } = queue;
  stdout.write(
    `${json ? JSON.stringify({ queue: name, to, moved }) : `${counted(moved, 'message')} moved to ${to}`}\n`,
  );
  return true;
};
