import type { Key, Outbox, Window } from '../../ports/store.ts';
import { StoreError } from '../../ports/store-error.ts';
import type { WatchPorts } from './watch-leads.ts';
import type { Round } from './watch-round.ts';

/** What is to be published of a document; a fact that cannot be read is told, and keeps back only those after it. */
const outboxOf = async (
  key: Key,
  window: Window,
  { store, observer }: WatchPorts,
): Promise<Outbox | 'unreadable' | undefined> => {
  try {
    return await store.outbox(key, window.upTo);
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'unreadable')) throw error;
    observer.error('A fact cannot be read', error, { document: key.type });
    observer.count('FactUnreadable');
    return 'unreadable';
  }
};

/** Has the facts published again that the stream has not. Answers how many documents have such. */
export const watchFacts = async (
  { window, share }: { readonly window: Window; readonly share: number },
  round: Round,
  ports: WatchPorts,
): Promise<number> => {
  let count = 0;
  await round.attempt('find what is not published', async () => {
    if (!round.hasTime(share)) return;
    for await (const keys of ports.store.unpublished(window)) {
      await round.attempt('have facts published', async () => {
        if (!(await ports.rechecks.hasRoom(['publish-events']))) return;
        const read = await Promise.all(keys.map((key) => outboxOf(key, window, ports)));
        const left = read.filter((one) => one !== undefined);
        const outboxes = left.filter((one) => one !== 'unreadable');
        count += left.length;
        if (outboxes.length > 0) await ports.rechecks.publishAgain(outboxes);
      });
      if (!round.hasTime(share)) return;
    }
  });
  return count;
};
