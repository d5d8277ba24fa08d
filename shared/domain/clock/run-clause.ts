import type { Clause, Rep } from '../agreement/agreement.ts';
import type { RunningClause } from '../lead/lead.ts';
import type { Instant } from '../time/instant.ts';
import { addWorking } from '../time/working-time.ts';

/**
 * Starts a clause: all its instants are computed now, from this agreement and this owner's hours, and
 * stored with the lead, so that a later agreement changes no promise already made. An owner who is never
 * at work again is held to the wall clock.
 */
export const runClause = (
  name: RunningClause['name'],
  clause: Clause,
  owner: Rep,
  now: Instant,
  asManager: boolean,
): RunningClause => {
  const after = (ms: number): number =>
    clause.clock === 'wall' ? now + ms : (addWorking(owner.schedule, now, ms) ?? now + ms);
  return {
    name,
    dueAt: after(clause.withinMs),
    breached: false,
    steps: clause.steps.map((step) => ({
      at: after(step.atMs),
      // There is nobody behind the manager: the lead stays, and the manager is asked again.
      do: asManager && (step.do === 'reassign' || step.do === 'tell-manager') ? 'remind' : step.do,
    })),
  };
};

/** The first instant at which the clause asks for something. */
export const firstInstant = (clause: RunningClause): Instant =>
  Math.min(clause.dueAt, clause.steps[0]?.at ?? clause.dueAt);
