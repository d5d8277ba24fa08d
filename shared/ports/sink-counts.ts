/** What is counted of each sink, for doctor to tell of it. */
export const SINK_METRICS = [
  /** It has taken something. */
  'SinkTold',
  /** It did not, and is told again later. */
  'SinkFailed',
  /** It has not for hours, however often it was told. */
  'SinkDown',
  /** It refuses our secret, or what we send: nothing but a person mends that. */
  'SinkRefused',
  /** It has said that it is there no more. */
  'SinkGone',
  /** It does not know the lead, or its owner. */
  'SinkUnknown',
] as const;
export type SinkMetric = (typeof SINK_METRICS)[number];

/** Metrics by the name that sinks.yaml gives a sink. */
export interface SinkCounts {
  /** Once for all sinks, and once for this. */
  count(metric: SinkMetric, sink: string): void;
}
