import type { Instant } from '../time/instant.ts';

/** A request that was taken, to be read by whoever has the time. */
export interface KeptRequest {
  /** The name of its source. */
  readonly source: string;
  readonly receivedAt: Instant;
  /** What is needed of them later; lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** As it came. */
  readonly body: Uint8Array;
}
