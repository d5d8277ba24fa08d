import type { Channel, ClauseName, RejectAction, StepName } from '../agreement/agreement.ts';
import type { IsoInstant } from '../time/instant.ts';
import type { DecisionRecord, UndecidedRecord } from './decision-record.ts';

export type Grade = 'cold' | 'warm' | 'hot';

/** A named part of a score. */
export interface Reason {
  readonly name: string;
  readonly points: number;
}

/** What a lead may owe a rep a message for. */
export type RepPurpose = 'alert' | 'remind' | 'tell-manager' | 'taken-away';

/** Of a message; a digest is what became of alerts that were held back. */
export type Purpose = RepPurpose | 'digest' | 'marketing';

export type WaitingReason = 'nobody-at-work' | 'everybody-full' | 'nobody-left';

export type Outcome = 'won' | 'lost' | 'sales-qualified';

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
      };
    }
  | { readonly type: 'LeadQualified'; readonly data: { readonly score: number; readonly reasons: readonly Reason[] } }
  | { readonly type: 'LeadIncomplete'; readonly data: { readonly score: number; readonly missing: readonly string[] } }
  | {
      readonly type: 'LeadAssigned';
      readonly data: {
        readonly rep: string;
        readonly territory: string;
        readonly attempt: number;
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
        readonly purpose: RepPurpose | 'digest';
        readonly channel: Channel;
        readonly attempt: number;
        readonly messageId?: string;
        readonly failure?: string;
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
        readonly rep: string;
      };
    }
  | {
      readonly type: 'SlaBreached';
      readonly data: {
        readonly clause: ClauseName;
        readonly party: 'sales' | 'us';
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
        readonly rep?: string;
        readonly lateBy?: string;
      };
    }
  | {
      readonly type: 'OutcomeRecorded';
      readonly data: {
        readonly outcome: Outcome;
        readonly revenue?: number;
        readonly currency?: string;
        readonly reason?: string;
        readonly applied: boolean;
        readonly rep?: string;
        readonly lateBy?: string;
      };
    }
  | {
      readonly type: 'LeadRecycled';
      /** `rep`: the owner who gave the lead back, where that is not told by a fact before it. */
      readonly data: { readonly why: string; readonly rep?: string; readonly lateBy?: string };
    };

export interface Problem {
  /** Dotted, from the top of the event; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

export interface Refused {
  readonly type: 'LeadRefused';
  readonly data: { readonly problems: readonly Problem[]; readonly input: string };
}
