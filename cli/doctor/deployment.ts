import type { Instant } from '../../shared/domain/time/instant.ts';
import type { DeadLetters } from '../aws/ask-dead-letters.ts';

/** An address that a rep's topic sends to. */
export interface Subscription {
  readonly address: string;
  readonly confirmed: boolean;
}

export interface Topic {
  readonly arn: string;
  /** Of e-mail alone. */
  readonly subscriptions: readonly Subscription[];
}

/** `verified` holds the numbers, in E.164, that a sandbox sends to. */
export type Sandbox = { readonly on: false } | { readonly on: true; readonly verified: ReadonlySet<string> };

/** What a new account may spend on SMS, in US dollars a month. */
export const FIRST_LIMIT = 1;

/** US dollars of this calendar month. */
export interface Spending {
  readonly limit: number;
  readonly spent: number;
}

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
export interface Deployment {
  /** By rep id, or `MARKETING`; whoever has no topic is left out. */
  topics(recipients: readonly string[]): Promise<ReadonlyMap<string, Topic>>;
  sandbox(): Promise<Sandbox>;
  /** Numbers, in E.164, that take no SMS of this account. */
  optedOut(): Promise<ReadonlySet<string>>;
  spending(): Promise<Spending>;
  /** Countries (ISO 3166-1 alpha-2) of the account's own active numbers to send from. */
  origins(): Promise<ReadonlySet<string>>;
  /** How many functions of the account may run at once. */
  concurrency(): Promise<number>;
  /** Every queue in which messages wait for a person, empty ones among them. */
  deadLetters(): Promise<readonly DeadLetters[]>;
  alarms(): Promise<readonly FiringAlarm[]>;
  /** Leads that somebody should have looked at before an instant (epoch milliseconds). */
  pastDue(before: number): Promise<Late | undefined>;
  /** Documents with facts that were committed before an instant (epoch milliseconds) and are not published. */
  unpublished(before: number): Promise<Late | undefined>;
}
