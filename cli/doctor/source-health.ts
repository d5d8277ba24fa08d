import type { Instant } from '../../shared/domain/time/instant.ts';

/** What a deployed stack knows of a source, of the last two weeks. Instants are epoch milliseconds, an hour exact. */
export interface SourceHealth {
  readonly name: string;
  /** Absent: nothing is kept. */
  readonly secretSince?: Instant | undefined;
  /** As who put it has said. */
  readonly tokenEnds?: Instant | undefined;
  readonly lastTaken?: Instant | undefined;
  readonly lastNotTaken?: Instant | undefined;
  readonly lastFetchRefused?: Instant | undefined;
}
