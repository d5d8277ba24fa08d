import { findLead } from '../../shared/application/documents/find-lead.ts';
import {
  routeOne,
  routeToLastResort,
  serveWaitlist,
  type Work,
  wakeCompany,
} from '../../shared/application/route-together.ts';
import { sqsHandler } from '../../shared/application/sqs-handler.ts';
import { readTrigger } from '../../shared/contracts/events/read-fact.ts';
import type { Lead } from '../../shared/domain/lead/lead.ts';
import type { RoutableLead } from '../../shared/domain/routing/choose-owner.ts';
import type { DecisionPorts } from '../../shared/ports/ports.ts';

const routable = (lead: Lead | undefined): RoutableLead | undefined =>
  lead?.stage === 'qualified' || lead?.stage === 'waiting' ? lead : undefined;

/** The lines that a rep can serve: those of their teams, and where leads of their accounts wait for them. */
const waitlistsOf = async (rep: string, { store, rules }: DecisionPorts): Promise<readonly string[]> => {
  const key = { type: 'rep', id: rep } as const;
  const awaitedIn = (await store.load([key])).get(key)?.value.awaitedIn ?? [];
  return [...new Set([...rules.waitlistsOf(rep), ...awaitedIn])];
};

/**
 * Finds an owner for the lead that the fact is about, after those that have waited longer in its line; for
 * those in the lines of the rep whom the fact set free; and for those whose company has got an owner by that.
 */
export const routeLead = sqsHandler<DecisionPorts>(async (message, ports) => {
  const { leadId, cause, freed } = readTrigger(message.body);
  const work: Work = { ports, cause, woken: new Set() };
  const found = (await findLead(ports.store, leadId))?.lead;
  if (found !== undefined) await wakeCompany(found, work);
  const lead = routable(found);
  if (lead?.previous !== undefined) await routeToLastResort(leadId, work);
  const line = lead && ports.rules.territoryOf(lead.fields)?.name;
  const lines = freed === undefined ? [] : await waitlistsOf(freed, ports);
  if (line !== undefined) {
    await serveWaitlist(line, work, lines.includes(line));
    await routeOne(leadId, line, work);
  }
  for (const other of lines) if (other !== line) await serveWaitlist(other, work, true);
  for (const woken of work.woken) {
    const other = routable((await findLead(ports.store, woken))?.lead);
    const itsLine = other && ports.rules.territoryOf(other.fields)?.name;
    if (itsLine === undefined) continue;
    await serveWaitlist(itsLine, work);
    await routeOne(woken, itsLine, work);
  }
});
