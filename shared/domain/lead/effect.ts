import type { Owner } from './lead.ts';
import type { Notice } from './notice.ts';

/** A change of another document that a decision on a lead brings with it. */
export type Effect = OwnerReleased | OwnerTaken | NoticeWithdrawn | TextSent;

/** The owner has lost the lead: the place under capacity and the account are free again. */
export interface OwnerReleased {
  readonly effect: 'owner-released';
  readonly leadId: string;
  readonly owner: Owner;
  /** Whether the charge goes back into the ledger. */
  readonly isRefunded: boolean;
}

/** A person has made somebody the owner: the lead is charged and counted, and its company is the owner's account. */
export interface OwnerTaken {
  readonly effect: 'owner-taken';
  readonly leadId: string;
  readonly owner: Owner;
  /** The owner's local date, `YYYY-MM-DD`. */
  readonly day: string;
}

/** A notice that was held back in an inbox is no longer owed. */
export interface NoticeWithdrawn {
  readonly effect: 'notice-withdrawn';
  readonly leadId: string;
  readonly notice: Notice;
}

/** An SMS that can be answered has gone out: a reply may name it. */
export interface TextSent {
  readonly effect: 'text-sent';
  readonly leadId: string;
  readonly recipient: string;
  readonly attempt: number;
  readonly messageId: string;
}
