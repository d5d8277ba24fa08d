import type { Instant } from '../time/instant.ts';

/* What a lead keeps of its reps, each list with the newest first and a bound. */

/** A rep tried to reach the person, and did not. */
export interface ContactAttempt {
  readonly at: Instant;
  readonly rep: string;
  readonly channel?: string;
  readonly note?: string;
}

export const CONTACT_ATTEMPTS_KEPT = 6;

/** A piece of content that a rep has sent the lead. */
export interface SentContent {
  readonly at: Instant;
  readonly rep: string;
  readonly contentId: string;
}

export const SENT_CONTENT_KEPT = 20;

/** From when until when a rep has had a lead: what is told late counts for whoever had it then. */
export interface Tenure {
  readonly rep: string;
  readonly from: Instant;
  readonly until: Instant;
}

export const TENURES_KEPT = 12;
