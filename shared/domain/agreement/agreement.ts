import type { Condition } from '../condition/condition.ts';
import type { Schedule } from '../time/schedule.ts';

/** The agreement as functions read it: checked, references resolved, durations in milliseconds. */
export interface Agreement {
  /** SHA-256 of the compiled agreement, in hexadecimal; stamped on each decision. */
  readonly hash: string;
  readonly scoring: Scoring;
  /** In order; the first whose condition holds takes the lead. */
  readonly territories: readonly Territory[];
  readonly reps: Readonly<Record<string, Rep>>;
  readonly sla: Sla;
  readonly content: readonly Content[];
}

export interface Scoring {
  readonly hot: number;
  readonly warm: number;
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
  readonly share: 'count' | 'score';
  /** Name of the territory whose team helps out when nobody here can take a lead. */
  readonly overflow?: string;
  /** Whether a rep must speak the lead's language. */
  readonly matchLanguage: boolean;
}

export interface TeamMember {
  readonly rep: string;
  readonly weight: number;
}

export type Channel = 'sms' | 'email';

export interface Rep {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** E.164. */
  readonly phone?: string;
  readonly manager?: string;
  readonly languages: readonly string[];
  readonly schedule: Schedule;
  readonly capacity: { readonly open?: number; readonly perDay?: number };
  /** Channels that can reach this rep, in the order of preference; never empty in a sound agreement. */
  readonly channels: readonly Channel[];
  /** Minutes of the local day in which no SMS is sent; `from` may lie after `to` (over midnight). */
  readonly quiet?: { readonly from: number; readonly to: number };
}

export type ClauseName = 'alert' | 'accept' | 'contact' | 'verdict';
export type StepName = 'remind' | 'tell-manager' | 'reassign' | 'recycle';

export interface Clause {
  readonly withinMs: number;
  readonly clock: 'working' | 'wall';
  /** In order of time, from the start of the clause. */
  readonly steps: readonly { readonly atMs: number; readonly do: StepName }[];
}

export type RejectAction = 'reassign' | 'recycle' | 'return-to-marketing' | 'close';

export interface Sla {
  readonly alert: { readonly withinMs: number };
  readonly accept: Clause;
  readonly contact?: Clause;
  readonly verdict?: Clause;
  readonly maxOwners: number;
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
