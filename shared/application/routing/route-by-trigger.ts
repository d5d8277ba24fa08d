import type { Trigger } from '../../contracts/events/read-fact.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { RoutingPorts } from '../../ports/ports.ts';
import { findLead } from '../documents/find-lead.ts';
import { asRoutable, companyOf, hasLastResort } from './load-routable.ts';
import type { RoutingTask } from './route-in-one-commit.ts';
import { routeTogether } from './route-together.ts';
import { serveWaitlist } from './serve-waitlist.ts';

/** Leads that have, or had, an owner: their companies' waiting leads follow it. Whoever gave it one may not have come so far. */
export const wakeCompanies = async (leads: readonly Lead[], { ports, woken }: RoutingTask): Promise<void> => {
  const companies = leads.flatMap((lead) => companyOf(lead, ports) ?? []);
  const keys = [...new Set(companies)].map((id) => ({ type: 'account', id }) as const);
  if (keys.length === 0) return;
  const accounts = await ports.store.load(keys);
  for (const key of keys) for (const id of accounts.get(key)?.value.waiting ?? []) woken.add(id);
};

/** Waitlists of other teams where leads of the rep's accounts wait for them. */
export const awaitedIn = async (rep: string, { store }: RoutingPorts): Promise<readonly string[]> => {
  const key = { type: 'rep', id: rep } as const;
  return (await store.load([key])).get(key)?.value.awaitedIn ?? [];
};

/** The waitlists that a rep can serve: those of their teams, and where leads of their accounts wait for them. */
const waitlistsOf = async (rep: string, ports: RoutingPorts): Promise<readonly string[]> => {
  return [...new Set([...ports.rules.waitlistsOf(rep), ...(await awaitedIn(rep, ports))])];
};

/** Where the lead waits, or would; undefined if it needs no owner, or no territory takes it. */
export const waitlistOf = (lead: Lead | undefined, { rules }: RoutingPorts): string | undefined => {
  const routable = asRoutable(lead);
  return routable && rules.territoryOf(routable.fields)?.name;
};

/**
 * Who still stands at the head of a waitlist once it was served: nobody who comes may be decided before them. Not asked
 * where nobody was waiting, as that takes a query of each shard.
 */
export const headOnceServed = async (
  territory: string,
  task: RoutingTask,
  freed?: string,
): Promise<readonly string[]> =>
  (await serveWaitlist(territory, task, freed)) ? task.ports.store.waiting(territory, 1) : [];

/** Whoever waited longer on the lead's waitlist is served before it. */
const serveThenRoute = async (leadId: string, territory: string, task: RoutingTask, freed?: string) => {
  const head = await headOnceServed(territory, task, freed);
  await routeTogether([...new Set([...head, leadId])], task);
};

/** Waiting leads whose company has got an owner meanwhile, each after its own waitlist. */
export const routeWoken = async (task: RoutingTask): Promise<void> => {
  for (const id of task.woken) {
    const territory = waitlistOf((await findLead(task.ports.store, id))?.lead, task.ports);
    if (territory !== undefined) await serveThenRoute(id, territory, task);
  }
};

/**
 * Finds owners after a fact, in this order:
 *
 * 1. The lead that the fact is about, if only its manager or last owner can have it: that takes no rep from others.
 * 2. The waitlist of that lead's territory, then the lead itself.
 * 3. The other waitlists of a rep whom the fact set free.
 * 4. Waiting leads whose company has got an owner by all that, each after its own waitlist.
 */
export const routeByTrigger = async ({ leadId, cause, freed }: Trigger, ports: RoutingPorts): Promise<void> => {
  const task: RoutingTask = { ports, cause, woken: new Set() };
  const lead = (await findLead(ports.store, leadId))?.lead;
  if (lead !== undefined) await wakeCompanies([lead], task);
  if (hasLastResort(lead)) await routeTogether([leadId], task, { lastResortOnly: true });

  const own = waitlistOf(lead, ports);
  const ofFreedRep = freed === undefined ? [] : await waitlistsOf(freed, ports);
  if (own !== undefined) await serveThenRoute(leadId, own, task, ofFreedRep.includes(own) ? freed : undefined);
  for (const other of ofFreedRep) if (other !== own) await serveWaitlist(other, task, freed);

  await routeWoken(task);
};
