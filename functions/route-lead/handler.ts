import { readWake } from '../../shared/contracts/events/read-fact.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import { findLead } from '../../shared/runtime/find-lead.ts';
import { queueFunction, type Surroundings } from '../../shared/runtime/pipeline.ts';
import { drainLine, routeOne } from '../../shared/runtime/route-together.ts';

type Needs = Pick<Ports, 'store' | 'rules' | 'time' | 'ids' | 'observer'> & Surroundings;

/** The territory in whose line the lead stands, or would stand. */
const lineOf = async (leadId: string, ports: Needs): Promise<string | undefined> => {
  const lead = (await findLead(ports.store, leadId))?.lead;
  const inLine = lead?.stage === 'qualified' || lead?.stage === 'waiting';
  return inLine ? ports.rules.territoryOf(lead.fields)?.name : undefined;
};

/**
 * Finds an owner for the lead that the fact is about, after those that have waited longer in its line; and
 * for those in the lines of the rep whom the fact set free.
 */
export const routeLead = queueFunction<Needs>(async (message, ports) => {
  const { leadId, cause, freed } = readWake(message.body);
  const line = await lineOf(leadId, ports);
  if (line !== undefined) {
    const head = await drainLine(line, cause, ports);
    await routeOne(leadId, head, cause, ports);
  }
  for (const other of freed === undefined ? [] : ports.rules.linesOf(freed)) {
    if (other !== line) await drainLine(other, cause, ports);
  }
});
