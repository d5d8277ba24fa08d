import type { Fields } from '../condition/condition.ts';
import type { Instant } from '../time/instant.ts';
import type { AlertState, OwnerClause } from '../vocabulary/clauses.ts';
import type { DecidedBy } from '../vocabulary/decided-by.ts';
import type { Grade } from '../vocabulary/grades.ts';
import type { End } from '../vocabulary/outcomes.ts';
import { OWNED_STAGES, type OwnedStage, type ReleaseReason } from '../vocabulary/stages.ts';
import type { AlertStep, OwnerStep } from '../vocabulary/steps.ts';
import type { WaitingReason } from '../vocabulary/waiting-reasons.ts';
import type { Watcher } from '../watch/watch.ts';
import type { Reason } from './facts.ts';
import type { Notice, RepNotice } from './notice.ts';
import type { ContactAttempt, SentContent, Tenure } from './rep-history.ts';

/*
 * A lead: one person, by normalised e-mail address. The stage says where it stands between marketing
 * and sales, and carries what only that stage knows. Instants are epoch milliseconds.
 */
export type Lead = LeadBase & Stage;

export interface LeadBase {
  readonly id: string;
  /** Normalised; the identity, not the address to write to (`fields['person.email']`). */
  readonly email: string;
  /** From 1; a lead that comes back after its end starts the next. */
  readonly cycle: number;
  /** When the cycle before this one ended; what occurred earlier belongs to that one. 0 in the first. */
  readonly cycleFrom: Instant;
  /** How many facts of this lead there have been, over all cycles. */
  readonly sequence: number;
  readonly fields: Fields;
  /** For each field, when and by which event it was set: the newest wins. */
  readonly stamps: Readonly<Record<string, string>>;
  readonly behaviour: Behaviour;
  /** Newest first, at most `TIMELINE_LIMIT`. */
  readonly timeline: readonly Activity[];
  /** In this cycle, newest first, at most `CONTACT_ATTEMPTS_KEPT`. */
  readonly contactAttempts?: readonly ContactAttempt[];
  /** What reps have sent, over all cycles, newest first, at most `SENT_CONTENT_KEPT`. */
  readonly sentContent?: readonly SentContent[];
  /** When a rep was last asked to call the lead, though it is not theirs. */
  readonly suggestedAt?: Instant;
  /** Reps who watch the person, over all cycles, at most `MOST_WATCHERS`; absent before the first. */
  readonly watchers?: readonly Watcher[];
  /** As last published. */
  readonly grade?: Grade;
  /** As last published in LeadIncomplete in this cycle. */
  readonly missing?: readonly string[];
  /** Reps who have had the lead in this cycle, in order; a manager who stepped in is not among them. */
  readonly pastOwners: readonly string[];
  /** Who has had the lead and lost it, over all cycles, newest first, at most `TENURES_KEPT`; absent before the first. */
  readonly tenures?: readonly Tenure[];
  /** The attempt of the present or the last owner in this cycle; 0 before the first. */
  readonly attempt: number;
  /** Messages that are owed and not yet recorded as sent. */
  readonly notices: readonly Notice[];
  /** Messages that went out within the last day and may still come back; absent before the first. */
  readonly mailed?: readonly RepNotice[];
}

export type Stage = Uncaptured | Nurture | Qualified | Waiting | Owned | SalesQualified | Ended;
export type StageOf<S extends Lead['stage']> = LeadBase & Extract<Stage, { stage: S }>;
export type LiveLead = LeadBase & (Qualified | Waiting | Owned);
export type OwnedLead = LeadBase & Owned;

/** Known by activity alone, or by an answer that overtook it: nothing is published of it before its capture. */
export interface Uncaptured {
  readonly stage: 'uncaptured';
  /** In the order in which they came. */
  readonly early?: readonly EarlyAnswer[];
}

/** An answer or an outcome that waits for the capture of its lead. */
export interface EarlyAnswer {
  /** The event as it came. */
  readonly line: string;
  readonly until: Instant;
}

/** Cold, warm, or hot but incomplete. */
export interface Nurture {
  readonly stage: 'nurture';
  /** When the lead becomes hot by itself, as what speaks against it fades; absent where it does not. */
  readonly lookAt?: Instant;
}

/** An MQL that is being routed. */
export interface Qualified {
  readonly stage: 'qualified';
  readonly qualification: Qualification;
  /** When watch-clocks rechecks whether the routing failed. */
  readonly lookAt: Instant;
  readonly previous?: Previous;
  readonly forManager?: true;
}

/** On a waitlist: nobody can take it now. */
export interface Waiting {
  readonly stage: 'waiting';
  readonly qualification: Qualification;
  readonly territory: string;
  readonly why: WaitingReason;
  readonly lookAt: Instant;
  /** Whether `lookAt` is only the daily recheck. */
  readonly daily: boolean;
  readonly previous?: Previous;
  /** The step `assign-manager` has come: the next routing gives the lead to a manager, or whoever can act. */
  readonly forManager?: true;
}

