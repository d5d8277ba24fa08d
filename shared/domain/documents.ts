import type { Inbox } from './alert/delivery/inbox.ts';
import type { Reach } from './alert/reach/reach.ts';
import type { Problem } from './lead/facts.ts';
import type { Activity, Lead } from './lead/lead.ts';
import type { Pass } from './pass/pass.ts';
import type { Account } from './routing/account.ts';
import type { RepLoad } from './routing/rep-load.ts';
import type { Ledger } from './sharing/ledger.ts';
import type { Written } from './sink/written.ts';
import type { Reconciled } from './source/reconciled.ts';
import type { Instant } from './time/instant.ts';

/** What the table holds, by type. */
export interface Documents {
  lead: Lead;
  /** One for each territory's team, by the territory's name. */
  ledger: Ledger;
  /** By rep id. */
  rep: RepLoad;
  /** Whether messages reach a rep, by rep id: apart from `rep`, on which routing decides. */
  reach: Reach;
  /** By company domain. */
  account: Account;
  /** By the SHA-256 of its capability, in hexadecimal. */
  link: Link;
  /** A link to the figures, by the SHA-256 of its capability, in hexadecimal. */
  pass: Pass;
  /** What goes to a rep, by rep id; to marketing, by `MARKETING`. */
  inbox: Inbox;
  /** Which lead an e-mail address is, by the normalised address. */
  identity: Identity;
  /** By visitor id. */
  visitor: Visitor;
  /** That an inbound event was applied, by its source and id. */
  receipt: Receipt;
  /** Input that was refused, by its identity. */
  refusal: Refusal;
  /** What a CRM was last told of a lead, by the sink's name and the lead's id. */
  written: Written;
  /** By the source's name. */
  reconciled: Reconciled;
}

export type DocumentType = keyof Documents;

/** A rep's way to one attempt of one lead, or to those that one message was about; a manager's way to decide on them. */
export type Link = LeadLink | ListLink;

/** One owner's time with a lead. */
export interface Attempt {
  readonly leadId: string;
  readonly cycle: number;
  readonly attempt: number;
}

interface LinkBase {
  readonly rep: string;
  readonly expiresAt: Instant;
  /**
   * Told as a manager: it opens what somebody else owns, or nobody, as long as the lead's cycle lasts. As a watcher: it
   * opens what its reader may see when they look.
   */
  readonly as?: 'manager' | 'watcher';
}

export interface LeadLink extends Attempt, LinkBase {}

export interface ListLink extends LinkBase {
  readonly leads: readonly Attempt[];
}

export interface Identity {
  readonly leadId: string;
}

/** A browser: whose it is, or what it did before anybody said. */
export type Visitor =
  | { readonly known: true; readonly leadId: string }
  | {
      readonly known: false;
      /** Newest first, at most `VISITOR_ACTIVITIES` and `VISITOR_BYTES`: they are counted when a capture joins them. */
      readonly activities: readonly Activity[];
      /** What captures without an address told. */
      readonly told?: Pick<Lead, 'fields' | 'stamps'>;
    };

export type Anonymous = Extract<Visitor, { known: false }>;

/** Each page view writes the visitor anew, so what is kept of one is what it costs. */
export const VISITOR_ACTIVITIES = 20;
export const VISITOR_BYTES = 16 * 1024;

export interface Receipt {
  readonly at: Instant;
}

export interface Refusal {
  readonly at: Instant;
  /** How many. */
  readonly problems: number;
  /** What is needed to mend it; absent where an older version refused it. */
  readonly kept?: KeptInput;
  /** When a person had it sent again: it waits for nobody any more. */
  readonly sentAgainAt?: Instant;
}

export interface KeptInput {
  readonly problems: readonly Problem[];
  /** As it came, or its first 32 KB of UTF-8. */
  readonly text: string;
  /** Whether the text is all of it. */
  readonly whole: boolean;
}
