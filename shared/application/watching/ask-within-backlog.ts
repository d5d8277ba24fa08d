import type { Backlog, RecheckQueue, RecheckQueueName } from '../../ports/recheck-queue.ts';

/** A function works off so many within seconds. */
export const MOST_WAITING = 1_000;

/**
 * Asks no more than a queue is soon done with. Where more waits, a question of now would come after all of that, and one
 * of a later round hardly later; but what is late is asked about in every round, and so many questions would keep the
 * queue behind for good. Those that are left out are still due in the next round.
 */
export const askWithinBacklog = (rechecks: RecheckQueue, backlog: Backlog): RecheckQueue => {
  const room = new Map<RecheckQueueName, number>();

  const fitting = async <T>(queue: RecheckQueueName, all: readonly T[]): Promise<readonly T[]> => {
    let left = room.get(queue) ?? 0;
    // The queue is worked off while the round goes on.
    if (left < all.length) left = Math.max(0, MOST_WAITING - (await backlog.waiting(queue)));
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
  };
};
