import type { FactEvent } from '../domain/lead/fact-event.ts';

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

export type CountedMetric =
  | (typeof COUNTED_FACTS)[number]
  | 'LeadCaptured'
  | 'LeadFieldsIgnored'
  | 'EventRepeated'
  | 'MessageSent'
  | 'MessageFailed'
  | 'StrangerIgnored'
  | 'HelpWithheld'
  | 'CommitConflict'
  | 'FactNotPublished'
  | 'LeadsPastDue'
  | 'LeadUnreadable'
  | 'LeadSetAside'
  | 'LeadsStuck'
  | 'FactsUnpublished'
  | 'FactUnreadable'
  | 'Heartbeat';

/** `TimeToAlert`: from a lead's qualification to its first alert that went out. */
export type TimedMetric = 'TimeToAlert';

export type Metric = CountedMetric | TimedMetric;
