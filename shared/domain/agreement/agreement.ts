import type { Condition } from '../condition/condition.ts';
import type { Duty } from '../duty/duty.ts';
import type { Schedule } from '../time/schedule.ts';
import type { Addresses, Channel } from '../vocabulary/channels.ts';
import type { ClockKind, OptionalClause } from '../vocabulary/clauses.ts';
import type { RejectAction } from '../vocabulary/reject-actions.ts';
import type { ShareUnit } from '../vocabulary/share-units.ts';
import type { AlertStep, OwnerStep } from '../vocabulary/steps.ts';
import type { Watch } from '../watch/watch.ts';

/** The agreement as functions read it: checked, references resolved, durations in milliseconds. */
export interface Agreement {
  /** SHA-256 of the compiled agreement, in hexadecimal; stamped on each decision. */
  readonly hash: string;
  readonly scoring: Scoring;
  /** In order; the first whose condition holds takes the lead. */
  readonly territories: readonly Territory[];
  readonly reps: Readonly<Record<string, Rep>>;
  /** On-call duties, by name. */
  readonly duties: Readonly<Record<string, Duty>>;
  readonly sla: Sla;
  readonly content: readonly Content[];
  /** Absent where none are agreed. */
  readonly watches?: readonly Watch[];
}

export interface Scoring {
  readonly hot: number;
  readonly warm: number;
  /** The part of the leads that is held out from the rules of routing, above 0; absent where none is. */
  readonly holdOut?: number;
  /** Paths of a lead without which marketing may not pass it on. */
  readonly minimum: readonly string[];
  readonly fit: readonly FitRule[];
  readonly behaviour: { readonly halfLifeMs: number; readonly actions: readonly Action[] };
  /** Lower-case domains of free mail beside the well-known providers. */
  readonly freeMail: readonly string[];
}

export interface FitRule {
  readonly name: string;
  readonly when: Condition;
  readonly points: number;
}

export interface Action {
  readonly name: string;
  readonly kind: string;
  /** Over the activity's own fields: kind, url, contentId, title. */
  readonly when?: Condition;
  readonly points: number;
  /** Cap on the decayed sum of this action's points. */
  readonly atMost?: number;
  readonly handRaise: boolean;
}

export interface Territory {
  readonly name: string;
  /** Absent: takes every lead. */
  readonly when?: Condition;
  readonly team: readonly TeamMember[];
  /** Who is turned to when nobody takes a lead; absent: the manager of the first of the team who has one. */
  readonly manager?: string;
  readonly share: ShareUnit;
  /** Name of the territory whose team helps out when nobody here can take a lead. */
  readonly overflow?: string;
  /** Name of the duty that takes a lead which nobody of the teams can take now. */
  readonly onCall?: string;
  /** Whether a rep must speak the lead's language. */
  readonly matchLanguage: boolean;
}

export interface TeamMember {
  readonly rep: string;
  readonly weight: number;
}

export interface Rep extends Addresses {
  readonly id: string;
  readonly name: string;
  readonly manager?: string;
  /** Without script and region, in the code that the language of a lead has: `no`, never `nb`. */
  readonly languages: readonly string[];
  readonly schedule: Schedule;
  readonly capacity: { readonly open?: number; readonly perDay?: number };
  /** Channels that can reach this rep, in the order of preference; never empty in a sound agreement. */
  readonly channels: readonly Channel[];
  /** Minutes of the local day in which no SMS is sent; `from` may lie after `to` (over midnight). */
  readonly quiet?: { readonly from: number; readonly to: number };
}

export interface Clause {
  readonly withinMs: number;
  readonly clock: ClockKind;
  /** In order of time, from the start of the clause. */
  readonly steps: readonly { readonly atMs: number; readonly do: OwnerStep }[];
  /** Which part of a week's promises is to be kept, from 0 to 1. */
  readonly keep?: number;
}

/** Our own promise, by the wall clock from qualified. */
export interface AlertClause {
  readonly withinMs: number;
  /** What happens while nobody owns the lead, in order of time. */
  readonly steps: readonly { readonly atMs: number; readonly do: AlertStep }[];
  /** As that of a clause. */
  readonly keep?: number;
}

/** Clauses that an agreement may leave out. */
export type OptionalClauses = { readonly [C in OptionalClause]?: Clause };

export interface Sla extends OptionalClauses {
  readonly alert: AlertClause;
  readonly accept: Clause;
  /** Whether an attempt to reach a lead meets the contact clause. */
  readonly countAttempts?: true;
  readonly maxOwners: number;
  /** A rep from whom the clock takes so many leads in a row is paused; absent: nobody is. */
  readonly pauseAfter?: number;
  readonly rejectReasons: Readonly<Record<string, RejectAction>>;
  readonly alerts: {
    readonly throttle?: { readonly max: number; readonly perMs: number };
    readonly senderId?: string;
    /** US dollars, as SNS wants it. */
    readonly maxPrice?: string;
  };
  readonly marketing?: { readonly qualifiedPerWeek?: number; readonly email?: string };
}

export interface Content {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** Over the lead's fields. */
  readonly for?: Condition;
  /** Content ids that the lead has read before this one makes sense. */
  readonly after: readonly string[];
}
