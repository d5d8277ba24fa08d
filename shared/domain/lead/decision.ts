import type { Effect } from './effect.ts';
import type { Fact } from './facts.ts';
import type { Lead } from './lead.ts';

/** What a command makes of a lead: the next state and what happened, in order. No facts and the same lead: nothing changes. */
export interface Decision {
  readonly lead: Lead;
  readonly facts: readonly Fact[];
  /** Changes of other documents that do not follow from the lead before and after: see `effectsOf`. */
  readonly effects?: readonly Effect[];
}
