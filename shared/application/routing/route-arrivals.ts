import { type RepTrigger, readRoutingTrigger, type Trigger } from '../../contracts/events/read-fact.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { RoutingPorts } from '../../ports/ports.ts';
import { findLeads } from '../documents/find-lead.ts';
import type { QueueMessage } from '../sqs-handler.ts';
import { hasLastResort } from './load-routable.ts';
import { headOnceServed, routeWoken, waitlistOf, wakeCompanies } from './route-by-trigger.ts';
import { type RoutingTask, routeInOneCommit } from './route-in-one-commit.ts';
import { LEADS_PER_COMMIT } from './serve-waitlist.ts';

/** A message whose lead needs an owner, and which sets nobody free. */
interface Arrival {
  readonly messageId: string;
  readonly cause: string;
  readonly lead: Lead;
}

const readable = (body: string): Trigger | RepTrigger | undefined => {
  try {
    return readRoutingTrigger(body);
  } catch {
    // Handled by itself it throws again, and becomes a dead letter as any other.
    return undefined;
  }
};

const arrivalsOf = async (messages: readonly QueueMessage[], ports: RoutingPorts): Promise<readonly Arrival[]> => {
  const asked = messages.flatMap(({ id, body }) => {
    const trigger = readable(body);
    if (trigger === undefined || 'rep' in trigger || trigger.freed !== undefined) return [];
    return [{ messageId: id, cause: trigger.cause, leadId: trigger.leadId }];
  });
  const leads = await findLeads(
    asked.map(({ leadId }) => leadId),
    ports,
  );
  return asked.flatMap(({ messageId, cause, leadId }) => {
    const lead = leads.get(leadId)?.lead;
    return lead === undefined || hasLastResort(lead) ? [] : [{ messageId, cause, lead }];
  });
};

/** The waitlist first, then all of them in one commit, then who waits for their companies: as `routeByTrigger` does for one. */
const routeGroup = async (territory: string, group: readonly Arrival[], ports: RoutingPorts): Promise<void> => {
  const causes = new Map(group.map(({ lead, cause }) => [lead.id, cause]));
  const task: RoutingTask = { ports, cause: group[0]?.cause ?? 'look', causes, woken: new Set() };
  await wakeCompanies(
    group.map(({ lead }) => lead),
    task,
  );
  const head = await headOnceServed(territory, task);
  // Not as far as it goes: a lead that keeps the others from being written fails by its own message.
  await routeInOneCommit([...new Set([...head, ...causes.keys()])], task);
  await routeWoken(task);
};

/** Those of one waitlist, as many as go into a commit. One lead alone gains nothing by it. */
const groupsOf = (arrivals: readonly Arrival[], ports: RoutingPorts): readonly [string, readonly Arrival[]][] => {
  const byTerritory = new Map<string, Arrival[]>();
  for (const arrival of arrivals) {
    const territory = waitlistOf(arrival.lead, ports);
    if (territory === undefined) continue;
    byTerritory.set(territory, [...(byTerritory.get(territory) ?? []), arrival]);
  }
  return [...byTerritory].flatMap(([territory, all]) =>
    Array.from({ length: Math.ceil(all.length / LEADS_PER_COMMIT) }, (_, part): [string, readonly Arrival[]] => [
      territory,
      all.slice(part * LEADS_PER_COMMIT, (part + 1) * LEADS_PER_COMMIT),
    ]).filter(([, group]) => group.length > 1),
  );
};

/**
 * Routes those of the messages together whose leads are of one territory: they are decided on the same documents, and
 * one commit for all of them meets fewer conflicts than one for each. Answers the ids of the messages that are done.
 * What sets a rep free, cannot be read, or could not be routed together is left to be handled by itself.
 */
export const routeArrivals = async (
  messages: readonly QueueMessage[],
  ports: RoutingPorts,
): Promise<ReadonlySet<string>> => {
  const done = new Set<string>();
  for (const [territory, group] of groupsOf(await arrivalsOf(messages, ports), ports)) {
    try {
      await routeGroup(territory, group, ports);
      for (const { messageId } of group) done.add(messageId);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      ports.observer.warn('Leads could not be routed together', { territory, leads: group.length, code });
    }
  }
  return done;
};
