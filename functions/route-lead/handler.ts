import { routeArrivals } from '../../shared/application/routing/route-arrivals.ts';
import { routeByTrigger } from '../../shared/application/routing/route-by-trigger.ts';
import { routeForRep } from '../../shared/application/routing/route-for-rep.ts';
import { sqsHandler } from '../../shared/application/sqs-handler.ts';
import { readRoutingTrigger } from '../../shared/contracts/events/read-fact.ts';
import type { RoutingPorts } from '../../shared/ports/ports.ts';

/** Finds an owner for the lead that a fact is about, and for those that wait for what the fact changed. */
export const routeLead = sqsHandler<RoutingPorts>(({ body }, ports) => {
  const trigger = readRoutingTrigger(body);
  return 'rep' in trigger ? routeForRep(trigger, ports) : routeByTrigger(trigger, ports);
}, routeArrivals);