/** Assigned, accepted (SAL) or contacted: one rep owns it. */
export interface Owned {
  readonly stage: OwnedStage;
  readonly qualification: Qualification;
  readonly owner: Owner;
  /** Absent where the agreement has no such clause. */
  readonly clause?: RunningClause;
  /** The daily recheck, once nothing of the clause is left. */
  readonly lookAt: Instant;
}

/**
 * An SQL: sales sees a deal. Whoever owned the lead then keeps it until it is won or lost. No clause runs, and it takes no
 * place under the rep's capacity.
 */
export interface SalesQualified {
  readonly stage: 'sales-qualified';
  readonly salesQualifiedAt: Instant;
  /** Absent where nobody owned the lead, and in what earlier versions stored. */
  readonly owner?: Owner;
}

export interface Ended {
  readonly stage: 'ended';
  readonly end: End;
  readonly endedAt: Instant;
}

/** A part of the score, and when the lead last did it; a fit has no time. */
export interface Trigger {
  readonly name: string;
  readonly at?: Instant;
}

export interface Qualification {
  readonly at: Instant;
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** What made it hot: told first. Absent where nothing counts for the lead, and in what earlier versions wrote. */
  readonly trigger?: Trigger;
  /** Whether it is held out from the rules of routing; absent where no lead was when it qualified. */
  readonly heldOut?: boolean;
  readonly alert: RunningAlert;
}

/** Our own promise: the rep is alerted by then. Its instants are computed once, when the lead qualifies. */
export interface RunningAlert {
  readonly dueAt: Instant;
  readonly state: AlertState;
  /** Those yet to come, in order. One whose instant passes while somebody owns the lead is passed over. */
  readonly steps?: readonly { readonly at: Instant; readonly do: AlertStep }[];
}

export interface Owner {
  readonly rep: string;
  readonly attempt: number;
  readonly at: Instant;
  /** When it happened, as whoever made the rep the owner outside of the rules says; absent where the rules did. */
  readonly saidAt?: Instant;
  readonly by: DecidedBy;
  /** Empty where no territory takes the lead. */
  readonly territory: string;
  /** Kept here so that a rep who leaves the agreement still has one. */
  readonly manager?: string;
  /** Domain of the account that the lead was counted to; what is captured later may name another company. */
  readonly account?: string;
  /** What the assignment cost the rep in the ledger of a territory's team; given back by a refund. */
  readonly charge?: { readonly territory: string; readonly amount: number; readonly value: number };
}

/** By the clock of whoever made the rep the owner, where that was a person. */
export const ownsFrom = ({ saidAt, at }: Owner): Instant => saidAt ?? at;

/** The owner before, while the lead needs another. */
export interface Previous {
  readonly stage: OwnedStage;
  readonly owner: Owner;
  readonly clause?: RunningClause;
  readonly why: ReleaseReason;
  /** When the owner lost the lead; absent in leads that were stored before this was kept. */
  readonly lostAt?: Instant;
  /** Messages that the owner was still owed: should nobody else be found, they are sent after all. */
  readonly owed?: readonly Notice[];
}

/** A clause of the SLA with its instants, computed once when it started. */
export interface RunningClause {
  readonly name: OwnerClause;
  readonly dueAt: Instant;
  readonly breached: boolean;
  /** The manager who has left the lead with its owner: no step that takes it away, or tells a manager, is left. */
  readonly leftBy?: string;
  /** Those yet to come, in order. */
  readonly steps: readonly { readonly at: Instant; readonly do: OwnerStep }[];
}

export interface Behaviour {
  /** By the action's name: how many times it was done, each worth half as much every half-life, as at `at`. */
  readonly tallies: Readonly<Record<string, Tally>>;
  readonly handRaised: boolean;
}

export interface Tally {
  readonly sum: number;
  readonly at: Instant;
}

export interface Activity {
  readonly at: Instant;
  readonly kind: string;
  readonly url?: string;
  readonly contentId?: string;
  readonly title?: string;
}

export const TIMELINE_LIMIT = { activities: 12, bytes: 24 * 1024 };

export const isOwned = (lead: Lead): lead is OwnedLead => OWNED_STAGES.some((stage) => stage === lead.stage);

/** Whose the lead is, be it before or after sales has found it qualified. */
export const ownerOf = (lead: Lead): Owner | undefined => ('owner' in lead ? lead.owner : undefined);

export const isLive = (lead: Lead): lead is LiveLead =>
  lead.stage === 'qualified' || lead.stage === 'waiting' || isOwned(lead);

/** Its person was erased: the id alone is left, and nobody finds the lead. */
export const isForgotten = (lead: Lead): boolean => lead.stage === 'ended' && lead.end === 'forgotten';
