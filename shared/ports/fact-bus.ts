import type { FactEvent } from '../domain/lead/fact-event.ts';

/** Where facts are published. Keeps no order between leads, delivers at least once. */
export interface FactBus {
  /** Publishes in the given order; answers with those that the bus did not take. */
  publish(events: readonly FactEvent[]): Promise<readonly FactEvent[]>;
}
