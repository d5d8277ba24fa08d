import { MINUTE_MS } from '../../time/durations.ts';

/** How long a claim holds: a message whose sending was not recorded by then is sent again. */
export const CLAIM_MS = MINUTE_MS;
