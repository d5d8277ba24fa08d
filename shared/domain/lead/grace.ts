import { MINUTE_MS } from '../time/durations.ts';
/** How long an event-driven function may take before watch-clocks does its work again. */
export const ROUTING_GRACE_MS = MINUTE_MS;
