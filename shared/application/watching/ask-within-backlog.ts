import type { Backlog, RecheckQueue, RecheckQueueName } from '../../ports/recheck-queue.ts';

/** A function works off so many within seconds. */
const MOST_WAITING = 1_000;

/** Asks as much as is soon worked off. */
export interface Asking extends RecheckQueue {
  /** Whether one of these queues takes another question. If none does, what is late need not be read. */
  hasRoom(queues: readonly RecheckQueueName[]): Promise<boolean>;
}

/**
 * Asks no more than a queue is soon done with. Where more waits, a question of now would come after all of that, and one
 * of a later round hardly later; but what is late is asked about in every round, and so many questions would keep the
 * queue behind for good. Those that are left out are still due in the next round.
 */
export const askWithinBacklog = (rechecks: RecheckQueue, backlog: Backlog): Asking => {
  const room = new Map<RecheckQueueName, number>();

  /** The queue is worked off while the round goes on, so where there is too little it is counted again. */
  const roomFor = async (queue: RecheckQueueName, wanted: number): Promise<number> => {
    const known = room.get(queue) ?? 0;
    if (known >= wanted) return known;
    const counted = Math.max(0, MOST_WAITING - (await backlog.waiting(queue)));
    room.set(queue, counted);
    return counted;
  };

  const fitting = async <T>(queue: RecheckQueueName, all: readonly T[]): Promise<readonly T[]> => {
    const left = await roomFor(queue, all.length);
    const first = all.slice(0, left);
    room.set(queue, left - first.length);
    return first;
  };

  return {
    recheck: async (target, leadIds) => {
      const asked = await fitting(target, leadIds);
      if (asked.length > 0) await rechecks.recheck(target, asked);
    },
    publishAgain: async (outboxes) => {
      const asked = await fitting('publish-events', outboxes);
      if (asked.length > 0) await rechecks.publishAgain(asked);
    },
    hasRoom: async (queues) => {
      for (const queue of queues) if ((await roomFor(queue, 1)) > 0) return true;
      return false;
    },
  };
};
