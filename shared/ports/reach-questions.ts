import type { EmailReach, Recipient, Sandbox, SlackWorkspace, Spending } from '../domain/alert/reach/account.ts';
import type { Instant } from '../domain/time/instant.ts';

/**
 * Asks an account whether messages to reps would arrive, all at once. AWS takes a message that it will not send, so this
 * is known only beforehand. Each question rejects with what AWS said instead.
 */
export interface ReachQuestions {
  email(recipients: readonly Recipient[]): Promise<EmailReach>;
  sandbox(): Promise<Sandbox>;
  /** Numbers, in E.164, that take no SMS of this account. */
  optedOut(): Promise<ReadonlySet<string>>;
  /** Of the calendar month, in UTC, that holds `now` (epoch milliseconds). */
  spending(now: Instant): Promise<Spending>;
  /** Countries (ISO 3166-1 alpha-2) of the account's own active numbers to send from. */
  origins(): Promise<ReadonlySet<string>>;
  /** Of members, by their ids. */
  slack(members: readonly string[]): Promise<SlackWorkspace>;
}
