import { routeByTrigger } from '../../shared/application/routing/route-by-trigger.ts';
import { sqsHandler } from '../../shared/application/sqs-handler.ts';
import { readTrigger } from '../../shared/contracts/events/read-fact.ts';
import type { DecisionPorts } from '../../shared/ports/ports.ts';

/** Finds an owner for the lead that a fact is about, and for those that wait for what the fact changed. */
export const routeLead = sqsHandler<DecisionPorts>(({ body }, ports) => routeByTrigger(readTrigger(body), ports));
