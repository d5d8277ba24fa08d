import type { Instant } from '../../shared/domain/time/instant.ts';
import type { SinkMetric } from '../../shared/ports/sink-counts.ts';
import type { SourceMetric } from '../../shared/ports/source-counts.ts';

/** What a deployed stack knows of a source or a sink, of the last two weeks. Instants are epoch milliseconds. */
export interface SystemHealth<Metric extends string> {
  readonly name: string;
  /** Absent: nothing is kept. */
  readonly secretSince?: Instant | undefined;
  /** As who put it has said. */
  readonly tokenEnds?: Instant | undefined;
  /** When each was last counted, to the hour; absent: not in two weeks. */
  readonly last: Readonly<Partial<Record<Metric, Instant>>>;
}

export interface SourceHealth extends SystemHealth<SourceMetric> {
  /** What is heard on a bus needs none, unless it is fetched. */
  readonly needsSecret: boolean;
}

export type SinkHealth = SystemHealth<SinkMetric>;
