import { knownToFail } from '../../domain/alert/reach/known-to-fail.ts';
import type { Channel } from '../../domain/vocabulary/channels.ts';
import type { ReachFailure } from '../../domain/vocabulary/reach-failures.ts';
import type { Ports } from '../../ports/ports.ts';
import type { DocumentStore, Key } from '../../ports/store.ts';

export const reachKey = (rep: string): Key<'reach'> => ({ type: 'reach', id: rep });

/**
 * Why a message to the rep need not be tried; undefined where it may arrive. Where the table does not answer the message
 * goes: what is only asked to be sure must not stop an alert.
 */
export const failureBefore = async (
  rep: string,
  channel: Channel,
  { store, time }: Pick<Ports, 'time'> & { readonly store: Pick<DocumentStore, 'load'> },
): Promise<ReachFailure | undefined> => {
  const key = reachKey(rep);
  try {
    return knownToFail((await store.load([key])).get(key)?.value, channel, time.now());
  } catch {
    return undefined;
  }
};
