import type { IsoInstant } from '../time/instant.ts';
import type { Channel } from '../vocabulary/channels.ts';
import type { ClauseName, OwnerClause, Party } from '../vocabulary/clauses.ts';
import type { ColdKind } from '../vocabulary/cold-kinds.ts';
import type { DecidedByPeople } from '../vocabulary/decided-by.ts';
import { LEAD_FACT_TYPES } from '../vocabulary/fact-types.ts';
import type { Grade } from '../vocabulary/grades.ts';
import type { Outcome } from '../vocabulary/outcomes.ts';
import type { AlertedPurpose } from '../vocabulary/purposes.ts';
import type { RejectAction } from '../vocabulary/reject-actions.ts';
import type { StepName } from '../vocabulary/steps.ts';
import type { TouchKind } from '../vocabulary/touch-kinds.ts';
import type { WaitingReason } from '../vocabulary/waiting-reasons.ts';
import type { DecisionRecord, UndecidedRecord } from './decision-record.ts';
import type { RepFact } from './rep-facts.ts';
import type { WatchFact } from './watch-fact.ts';

/** A named part of a score. */
export interface Reason {
  readonly name: string;
  readonly points: number;
}

/** What of a capture was cut or left out, and why; never with the value. */
export interface IgnoredField {
  /** Dotted, as in the data of the event. */
  readonly path: string;
  readonly problem: string;
}

/** What may have moved the person: told by a form, or done. */
export interface Touch {
  readonly kind: TouchKind;
  readonly value: string;
  readonly occurredAt: IsoInstant;
}

