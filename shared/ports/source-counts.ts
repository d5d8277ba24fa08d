/** What is counted of each source, for doctor to tell of it. */
export const SOURCE_METRICS = [
  'RequestTaken',
  'RequestNotTaken',
  'RequestIgnored',
  'SubmissionRefused',
  'FetchRefused',
  /** It could not be asked what came. */
  'ReconcileFailed',
  /** More came than it lists: some of it was passed over. */
  'ReconcileCut',
] as const;
export type SourceMetric = (typeof SOURCE_METRICS)[number];

/** Metrics by the name that sources.yaml gives a source; never by one that a request has made up. */
export interface SourceCounts {
  /** Once for all sources, and once for this. */
  count(metric: SourceMetric, source: string): void;
}
