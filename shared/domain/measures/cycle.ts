import type { Touch } from '../lead/facts.ts';
import type { Instant } from '../time/instant.ts';
import type { ClauseName } from '../vocabulary/clauses.ts';
import type { ColdKind } from '../vocabulary/cold-kinds.ts';
import { ENDS, type End, type Outcome } from '../vocabulary/outcomes.ts';
import type { RejectAction } from '../vocabulary/reject-actions.ts';
import type { TouchKind } from '../vocabulary/touch-kinds.ts';

/** How a cycle ends, as far as it is measured: of a forgotten lead nothing is left to measure. */
export type CycleEnd = Exclude<End, 'forgotten'>;

const isMeasured = (end: End): end is CycleEnd => end !== 'forgotten';

export const CYCLE_ENDS = ENDS.filter(isMeasured);

/** Something done at an instant, and by whom, where that is told. */
export interface Deed {
  readonly at: Instant;
  readonly rep?: string;
}

export interface Deal extends Deed {
  readonly revenue?: number;
  readonly currency?: string;
}

/** One clause of one attempt. */
export interface Promised {
  readonly clause: ClauseName;
  readonly attempt: number;
  /** Whom it binds; absent where that is us. */
  readonly rep?: string;
  readonly startedAt: Instant;
  /** Broken: `at` is the deadline, and `metAt` says when it was met all the same. */
  state: 'running' | 'kept' | 'broken' | 'void';
  at: Instant;
  metAt?: Instant;
}

export interface Assignment extends Deed {
  readonly rep: string;
  readonly attempt: number;
  readonly isManager: boolean;
}

export interface Rejection extends Deed {
  readonly reason: string;
  readonly action: RejectAction;
}

export interface HowQualified {
  readonly at: Instant;
  readonly score: number;
  /** Held out from the rules of routing or not; absent where no lead was. */
  readonly heldOut?: boolean;
  /** Pieces of content that a rep was offered to send; absent where there were none. */
  readonly offered?: readonly string[];
  /** Pages that the lead had seen and that are in no catalogue; absent where there were none. */
  readonly pages?: readonly string[];
}

/** A rep was asked to call the lead again. */
export interface Suggestion {
  readonly at: Instant;
  readonly rep: string;
  readonly territory: string;
  readonly was: ColdKind;
  readonly score: number;
  readonly since: Instant;
}

/** How an outcome that changed nothing stands to what was known. */
export type Unapplied = 'repeated' | 'contradictory' | 'afterEnd';

/** One way of a lead from its opening to its end, as its facts tell it. Built fact by fact; read only when it is done. */
export interface Cycle {
  readonly leadId: string;
  readonly openedAt: Instant;
  hotAt: Instant | undefined;
  incompleteAt: Instant | undefined;
  qualified: HowQualified | undefined;
  alertedAt: Instant | undefined;
  accepted: Deed | undefined;
  contacted: Deed | undefined;
  /** The first outcome after the contact, or that the rep gave the lead back then. */
  verdict: Deed | undefined;
  salesQualified: Deal | undefined;
  won: Deal | undefined;
  lost: Deal | undefined;
  recycled: Deed | undefined;
  returned: Deed | undefined;
  closed: Deed | undefined;
  /** The last end; won or lost may come after the lead was given back. */
  end: { readonly at: Instant; readonly how: CycleEnd } | undefined;
  /** The last one since it opened; it may come after the end. */
  suggested: Suggestion | undefined;
  /** Who has it, or had it last. */
  lastOwner: string | undefined;
  /** That took it last, or on whose waitlist it was; absent where none does. */
  territory: string | undefined;
  readonly assignments: Assignment[];
  readonly promises: Promised[];
  readonly rejections: Rejection[];
  /** Who lost it to the clock or to a colleague. */
  readonly takenAway: Deed[];
  /** Pieces of content that reps have sent. */
  readonly sent: string[];
  readonly applied: { readonly at: Instant; readonly outcome: Outcome; readonly isLate: boolean }[];
  readonly unapplied: { readonly at: Instant; readonly why: Unapplied }[];
  /** At or before it qualified, oldest first. */
  touches: readonly Touch[];
  /** The first and the last touch of each kind among them; null where there is none. */
  touchedBy: Readonly<Record<Which, Readonly<Record<TouchKind, string | null>>>>;
}

/** Which touch of a kind counts. */
export type Which = 'first' | 'last';

/** Many cycles are touched by the same, and what they share is near when they are counted. A full cache starts afresh. */
const shared = new Map<string, Cycle['touchedBy']>();
const MOST_SHARED = 10_000;

export const touchedBy = (touches: readonly Touch[]): Cycle['touchedBy'] => {
  const of = (which: Which, kind: TouchKind): string | null => {
    const is = (touch: Touch): boolean => touch.kind === kind;
    return (which === 'first' ? touches.find(is) : touches.findLast(is))?.value ?? null;
  };
  const all = (which: Which) => ({
    source: of(which, 'source'),
    campaign: of(which, 'campaign'),
    content: of(which, 'content'),
  });
  const found = { first: all('first'), last: all('last') };
  const name = JSON.stringify(found);
  const known = shared.get(name);
  if (known !== undefined) return known;
  if (shared.size >= MOST_SHARED) shared.clear();
  shared.set(name, found);
  return found;
};

const UNTOUCHED = touchedBy([]);

/** All have the same fields from the first: of objects of one shape a hundred thousand are counted in no time. */
export const newCycle = (leadId: string, openedAt: Instant): Cycle => ({
  leadId,
  openedAt,
  hotAt: undefined,
  incompleteAt: undefined,
  qualified: undefined,
  alertedAt: undefined,
  accepted: undefined,
  contacted: undefined,
  verdict: undefined,
  salesQualified: undefined,
  won: undefined,
  lost: undefined,
  recycled: undefined,
  returned: undefined,
  closed: undefined,
  end: undefined,
  suggested: undefined,
  lastOwner: undefined,
  territory: undefined,
  assignments: [],
  promises: [],
  rejections: [],
  takenAway: [],
  sent: [],
  applied: [],
  unapplied: [],
  touches: [],
  touchedBy: UNTOUCHED,
});

/** Whether more happened to it than that it was scored: most leads never become hot, and only their number is counted. */
export const isWorked = (cycle: Cycle): boolean =>
  cycle.hotAt !== undefined ||
  cycle.incompleteAt !== undefined ||
  cycle.qualified !== undefined ||
  cycle.alertedAt !== undefined ||
  cycle.accepted !== undefined ||
  cycle.contacted !== undefined ||
  cycle.salesQualified !== undefined ||
  cycle.end !== undefined ||
  [cycle.assignments, cycle.promises, cycle.rejections, cycle.takenAway, cycle.applied, cycle.unapplied].some(
    (list) => list.length > 0,
  );

const NONE: never[] = [];
const orNone = <T>(list: T[]): T[] => (list.length === 0 ? NONE : list);

/**
 * The same, when nothing is added to it any more. Most of its lists are empty, and one empty list does for all: what is
 * small lies close together, and counting goes through all of it many times.
 */
export const packed = (cycle: Cycle): Cycle => ({
  ...cycle,
  assignments: orNone(cycle.assignments),
  promises: orNone(cycle.promises),
  rejections: orNone(cycle.rejections),
  takenAway: orNone(cycle.takenAway),
  sent: orNone(cycle.sent),
  applied: orNone(cycle.applied),
  unapplied: orNone(cycle.unapplied),
});
