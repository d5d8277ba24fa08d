export type Check =
  | 'rep'
  | 'subscription'
  | 'marketing'
  | 'sms-sandbox'
  | 'sms-spending'
  | 'sms-registration'
  | 'email-identity'
  | 'email-sandbox'
  | 'email-paused'
  | 'slack-app'
  | 'concurrency'
  | 'dead-letters'
  | 'alarm'
  | 'clocks'
  | 'publishing'
  | 'source'
  | 'sink'
  | 'not-asked';

export interface Finding {
  /** With a problem, all is not well: exit code 1. A note tells how something stands, whether or not it is well. */
  readonly severity: 'problem' | 'warning' | 'note';
  readonly check: Check;
  /** Rep id, queue, alarm or question; absent where the finding is about the account or the stack. */
  readonly about?: string;
  /** A sentence without its full stop. */
  readonly says: string;
  /** What to do, as a sentence without its full stop. */
  readonly todo: string;
  /** Page and heading that tell more, from the root of the project. */
  readonly see: string;
}

export const DOCTOR_PAGE = 'docs/doctor.md';
