import { applyEffects, keysOf } from '../../domain/effects/apply-effects.ts';
import { effectsOf } from '../../domain/effects/effects-of.ts';
import type { Effect } from '../../domain/lead/effect.ts';
import { isOwned } from '../../domain/lead/lead.ts';
import { routeLead } from '../../domain/routing/route-lead.ts';
import type { RoutingState } from '../../domain/routing/routing-state.ts';
import type { RoutingPorts } from '../../ports/ports.ts';
import type { Write } from '../../ports/store.ts';
import { leadWrite } from '../documents/commit-decision.ts';
import type { Made } from '../documents/load-routing-state.ts';
import { loadShared } from '../documents/load-shared.ts';
import { retryOnConflict } from '../documents/retry-on-conflict.ts';
import { companyOf, type LoadedRoutable, loadRoutable, loadStateFor } from './load-routable.ts';

/** The routing that a message gives rise to, or several of one team together. */
export interface RoutingTask {
  readonly ports: RoutingPorts;
  /** What gave rise to it. */
  readonly cause: string;
  /** By lead, what gave rise to its own routing, where that is something else. */
  readonly causes?: ReadonlyMap<string, string>;
  /** Waiting leads, of any territory, whose company has got an owner meanwhile. */
  readonly woken: Set<string>;
}

export interface TogetherOptions {
  /** Leads that are not among these stand before them on the waitlist. */
  readonly behindOthers?: boolean;
  readonly lastResortOnly?: boolean;
}

/** Waiting leads of the companies that have an owner by one of these leads now. */
const wakenBy = (leads: readonly LoadedRoutable[], state: RoutingState, ports: RoutingPorts): readonly string[] =>
  leads.flatMap(({ lead }) => {
    const account = state.accounts[companyOf(lead, ports) ?? ''];
    return account?.open.some(({ leadId }) => leadId === lead.id) ? (account.waiting ?? []) : [];
  });

/** Messages that nobody needs any more leave the inboxes in which they were held back. */
const writesOf = async (effects: readonly Effect[], made: Made, { store }: RoutingPorts): Promise<readonly Write[]> => {
  if (effects.length === 0) return [];
  const shared = await loadShared(store, keysOf(effects));
  return shared.writes(applyEffects(shared, effects), made);
};

/**
 * Decides leads together, oldest first, on one routing state and in one commit. When somebody else has decided on
 * the same state meanwhile, that is a conflict, and all is decided again. Answers whether one of them still waits.
 */
export const routeInOneCommit = (
  ids: readonly string[],
  { ports, cause, causes, woken }: RoutingTask,
  { behindOthers = false, lastResortOnly = false }: TogetherOptions = {},
): Promise<boolean> =>
  retryOnConflict('a routing', ports, async () => {
    const leads = await loadRoutable(ids, ports);
    if (leads.length === 0) return false;
    const now = ports.time.now();
    const loaded = await loadStateFor(leads, now, ports);
    let { state } = loaded;
    let oneWaits = false;
    const writes: Write[] = [];
    const effects: Effect[] = [];
    for (const before of leads) {
      const { lead } = before;
      const command = { state, rules: ports.rules, now, behindOthers: behindOthers || oneWaits, lastResortOnly };
      const routing = routeLead(lead, command);
      // What the lead changes beside it holds only if it still is as it was loaded: then the lead is written too.
      const changes = routing.lead !== lead || routing.state !== state;
      state = routing.state;
      oneWaits ||= !isOwned(routing.lead);
      effects.push(...effectsOf(lead, routing));
      if (!changes) continue;
      writes.push(leadWrite({ before, decision: routing, cause: { id: causes?.get(lead.id) ?? cause }, now }));
    }
    const made = { cause: { id: cause }, now };
    writes.push(...loaded.writes(state, made), ...(await writesOf(effects, made, ports)));
    if (writes.length > 0 && (await ports.store.commit(writes)) === 'conflict') return 'conflict';
    for (const id of wakenBy(leads, state, ports)) woken.add(id);
    return oneWaits;
  });
