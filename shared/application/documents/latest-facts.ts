import type { FactEvent } from '../../domain/lead/fact-event.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Store } from '../../ports/store.ts';

/** How many of a lead's facts are looked through for what became of an attempt. */
const LATEST_FACTS = 200;

/** Oldest first. */
export const latestFacts = (
  { history }: Pick<Store, 'history'>,
  { id, sequence }: Pick<Lead, 'id' | 'sequence'>,
): Promise<readonly FactEvent[]> => history(id, Math.max(1, sequence - LATEST_FACTS + 1));
