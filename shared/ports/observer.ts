import type { FactEvent } from '../domain/lead/fact-event.ts';
import type { Party } from '../domain/vocabulary/clauses.ts';
import type { SinkMetric } from './sink-counts.ts';
import type { SourceMetric } from './source-counts.ts';

/** Structured logs and metrics. Never given personal data: ids, counts, codes and names of the agreement alone. */
export interface Observer {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, error: unknown, fields?: LogFields): void;
  count(metric: CountedMetric, value?: number): void;
  measure(metric: TimedMetric, milliseconds: number): void;
}

export type LogFields = Readonly<Record<string, string | number | boolean>>;

/** Facts that are counted, under their own names, once they are on the bus. */
export const COUNTED_FACTS = [
  'LeadQualified',
  'LeadAssigned',
  'LeadWaiting',
  'SlaBreached',
  'LeadRefused',
] as const satisfies readonly FactEvent['type'][];

/** Broken promises, once more by who broke them. */
export const BREACHES_BY = {
  sales: 'SlaBreachedBySales',
  us: 'SlaBreachedByUs',
} as const satisfies Readonly<Record<Party, string>>;

export type CountedMetric =
  | (typeof COUNTED_FACTS)[number]
  | (typeof BREACHES_BY)[Party]
  | 'LeadCaptured'
  | 'LeadFieldsIgnored'
  | 'EventRepeated'
  | 'MessageSent'
  | 'MessageFailed'
  | 'MailReturned'
  | 'MessagePostponed'
  | 'StrangerIgnored'
  | 'HelpWithheld'
  | 'PassRefused'
  | 'CommitConflict'
  | 'FactNotPublished'
  | 'LeadsPastDue'
  | 'LeadUnreadable'
  | 'LeadSetAside'
  | 'Stuck'
  | 'FactsUnpublished'
  | 'FactUnreadable'
  | 'RequestNotAuthentic'
  | 'RequestTooBig'
  | 'RepsUnreachable'
  | 'StrangersSubscribed'
  | 'SpendNearLimit'
  | 'ReachNotAnswered'
  | 'Heartbeat';

/**
 * `TimeToAlert`: from a lead's qualification to its first alert that went out. `ExpectedWait`: from when a lead joins a
 * waitlist to when somebody can take it, as it looks then.
 */
export type TimedMetric = 'TimeToAlert' | 'ExpectedWait';

export type Metric = CountedMetric | TimedMetric | SourceMetric | SinkMetric;
