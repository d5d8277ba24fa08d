import { MINUTE_MS } from '../../time/durations.ts';
import type { Instant } from '../../time/instant.ts';

/** What sending one message came to: its id, or the name of the failure. */
export type Sent =
  | {
      readonly messageId: string;
      /** Whether we are told if it comes back; absent where nobody would tell. */
      readonly mayReturn?: true;
    }
  | { readonly failure: string };

/** The channel takes no more now. Nothing went out, and the message waits until then. */
export interface Postponed {
  readonly until: Instant;
}

export type Handed = Sent | Postponed;

export const isPostponed = (handed: Handed): handed is Postponed => 'until' in handed;

/** Whoever is to wait longer than this is told by another channel instead. */
const PATIENCE_MS = 2 * MINUTE_MS;

/** The failure of a channel that asks for too much patience. */
export const RATE_LIMITED = 'RateLimited';

/** What a channel's wish to be asked later comes to. */
export const postponedUntil = (until: Instant, now: Instant): Handed =>
  until - now > PATIENCE_MS ? { failure: RATE_LIMITED } : { until };
