import type { Rep, TeamMember } from '../agreement/agreement.ts';
import type { Duty } from '../duty/duty.ts';
import type { DecisionRecord, UndecidedRecord } from '../lead/decision-record.ts';
import type { Instant } from '../time/instant.ts';
import type { WaitingReason } from '../vocabulary/waiting-reasons.ts';

/** What becomes of a lead that needs an owner. */
export type Choice = RepChoice | OnCallChoice | ManagerChoice | KeepChoice | WaitChoice;

export interface RepChoice {
  readonly kind: 'rep';
  readonly rep: Rep;
  readonly turn: Turn;
  readonly record: DecisionRecord;
}

/** The lead goes to whoever is on duty, outside the shares and whatever their capacity. */
export interface OnCallChoice {
  readonly kind: 'on-call';
  readonly rep: Rep;
  readonly duty: Duty;
  readonly record: DecisionRecord;
}

/** The lead goes to a manager, as accepted. */
export interface ManagerChoice {
  readonly kind: 'manager';
  readonly rep: Rep;
  /** Whether the manager is at work, can be reached and has room; where nobody can act, the manager gets it all the same. */
  readonly canAct: boolean;
  readonly record: DecisionRecord;
}

/** The last owner keeps the lead: nobody else can have it. */
export interface KeepChoice {
  readonly kind: 'keep';
}

export interface WaitChoice {
  readonly kind: 'wait';
  readonly why: WaitingReason;
  readonly record: UndecidedRecord;
  /** When it is worth asking again; absent where only an event can tell. */
  readonly until?: Instant;
  /** The account's owner, of no team that was asked, where only an event can tell when they are free. */
  readonly awaits?: string;
}

/** Whose ledger pays for a lead, and who else could have taken it. */
export interface Turn {
  readonly territory: string;
  readonly member: TeamMember;
  /** The owner of an account pays out of turn, of the team or not; so does whoever gets a lead that is held out. */
  readonly inTurn: boolean;
  readonly eligible: readonly TeamMember[];
  /** Reps of the team who could not take it. */
  readonly excluded: readonly string[];
}
