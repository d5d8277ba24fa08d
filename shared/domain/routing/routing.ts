import type { Decision } from '../lead/decision.ts';
import type { RoutingState } from './routing-state.ts';

/** What routing makes of a lead, and of the routing state. */
export interface Routing extends Decision {
  readonly state: RoutingState;
}