/** What happened to a lead, before it has its place in the lead's sequence. Instants are ISO 8601, UTC. */
export type Fact =
  | {
      readonly type: 'LeadScored';
      readonly data: {
        readonly score: number;
        readonly fit: number;
        readonly behaviour: number;
        readonly grade: Grade;
        readonly reasons: readonly Reason[];
        /** Of what led to it, oldest first; absent where there are none. */
        readonly touches?: readonly Touch[];
      };
    }
  | { readonly type: 'LeadFieldsIgnored'; readonly data: { readonly fields: readonly IgnoredField[] } }
  /** Oldest first, never empty: told where no LeadScored is. */
  | { readonly type: 'LeadTouched'; readonly data: { readonly touches: readonly Touch[] } }
  | {
      readonly type: 'LeadQualified';
      readonly data: {
        readonly score: number;
        readonly reasons: readonly Reason[];
        /** A person gave the lead to a rep before it was hot and complete. */
        readonly by?: DecidedByPeople;
        /** Whether it is held out from the rules of routing; absent where no lead was. */
        readonly heldOut?: boolean;
        /** Pieces of content that a rep would be offered to send now, best first; absent where there are none. */
        readonly offered?: readonly string[];
        /** Pages that the lead has seen and that are in no catalogue, newest first; absent where there are none. */
        readonly pages?: readonly string[];
      };
    }
  | { readonly type: 'LeadIncomplete'; readonly data: { readonly score: number; readonly missing: readonly string[] } }
  | {
      readonly type: 'LeadAssigned';
      readonly data: {
        readonly rep: string;
        readonly territory: string;
        readonly attempt: number;
        /** Who had the lead until then, where a person took it from them. */
        readonly from?: string;
        readonly decision: DecisionRecord;
      };
    }
  | {
      readonly type: 'LeadWaiting';
      readonly data: {
        readonly why: WaitingReason;
        readonly dueAt: IsoInstant;
        /** On whose waitlist; empty where no territory takes the lead. */
        readonly territory: string;
        readonly decision: UndecidedRecord;
      };
    }
  | {
      readonly type: 'ClockStarted';
      readonly data: { readonly clause: ClauseName; readonly attempt: number; readonly dueAt: IsoInstant };
    }
  | {
      readonly type: 'RepAlerted';
      readonly data: {
        readonly rep: string;
        readonly purpose: AlertedPurpose;
        readonly channel: Channel;
        readonly attempt: number;
        readonly messageId?: string;
        readonly failure?: string;
        /** Of a watch. */
        readonly happenings?: number;
        readonly lateBy?: string;
      };
    }
  | {
      readonly type: 'LeadAccepted';
      readonly data: { readonly rep: string; readonly attempt: number; readonly lateBy?: string };
    }
  | {
      readonly type: 'LeadRejected';
      readonly data: {
        readonly rep: string;
        readonly reason: string;
        readonly note?: string;
        readonly attempt: number;
        readonly action: RejectAction;
        /** Of a lead that goes back to marketing: paths of what a rep would need and it does not have. */
        readonly missing?: readonly string[];
        readonly lateBy?: string;
      };
    }
  | {
      readonly type: 'LeadEscalated';
      readonly data: {
        readonly clause: ClauseName;
        readonly step: StepName;
        readonly attempt: number;
        /** The owner; absent in the alert clause, whose steps come while nobody owns the lead. */
        readonly rep?: string;
      };
    }
  | {
      readonly type: 'LeadLeftWithOwner';
      readonly data: {
        readonly clause: OwnerClause;
        readonly attempt: number;
        /** The owner. */
        readonly rep: string;
        /** The manager who has decided it. */
        readonly by: string;
      };
    }
  | {
      readonly type: 'SlaBreached';
      readonly data: {
        readonly clause: ClauseName;
        readonly party: Party;
        readonly dueAt: IsoInstant;
        readonly attempt: number;
        readonly rep?: string;
      };
    }
  | {
      readonly type: 'ContactRecorded';
      readonly data: {
        readonly channel?: string;
        readonly applied: boolean;
        /** Who contacted the lead: its owner if it is applied, else whoever the event names. */
        readonly rep?: string;
        readonly lateBy?: string;
      };
    }
  | {
      readonly type: 'ContactAttemptRecorded';
      readonly data: {
        readonly channel?: string;
        readonly note?: string;
        /** Whether the lead has an owner who can have tried. */
        readonly applied: boolean;
        /** Whether it meets the contact clause, by the agreement. */
        readonly counted: boolean;
        readonly rep?: string;
        readonly lateBy?: string;
      };
    }
  | {
      readonly type: 'ContentSent';
      readonly data: { readonly rep: string; readonly attempt: number; readonly contentId: string };
    }
  | {
      readonly type: 'LeadSuggested';
      readonly data: {
        readonly rep: string;
        readonly territory: string;
        readonly was: ColdKind;
        readonly score: number;
        /** When it was given back, or last did something. */
        readonly since: IsoInstant;
      };
    }
  | WatchFact
  | {
      readonly type: 'OutcomeRecorded';
      readonly data: {
        readonly outcome: Outcome;
        readonly revenue?: number;
        readonly currency?: string;
        readonly reason?: string;
        readonly applied: boolean;
        /** Who closed a lead that has or had an owner: whoever is named, or had it when it occurred, as far as is known. */
        readonly rep?: string;
        /** Who had the lead then, or has it, where that is not `rep`. */
        readonly owner?: string;
        readonly lateBy?: string;
      };
    }
  | {
      readonly type: 'LeadRecycled';
      /** `rep`: the owner who gave the lead back, where that is not told by a fact before it. */
      readonly data: { readonly why: string; readonly rep?: string; readonly lateBy?: string };
    }
  | {
      readonly type: 'LeadForgotten';
      /** The owner, whose lead it is no more. Nothing here may be about the person. */
      readonly data: { readonly rep?: string };
    };

/** Whether it is told of a lead. */
export const isOfLead = (fact: Fact | RepFact | Refused): fact is Fact =>
  LEAD_FACT_TYPES.some((type) => type === fact.type);

export interface Problem {
  /** Dotted, from the top of the event; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

export interface Refused {
  readonly type: 'LeadRefused';
  readonly data: { readonly problems: readonly Problem[]; readonly input: string };
}
