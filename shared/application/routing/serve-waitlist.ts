import { type FreeReps, freeReps, isWorthGoingOn, WAITLIST_HEAD } from '../../domain/routing/free-reps.ts';
import { loadOf } from '../../domain/routing/routing-state.ts';
import { teamsFor, territoryNamed } from '../../domain/territory/teams.ts';
import type { RoutingPorts } from '../../ports/ports.ts';
import { loadRoutingState } from '../documents/load-routing-state.ts';
import { loadRoutable } from './load-routable.ts';
import type { RoutingTask } from './route-in-one-commit.ts';
import { routeTogether } from './route-together.ts';

/** Leads decided in one commit; a transaction holds a hundred items. */
export const LEADS_PER_COMMIT = 12;

/** How much further to read along a waitlist each time that nobody so far could be served by the free rep. */
const DEEPER = 4;

/** Beyond the head, so many leads are read at once to see which of them are due; a read holds a hundred keys. */
const LEADS_PER_READ = 96;

const freeAmong = async (ids: readonly string[], { store, rules, time }: RoutingPorts): Promise<FreeReps> => {
  const { agreement } = rules;
  const now = time.now();
  const { state } = await loadRoutingState(store, [{ ledgers: [], loads: [...new Set(ids)], accounts: [] }]);
  const horizon = now + Math.max(agreement.sla.alert.withinMs, agreement.sla.accept.withinMs);
  return freeReps(
    ids.map((rep) => agreement.reps[rep]),
    { loadOf: (rep) => loadOf(state, rep), now, horizon },
  );
};

/** Whether anybody of the territory's teams could take a lead, asked before more of its waitlist is decided. */
const freeRepsOf = async (territoryName: string, ports: RoutingPorts): Promise<FreeReps> => {
  const { territories } = ports.rules.agreement;
  const territory = territoryNamed(territories, territoryName);
  if (territory === undefined) return 'none';
  const members = teamsFor(territory, territories).flatMap(({ team }) => team.map(({ rep }) => rep));
  return freeAmong(members, ports);
};

/** Those that asked to be decided by now. Nobody who was free all the while can take the others: that was asked when they joined. */
const dueAmong = async (ids: readonly string[], ports: RoutingPorts): Promise<readonly string[]> => {
  const now = ports.time.now();
  const leads = await loadRoutable(ids, ports);
  return leads.filter(({ lead }) => lead.lookAt <= now).map(({ lead }) => lead.id);
};

/**
 * Serves a waitlist, oldest first, for as long as reps are free. `freed` is a rep who has just got a place free, or has
 * gone or come back: then whoever waits for them must learn when to ask again. Beyond the head, leads are decided only
 * for that rep, or because they are due: else each lead that comes would have every lead that waits decided again.
 * Answers whether anybody was waiting.
 */
export const serveWaitlist = async (territory: string, task: RoutingTask, freed?: string): Promise<boolean> => {
  const { ports } = task;
  const decided = new Set<string>();
  let oneWaits = false;
  for (let depth = WAITLIST_HEAD; ; depth *= DEEPER) {
    const waiting = await ports.store.waiting(territory, depth);
    const undecided = waiting.filter((id) => !decided.has(id));
    while (undecided.length > 0) {
      if (!isWorthGoingOn(await freeRepsOf(territory, ports), decided.size, freed !== undefined)) return true;
      const isForRep = freed !== undefined && (await freeAmong([freed], ports)) === 'now';
      const onlyDue = decided.size >= WAITLIST_HEAD && !isForRep;
      const part = undecided.splice(0, onlyDue ? LEADS_PER_READ : LEADS_PER_COMMIT);
      for (const id of part) decided.add(id);
      const asked = onlyDue ? await dueAmong(part, ports) : part;
      oneWaits ||= asked.length < part.length;
      for (let first = 0; first < asked.length; first += LEADS_PER_COMMIT) {
        const together = asked.slice(first, first + LEADS_PER_COMMIT);
        oneWaits = (await routeTogether(together, task, { behindOthers: oneWaits })) || oneWaits;
      }
    }
    if (waiting.length < depth) return decided.size > 0;
  }
};
