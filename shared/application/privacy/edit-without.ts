import { accountWithout, inboxWithout, linkWithout, repWithout } from '../../domain/privacy/without-lead.ts';
import type { ErasableStore } from '../../ports/erasable-store.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Key, Write } from '../../ports/store.ts';
import { editInbox } from '../documents/load-inboxes.ts';
import { retryOnConflict } from '../documents/retry-on-conflict.ts';

type Needs = Pick<Ports, 'time' | 'ids' | 'observer'> & { readonly store: ErasableStore };

/** What is to be written for a document to say nothing of the lead any more; `erase` where nothing of it would be left. */
const writesFor = async ({ type, id }: Key, leadId: string, ports: Needs): Promise<readonly Write[] | 'erase'> => {
  const { store, time } = ports;
  switch (type) {
    case 'inbox':
      return editInbox(store, id, (inbox) => inboxWithout(inbox, leadId), time.now());
    case 'account': {
      const key = { type, id } as const;
      const stored = (await store.load([key])).get(key);
      if (stored === undefined) return [];
      return [{ key, expectedVersion: stored.version, value: accountWithout(stored.value, leadId) }];
    }
    case 'rep': {
      const key = { type, id } as const;
      const stored = (await store.load([key])).get(key);
      if (stored === undefined) return [];
      return [{ key, expectedVersion: stored.version, value: repWithout(stored.value, leadId) }];
    }
    case 'link': {
      const key = { type, id } as const;
      const stored = (await store.load([key])).get(key);
      if (stored === undefined) return [];
      const value = linkWithout(stored.value, leadId);
      if (value === undefined) return 'erase';
      return [{ key, expectedVersion: stored.version, value, expiresAt: value.expiresAt }];
    }
    default:
      return 'erase';
  }
};

/** Takes one lead out of a document that leads share. */
export const editWithout = (key: Key, leadId: string, ports: Needs): Promise<'changed' | 'erase'> =>
  retryOnConflict('an erasure', ports, async () => {
    const writes = await writesFor(key, leadId, ports);
    if (writes === 'erase') return 'erase';
    return (await ports.store.commit(writes)) === 'conflict' ? 'conflict' : 'changed';
  });
