import { forgetBundles } from '../../domain/alert/delivery/bundles.ts';
import type { Inboxes } from '../../domain/alert/delivery/inbox.ts';
import { EMPTY_INBOX, type Inbox } from '../../domain/alert/delivery/inbox.ts';
import { DAY_MS } from '../../domain/time/durations.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Key, Store, WriteOf } from '../../ports/store.ts';

/** An inbox that nothing was written to for this long may go: nothing in it matters any more. */
const INBOX_MS = 30 * DAY_MS;

/** Inboxes as loaded, and how to save what a decision made of them. */
export interface LoadedInboxes {
  readonly inboxes: Inboxes;
  /** Those that `after` changed, at the versions they were loaded at. */
  writes(after: Inboxes, now: Instant): readonly WriteOf<'inbox'>[];
}

export const loadInboxes = async (store: Store, recipients: readonly string[]): Promise<LoadedInboxes> => {
  const keys = [...new Set(recipients)].map((id): Key<'inbox'> => ({ type: 'inbox', id }));
  if (keys.length === 0) return { inboxes: {}, writes: () => [] };
  const snapshot = await store.load(keys);
  const inboxes = Object.fromEntries(keys.map((key) => [key.id, snapshot.get(key)?.value ?? EMPTY_INBOX]));
  return {
    inboxes,
    writes: (after, now) =>
      keys.flatMap((key): WriteOf<'inbox'>[] => {
        const changed = after[key.id];
        if (changed === undefined || changed === inboxes[key.id]) return [];
        const expectedVersion = snapshot.get(key)?.version ?? 0;
        return [{ key, expectedVersion, value: forgetBundles(changed, now), expiresAt: now + INBOX_MS }];
      }),
  };
};

/** One inbox as `change` makes it of what was committed last, to be written; nothing if it stays. */
export const editInbox = async (
  store: Store,
  recipient: string,
  change: (inbox: Inbox) => Inbox,
  now: Instant,
): Promise<readonly WriteOf<'inbox'>[]> => {
  const loaded = await loadInboxes(store, [recipient]);
  return loaded.writes({ [recipient]: change(loaded.inboxes[recipient] ?? EMPTY_INBOX) }, now);
};
