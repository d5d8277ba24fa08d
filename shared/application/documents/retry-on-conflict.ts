import type { IdSource } from '../../ports/id-source.ts';
import type { Observer } from '../../ports/observer.ts';
import type { TimeSource } from '../../ports/time-source.ts';

const ATTEMPTS = 12;
const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 1_000;

/** Others changed the same documents again and again: the message goes back to its queue. */
export class TooManyConflicts extends Error {
  readonly code = 'TOO_MANY_CONFLICTS';
  constructor(readonly what: string) {
    super(`${what} met a conflict ${ATTEMPTS} times; it is tried again from its queue`);
    this.name = 'TooManyConflicts';
  }
}

export interface RetryPorts {
  readonly time: TimeSource;
  readonly ids: IdSource;
  readonly observer: Observer;
}

/** Decides again from fresh state until the commit holds; pauses grow, with full jitter. */
export const retryOnConflict = async <R>(
  what: string,
  ports: RetryPorts,
  decide: () => Promise<R | 'conflict'>,
): Promise<R> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const result = await decide();
    if (result !== 'conflict') return result;
    ports.observer.count('CommitConflict');
    await ports.time.pause(ports.ids.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt));
  }
  throw new TooManyConflicts(what);
};
