import { type Reach, type ReachDecision, UNKNOWN_REACH } from '../../domain/alert/reach/reach.ts';
import { type Cause, repFactEvents } from '../../domain/lead/fact-event.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { CommitResult, DocumentStore, Stored } from '../../ports/store.ts';
import { reachKey } from './known-reach.ts';

/** A rep whose reach is decided. */
export interface ReachOf {
  readonly rep: string;
  /** As it was loaded. */
  readonly known: Stored<'reach'> | undefined;
  readonly cause: Cause;
  readonly now: Instant;
}

/** Commits what has become of a rep, and tells it. What has not changed is not written. */
export const saveReach = async (
  { rep, known, cause, now }: ReachOf,
  decide: (before: Reach) => ReachDecision,
  store: Pick<DocumentStore, 'commit'>,
): Promise<{ readonly reach: Reach; readonly result: CommitResult }> => {
  const before = known?.value ?? UNKNOWN_REACH;
  const { reach, facts } = decide(before);
  if (reach === before) return { reach, result: 'ok' };
  const events = repFactEvents({ rep, of: 'reach', sequence: before.sequence }, facts, cause, now);
  const write = { key: reachKey(rep), expectedVersion: known?.version ?? 0, value: reach };
  return { reach, result: await store.commit([events.length === 0 ? write : { ...write, events }]) };
};
