import type { RecheckTarget } from '../domain/vocabulary/recheck-targets.ts';
import type { Outbox } from './store.ts';

/** Asks a function to recheck a lead; the function decides from the lead alone. */
export interface Recheck {
  readonly leadId: string;
}

/** The queues by which watch-clocks and publish-events pass work on. */
export interface RecheckQueue {
  recheck(target: RecheckTarget, leadIds: readonly string[]): Promise<void>;
  /** Facts to publish again. */
  publishAgain(outboxes: readonly Outbox[]): Promise<void>;
}

/** By the function that works it off. */
export type RecheckQueueName = RecheckTarget | 'publish-events';

export interface Backlog {
  /** About how many messages wait in a queue. */
  waiting(queue: RecheckQueueName): Promise<number>;
}
