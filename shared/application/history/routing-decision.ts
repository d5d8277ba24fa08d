import type { Scalar, Test } from '../../domain/condition/condition.ts';
import type { DecisionRecord, UndecidedRecord } from '../../domain/lead/decision-record.ts';
import type { Reason } from '../../domain/lead/facts.ts';
import type { IsoInstant } from '../../domain/time/instant.ts';
import type { WaitingReason } from '../../domain/vocabulary/waiting-reasons.ts';

/** A field that made this territory the first match: with another value of it alone, another territory matches. */
export interface DecisiveField {
  readonly field: string;
  /** Absent if the lead has no such field. */
  readonly value?: Scalar;
  /** The territory's own tests of it, which held. */
  readonly held: readonly Test[];
  /** Territories above that failed on this field alone, at most `ABOVE_IN_FULL`, with the tests that failed. */
  readonly above: readonly { readonly territory: string; readonly failed: readonly Test[] }[];
  /** How many more such territories there are. */
  readonly moreAbove: number;
}

export interface DecisionBase {
  /** ISO 8601. */
  readonly at: IsoInstant;
  readonly cycle: number;
  /** The fact's place among all facts of the lead, from 1. */
  readonly sequence: number;
  readonly territory: string;
  readonly decisive: readonly DecisiveField[];
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** What was decided about the lead, in order. */
export type RoutingDecision =
  | (DecisionBase & {
      readonly type: 'LeadAssigned';
      readonly rep: string;
      readonly attempt: number;
      readonly decision: DecisionRecord;
    })
  | (DecisionBase & {
      readonly type: 'LeadWaiting';
      readonly why: WaitingReason;
      readonly dueAt: IsoInstant;
      readonly decision: UndecidedRecord;
    });
