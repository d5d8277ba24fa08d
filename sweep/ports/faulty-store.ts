import { nameOf } from '../../shared/ports/snapshot.ts';
import type { CommitResult, Key, Store } from '../../shared/ports/store.ts';
import { StoreError, type StoreErrorCode } from '../../shared/ports/store-error.ts';
import type { FaultyCall } from './faulty-call.ts';
import { withStaleIndexes } from './stale-indexes.ts';

const failing =
  (code: StoreErrorCode) =>
  (why: string): never => {
    throw new StoreError(code, why);
  };

const names = (keys: readonly Key[]): string => keys.map((key) => nameOf(key).slice(0, 40)).join(', ');

/** A store that fails, is late, throttles, conflicts and whose indexes lag. */
export const faultyStore = (own: Store, call: FaultyCall): Store => {
  const { store, indexes } = withStaleIndexes(own);
  const fails = failing('load-failed');
  const index = <T>(what: string, ask: (of: Store) => Promise<T>): Promise<T> =>
    call({
      kind: 'index',
      what,
      act: () => ask(store),
      fails,
      instead: { stale: async () => ask(await indexes()) },
    });
  async function* pages<T>(what: string, ask: (of: Store) => AsyncIterable<T>): AsyncIterable<T> {
    let all: AsyncIterator<T> | undefined;
    for (;;) {
      const page = await index(what, (of) => {
        all ??= ask(of)[Symbol.asyncIterator]();
        return all.next();
      });
      if (page.done === true) return;
      yield page.value;
    }
  }
  return {
    load: (keys) => call({ kind: 'read', what: `loads ${names(keys)}`, act: () => store.load(keys), fails }),
    commit: (writes) =>
      call({
        kind: 'commit',
        what: `commits ${names(writes.map(({ key }) => key))}${writes
          .flatMap(({ events = [] }) => events)
          .map(({ type }) => ` +${type}`)
          .join('')}`,
        act: () => store.commit(writes),
        fails: failing('commit-failed'),
        instead: { conflict: async (): Promise<CommitResult> => 'conflict' },
      }),
    due: (kind, window) => pages(`asks what is due (${kind})`, (of) => of.due(kind, window)),
    waiting: (territory, limit) => index(`asks who waits in ${territory}`, (of) => of.waiting(territory, limit)),
    ownedBy: (rep, limit) => index(`asks what ${rep} owns`, (of) => of.ownedBy(rep, limit)),
    unpublished: (window) => pages('asks what is not published', (of) => of.unpublished(window)),
    outbox: (key, committedBy) =>
      call({
        kind: 'read',
        what: `reads what is to be published of ${nameOf(key).slice(0, 40)}`,
        act: () => store.outbox(key, committedBy),
        fails,
      }),
    history: (leadId, from) =>
      call({ kind: 'read', what: `reads the facts of ${leadId}`, act: () => store.history(leadId, from), fails }),
    markPublished: (key, from, to) =>
      call({
        kind: 'mark',
        what: `marks ${from + 1} to ${to} of ${nameOf(key).slice(0, 40)} as published`,
        act: () => store.markPublished(key, from, to),
        fails: failing('commit-failed'),
      }),
  };
};
