/** Structured logs and metrics. Never given personal data: ids, counts, codes and names of the agreement alone. */
export interface Observer {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, error: unknown, fields?: LogFields): void;
  count(metric: Metric, value?: number): void;
}

export type LogFields = Readonly<Record<string, string | number | boolean>>;

export type Metric =
  | 'EventRefused'
  | 'EventRepeated'
  | 'LeadQualified'
  | 'LeadAssigned'
  | 'MessageSent'
  | 'MessageFailed'
  | 'StrangerIgnored'
  | 'HelpWithheld'
  | 'CommitConflict'
  | 'FactNotPublished'
  | 'LeadsPastDue'
  | 'LeadUnreadable';
