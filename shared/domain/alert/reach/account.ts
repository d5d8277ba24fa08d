import type { MailReturn } from '../../vocabulary/reach-failures.ts';

/** Somebody, or something, that a topic sends to. */
export interface Subscription {
  /** An e-mail address; of other protocols a URL, an ARN or a number. */
  readonly address: string;
  readonly confirmed: boolean;
}

export interface Topic {
  readonly arn: string;
  readonly subscriptions: readonly Subscription[];
}

/** `verified` holds whom a sandbox sends to: of SMS the numbers, in E.164. */
export type Sandbox = { readonly on: false } | { readonly on: true; readonly verified: ReadonlySet<string> };

/** What a new account may spend on SMS, in US dollars a month. */
export const FIRST_LIMIT = 1;

/** Of the limit; beyond it there is no time to wait for AWS to raise it. */
export const NEARLY_SPENT = 0.8;

/** US dollars of this calendar month. */
export interface Spending {
  readonly limit: number;
  readonly spent: number;
}

export const isNearlySpent = ({ limit, spent }: Spending): boolean => spent >= limit * NEARLY_SPENT;

/** A rep, or `MARKETING`. */
export interface Recipient {
  readonly id: string;
  readonly email: string;
}

/** What is known of e-mail, by the service that sends it. */
export type EmailReach =
  | {
      readonly by: 'sns';
      /** By rep id, or `MARKETING`; whoever has no topic is left out. */
      readonly topics: ReadonlyMap<string, Topic>;
    }
  | {
      readonly by: 'ses';
      /** The domain or address that mails come from. */
      readonly identity: string;
      /** Whether SES lets it send. */
      readonly isVerified: boolean;
      /** Whether the account may send nothing for now. */
      readonly isPaused: boolean;
      /** `verified` holds ids of those to whom a sandbox sends. */
      readonly sandbox: Sandbox;
      /** To these SES sends nothing any more, by id. */
      readonly suppressed: ReadonlyMap<string, MailReturn>;
    };

/** What Slack tells of our app and of members of its workspace, by their ids. */
export interface SlackWorkspace {
  /** Whether it takes our token. */
  readonly mayWrite: boolean;
  /** Whom it could be asked about. */
  readonly members: ReadonlyMap<string, 'here' | 'gone'>;
}

/** What AWS answered, or what it said instead. */
export type Asked<T> = { readonly answer: T } | { readonly refused: string };

/** What an account tells of whether messages would arrive. */
export interface ReachAnswers {
  readonly email: Asked<EmailReach>;
  readonly sandbox: Asked<Sandbox>;
  /** Numbers, in E.164, that take no SMS of this account. */
  readonly optedOut: Asked<ReadonlySet<string>>;
  readonly spending: Asked<Spending>;
  /** Countries (ISO 3166-1 alpha-2) of the account's own active numbers to send from. */
  readonly origins: Asked<ReadonlySet<string>>;
  readonly slack: Asked<SlackWorkspace>;
}

/** Addresses are compared as people write them. */
export const isSameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** What is sent by topics, if e-mail is. */
export const topicOf = ({ email }: Pick<ReachAnswers, 'email'>, recipient: string): Topic | undefined =>
  'answer' in email && email.answer.by === 'sns' ? email.answer.topics.get(recipient) : undefined;
