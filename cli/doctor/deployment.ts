import type { Instant } from '../../shared/domain/time/instant.ts';
import type { ReachQuestions } from '../../shared/ports/reach-questions.ts';
import type { DeadLetters } from '../aws/ask-dead-letters.ts';
import type { NamedSink, NamedSource } from './subjects.ts';
import type { SinkHealth, SourceHealth } from './system-health.ts';

export interface FiringAlarm {
  readonly name: string;
  readonly description: string;
  /** Epoch milliseconds. */
  readonly since?: Instant;
}

/** Leads, or documents, whose instant in an index has passed. */
export interface Late {
  readonly count: number;
  /** Whether there are more than were counted. */
  readonly more: boolean;
  /** Epoch milliseconds. */
  readonly oldest: number;
}

/** What a deployed stack and its account answer. Each rejects with what AWS said instead. */
export interface Deployment extends ReachQuestions {
  /** How many functions of the account may run at once. */
  concurrency(): Promise<number>;
  /** Every queue in which messages wait for a person, empty ones among them. */
  deadLetters(): Promise<readonly DeadLetters[]>;
  /** Of each of these, what is kept and what was counted. */
  sources(named: readonly NamedSource[], now: Instant): Promise<readonly SourceHealth[]>;
  sinks(named: readonly NamedSink[], now: Instant): Promise<readonly SinkHealth[]>;
  alarms(): Promise<readonly FiringAlarm[]>;
  /** Leads that somebody should have looked at before an instant (epoch milliseconds). */
  pastDue(before: number): Promise<Late | undefined>;
  /** Documents with facts that were committed before an instant (epoch milliseconds) and are not published. */
  unpublished(before: number): Promise<Late | undefined>;
}
