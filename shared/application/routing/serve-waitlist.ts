import { type FreeReps, freeReps, isWorthGoingOn, WAITLIST_HEAD } from '../../domain/routing/free-reps.ts';
import { loadOf } from '../../domain/routing/routing-state.ts';
import { teamsFor, territoryNamed } from '../../domain/territory/teams.ts';
import type { DecisionPorts } from '../../ports/ports.ts';
import { loadRoutingState } from '../documents/load-routing-state.ts';
import type { RoutingTask } from './route-in-one-commit.ts';
import { routeTogether } from './route-together.ts';

/** Leads decided in one commit; a transaction holds a hundred items. */
const LEADS_PER_COMMIT = 12;

/** How much further to read along a waitlist each time that nobody so far could be served by the free rep. */
const DEEPER = 4;

/** Whether anybody of the territory's teams could take a lead, asked before more of its waitlist is decided. */
const freeRepsOf = async (territoryName: string, ports: DecisionPorts): Promise<FreeReps> => {
  const { agreement } = ports.rules;
  const territory = territoryNamed(agreement.territories, territoryName);
  if (territory === undefined) return 'none';
  const members = teamsFor(territory, agreement.territories).flatMap(({ team }) => team.map(({ rep }) => rep));
  const now = ports.time.now();
  const { state } = await loadRoutingState(ports.store, [{ ledgers: [], loads: [...new Set(members)], accounts: [] }]);
  const reps = members.map((rep) => agreement.reps[rep]);
  const horizon = now + Math.max(agreement.sla.alert.withinMs, agreement.sla.accept.withinMs);
  return freeReps(reps, { loadOf: (rep) => loadOf(state, rep), now, horizon });
};

/**
 * Serves a waitlist, oldest first, for as long as reps are free. `repGotFree`: a rep has just got a place free, who
 * may own accounts or be off work: then whoever waits for them must learn when to ask again.
 */
export const serveWaitlist = async (territory: string, task: RoutingTask, repGotFree = false): Promise<void> => {
  const { ports } = task;
  const decided = new Set<string>();
  let oneWaits = false;
  for (let depth = WAITLIST_HEAD; ; depth *= DEEPER) {
    const waiting = await ports.store.waiting(territory, depth);
    const undecided = waiting.filter((id) => !decided.has(id));
    for (let first = 0; first < undecided.length; first += LEADS_PER_COMMIT) {
      if (!isWorthGoingOn(await freeRepsOf(territory, ports), decided.size, repGotFree)) return;
      const part = undecided.slice(first, first + LEADS_PER_COMMIT);
      for (const id of part) decided.add(id);
      oneWaits = (await routeTogether(part, task, { behindOthers: oneWaits })) || oneWaits;
    }
    if (waiting.length < depth) return;
  }
};
