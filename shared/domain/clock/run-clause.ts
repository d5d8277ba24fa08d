import type { Clause, Sla } from '../agreement/agreement.ts';
import { nextClause } from '../lead/clause-rules.ts';
import type { RunningClause } from '../lead/lead.ts';
import type { Instant } from '../time/instant.ts';
import type { Schedule } from '../time/schedule.ts';
import { addWorking } from '../time/working-time.ts';
import type { OwnerClause } from '../vocabulary/clauses.ts';
import type { OwnedStage } from '../vocabulary/stages.ts';
import { STEP_RULES } from '../vocabulary/steps.ts';

/** By whose hours a clause runs, and whether it binds a rep or the manager who has stepped in. */
export interface ClauseOwner {
  readonly schedule: Schedule;
  readonly asManager: boolean;
  /** Whether the owner is nobody who can act now: then no hours of theirs are waited for. */
  readonly byWallClock?: boolean;
}

type Steps = RunningClause['steps'];

/** Who cannot act now is told of the breach when it comes, whatever else the agreement has for it. */
const withReminderAt = (dueAt: Instant, steps: Steps): Steps =>
  steps.some(({ at }) => at === dueAt)
    ? steps
    : [...steps, { at: dueAt, do: 'remind' as const }].sort((a, b) => a.at - b.at);

/** The instant so long after another, by the clause's clock; an owner who is never at work again is held to the wall. */
export const instantAfter = (
  { clock }: Clause,
  { schedule, byWallClock = false }: ClauseOwner,
  from: Instant,
  ms: number,
): Instant => (byWallClock || clock === 'wall' ? from + ms : (addWorking(schedule, from, ms) ?? from + ms));

/**
 * A clause as it starts: all its instants are computed now, from this agreement and this owner's hours, and
 * stored with the lead, so that a later agreement changes no promise already made.
 */
export const runClause = (name: OwnerClause, clause: Clause, owner: ClauseOwner, now: Instant): RunningClause => {
  const dueAt = instantAfter(clause, owner, now, clause.withinMs);
  const steps = clause.steps.map((step) => ({
    at: instantAfter(clause, owner, now, step.atMs),
    // There is nobody behind the manager: the lead stays, and the manager is asked again.
    do: owner.asManager ? STEP_RULES[step.do].ofManager : step.do,
  }));
  return { name, dueAt, breached: false, steps: owner.byWallClock ? withReminderAt(dueAt, steps) : steps };
};

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
