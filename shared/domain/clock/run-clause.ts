import type { Clause, Rep, Sla } from '../agreement/agreement.ts';
import { nextClause } from '../lead/clause-rules.ts';
import type { RunningClause } from '../lead/lead.ts';
import type { Instant } from '../time/instant.ts';
import { addWorking } from '../time/working-time.ts';
import type { OwnerClause } from '../vocabulary/clauses.ts';
import type { OwnedStage } from '../vocabulary/stages.ts';
import { STEP_RULES } from '../vocabulary/steps.ts';

/** Who is bound by a clause, as a rep or as the manager who has stepped in. */
export interface ClauseOwner {
  readonly rep: Rep;
  readonly asManager: boolean;
}

/** The instant so long after another, by the clause's clock; an owner who is never at work again is held to the wall. */
export const instantAfter = ({ clock }: Clause, { rep }: ClauseOwner, from: Instant, ms: number): Instant =>
  clock === 'wall' ? from + ms : (addWorking(rep.schedule, from, ms) ?? from + ms);

/**
 * A clause as it starts: all its instants are computed now, from this agreement and this owner's hours, and
 * stored with the lead, so that a later agreement changes no promise already made.
 */
export const runClause = (name: OwnerClause, clause: Clause, owner: ClauseOwner, now: Instant): RunningClause => ({
  name,
  dueAt: instantAfter(clause, owner, now, clause.withinMs),
  breached: false,
  steps: clause.steps.map((step) => ({
    at: instantAfter(clause, owner, now, step.atMs),
    // There is nobody behind the manager: the lead stays, and the manager is asked again.
    do: owner.asManager ? STEP_RULES[step.do].ofManager : step.do,
  })),
});

/** Runs what the agreement has for a lead that comes to a stage, or that has met a clause in it. */
export const startClause = (
  { stage, met }: { readonly stage: OwnedStage; readonly met?: OwnerClause },
  sla: Sla,
  owner: ClauseOwner,
  now: Instant,
): RunningClause | undefined => {
  const name = nextClause(stage, sla, met);
  const clause = name && sla[name];
  return name === undefined || clause === undefined ? undefined : runClause(name, clause, owner, now);
};

/** The first instant at which the clause asks for something. */
export const firstInstant = (clause: RunningClause): Instant =>
  Math.min(clause.dueAt, clause.steps[0]?.at ?? clause.dueAt);
