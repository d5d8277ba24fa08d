import { isLive, type Lead } from '../../lead/lead.ts';
import type { Instant } from '../../time/instant.ts';

const isAlerted = (lead: Lead): boolean => isLive(lead) && lead.qualification.alert.state === 'met';

/**
 * Milliseconds from a lead's qualification to `now`, if what was decided now is that its first alert went out;
 * undefined for every other decision.
 */
export const timeToAlert = (before: Lead, after: Lead, now: Instant): number | undefined =>
  isLive(after) && isAlerted(after) && !isAlerted(before) ? now - after.qualification.at : undefined;
