import type { RepTrigger } from '../../contracts/events/read-fact.ts';
import { giveBackLead } from '../../domain/answer/give-back-lead.ts';
import { territoriesServedBy } from '../../domain/territory/waitlists.ts';
import type { DecisionPorts, RoutingPorts } from '../../ports/ports.ts';
import { commitDecision } from '../documents/commit-decision.ts';
import { findLead } from '../documents/find-lead.ts';
import { retryOnConflict } from '../documents/retry-on-conflict.ts';
import { awaitedIn, routeWoken } from './route-by-trigger.ts';
import type { RoutingTask } from './route-in-one-commit.ts';
import { serveWaitlist } from './serve-waitlist.ts';

/** Its LeadRejected then has the lead routed. */
const giveBack = (leadId: string, { rep, at, cause }: RepTrigger, ports: DecisionPorts): Promise<void> =>
  retryOnConflict('a lead given back', ports, async () => {
    const before = await findLead(ports.store, leadId);
    if (before === undefined) return;
    const now = ports.time.now();
    const decision = giveBackLead(before.lead, { rep, at }, ports.rules.agreement, now);
    const result = await commitDecision(ports.store, { before, decision, cause: { id: cause }, now });
    return result === 'conflict' ? result : undefined;
  });

/**
 * After a rep has gone away or come back: what they give back is free to be routed, and every waitlist that they can
 * serve is looked at, for whoever waits may be served now, or must learn when to ask again.
 */
export const routeForRep = async (trigger: RepTrigger, ports: RoutingPorts): Promise<void> => {
  const { rep, cause, returned } = trigger;
  for (const leadId of returned) await giveBack(leadId, trigger, ports);
  const task: RoutingTask = { ports, cause, woken: new Set() };
  const served = territoriesServedBy(rep, ports.rules.agreement);
  for (const territory of new Set([...served, ...(await awaitedIn(rep, ports))])) {
    await serveWaitlist(territory, task, rep);
  }
  await routeWoken(task);
};
