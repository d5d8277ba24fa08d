import { isOwned, type Lead } from '../domain/lead/lead.ts';
import { freeReps } from '../domain/routing/availability.ts';
import type { RoutableLead } from '../domain/routing/choose-owner.ts';
import { keysToRoute, type RoutingOptions, routeLead } from '../domain/routing/route-lead.ts';
import { accountDomain, loadOf, type RoutingState } from '../domain/routing/routing-state.ts';
import { teamsFor, territoryNamed } from '../domain/territory/teams.ts';
import type { DecisionPorts } from '../ports/ports.ts';
import type { Write } from '../ports/store.ts';
import { leadWrite } from './documents/commit-decision.ts';
import { findLeads } from './documents/find-lead.ts';
import { loadRoutingState } from './documents/load-routing-state.ts';
import { retryOnConflict } from './documents/retry-on-conflict.ts';

/** Routing for one message. */
export interface Work {
  readonly ports: DecisionPorts;
  /** What gave rise to it. */
  readonly cause: string;
  /** Leads in any line whose company has got an owner meanwhile. */
  readonly woken: Set<string>;
}

interface LoadedRoutable {
  readonly version: number;
  readonly lead: RoutableLead;
}

const loadRoutable = async (ids: readonly string[], ports: DecisionPorts): Promise<readonly LoadedRoutable[]> =>
  [...(await findLeads(ids, ports)).values()]
    .flatMap(({ version, lead }) => (lead.stage === 'qualified' || lead.stage === 'waiting' ? [{ version, lead }] : []))
    .sort((a, b) => a.lead.qualification.at - b.lead.qualification.at || (a.lead.id < b.lead.id ? -1 : 1));

/** Loads the desk that these leads are decided on: accounts first, as an account's owner may be of no team. */
const loadRoutingStateFor = async (leads: readonly LoadedRoutable[], ports: DecisionPorts) => {
  const domains = leads.flatMap(({ lead }) =>
    [accountDomain(lead, ports.rules.agreement), lead.previous?.owner.account].filter((domain) => domain !== undefined),
  );
  const accounts = (await loadRoutingState(ports.store, [{ ledgers: [], loads: [], accounts: domains }])).state
    .accounts;
  const accountFor = (lead: RoutableLead) => accounts[accountDomain(lead, ports.rules.agreement) ?? ''];
  return loadRoutingState(ports.store, [
    ...leads.map(({ lead }) => keysToRoute(lead, ports.rules, accountFor(lead))),
    { ledgers: [], loads: [], accounts: domains },
  ]);
};

/** Whether anybody of the territory's teams could take a lead: asked before a line is gone through. */
const freeRepsOf = async (line: string, ports: DecisionPorts): Promise<'now' | 'soon' | 'none'> => {
  const { agreement } = ports.rules;
  const territory = territoryNamed(agreement.territories, line);
  if (territory === undefined) return 'none';
  const members = teamsFor(territory, agreement.territories).flatMap(({ team }) => team.map(({ rep }) => rep));
  const now = ports.time.now();
  const { state } = await loadRoutingState(ports.store, [{ ledgers: [], loads: [...new Set(members)], accounts: [] }]);
  const reps = members.map((rep) => agreement.reps[rep]);
  const horizon = now + Math.max(agreement.sla.alert.withinMs, agreement.sla.accept.withinMs);
  return freeReps(reps, (rep) => loadOf(state, rep), now, horizon);
};

/** Leads in line of the companies of those that have an owner now. */
const whoWaits = (leads: readonly LoadedRoutable[], state: RoutingState, { rules }: DecisionPorts): readonly string[] =>
  leads.flatMap(({ lead }) => {
    const account = state.accounts[accountDomain(lead, rules.agreement) ?? ''];
    return account?.open.some(({ leadId }) => leadId === lead.id) ? (account.waiting ?? []) : [];
  });

/**
 * Decides leads that are in line together, oldest first, on one desk, in one commit. Whoever else decided
 * on the same desk meanwhile makes it a conflict, and it is decided again. Answers whether one of them is left
 * in line.
 */
const decideTogether = (
  ids: readonly string[],
  { ports, cause, woken }: Work,
  options: RoutingOptions = {},
): Promise<boolean> =>
  retryOnConflict('a routing', ports, async () => {
    const leads = await loadRoutable(ids, ports);
    if (leads.length === 0) return false;
    const now = ports.time.now();
    const loaded = await loadRoutingStateFor(leads, ports);
    let { state } = loaded;
    let left = false;
    const writes: Write[] = [];
    for (const { version, lead } of leads) {
      const routing = routeLead(lead, state, ports.rules, now, { ...options, ahead: options.ahead === true || left });
      state = routing.state;
      if (!isOwned(routing.lead)) left = true;
      if (routing.lead !== lead) writes.push(leadWrite(version, lead, routing, { id: cause }, now));
    }
    writes.push(...loaded.writes(state));
    if (writes.length > 0 && (await ports.store.commit(writes)) === 'conflict') return 'conflict';
    for (const id of whoWaits(leads, state, ports)) woken.add(id);
    return left;
  });

/**
 * The same for a lead that has or had an owner: with its end the company's next lead gives it another, and
 * whoever gave it one may not have come so far.
 */
export const wakeCompany = async (lead: Lead, { ports, woken }: Work): Promise<void> => {
  const domain = isOwned(lead) ? lead.owner.account : accountDomain(lead, ports.rules.agreement);
  if (domain === undefined) return;
  const key = { type: 'account', id: domain } as const;
  for (const id of (await ports.store.load([key])).get(key)?.value.waiting ?? []) woken.add(id);
};

/** Leads decided in one commit; a transaction holds a hundred items. */
const LEADS_PER_COMMIT = 12;

/** How far into a line we look while hands are but soon free: whoever is served then wakes the line again. */
const WAITLIST_DEPTH = 48;

/** So much deeper each time, for a free hand that nobody before could use. */
const DEEPER = 4;

/**
 * Serves a line, oldest first, for as long as hands are free. `freed`: a rep who has a place again may be the
 * owner of an account, or not at work, and then whoever waits for them must know when to look.
 */
export const serveWaitlist = async (territory: string, work: Work, freed = false): Promise<void> => {
  const { ports } = work;
  const seen = new Set<string>();
  let left = false;
  for (let depth = WAITLIST_DEPTH; ; depth *= DEEPER) {
    const waiting = await ports.store.waiting(territory, depth);
    const unseen = waiting.filter((id) => !seen.has(id));
    for (let first = 0; first < unseen.length; first += LEADS_PER_COMMIT) {
      const hands = await freeRepsOf(territory, ports);
      if (hands !== 'now' && (seen.size >= WAITLIST_DEPTH || (hands === 'none' && !freed))) return;
      const part = unseen.slice(first, first + LEADS_PER_COMMIT);
      for (const id of part) seen.add(id);
      left = (await decideTogether(part, work, { ahead: left })) || left;
    }
    if (waiting.length < depth) return;
  }
};

/** Routes one lead of a line, after whoever stands at its head. */
export const routeOne = async (leadId: string, territory: string, work: Work): Promise<void> => {
  const head = await work.ports.store.waiting(territory, 1);
  await decideTogether([...new Set([...head, leadId])], work);
};

/** Gives a lead that nobody else could ever take to the manager or leaves it with its last owner, before the line is served. */
export const routeToLastResort = async (leadId: string, work: Work): Promise<void> => {
  await decideTogether([leadId], work, { lastResort: true });
};
