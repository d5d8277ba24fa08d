import type { ReachFailure } from '../../vocabulary/reach-failures.ts';

/** What is not known: AWS did not answer, or tells nothing of what decides. */
export type Unsure = 'not-answered' | 'no-origin';

/** Whether a message by a channel would arrive, as far as AWS tells. */
export type Standing =
  | { readonly state: 'works' }
  | { readonly state: 'unsure'; readonly why: Unsure }
  | { readonly state: 'fails'; readonly reason: ReachFailure };

export const WORKS: Standing = { state: 'works' };
export const fails = (reason: ReachFailure): Standing => ({ state: 'fails', reason });
export const unsure = (why: Unsure): Standing => ({ state: 'unsure', why });
