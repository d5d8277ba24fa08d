import { isLive, isOwned, type Lead } from '../lead/lead.ts';
import type { Instant } from '../time/instant.ts';
import type { RecheckTarget } from '../vocabulary/recheck-targets.ts';
import { nextInstant, nextRecheck, noticeRecheck, scoreRecheck } from './next-recheck.ts';

/** The functions that must recheck a lead that is past due: an event or a clock should have called them, and has not. */
export const recheckTargets = (lead: Lead, now: Instant): readonly RecheckTarget[] => {
  const targets: RecheckTarget[] = [];
  const recheck = nextRecheck(lead);
  if (recheck === undefined || recheck.at > now) return targets;
  const clockIsDue = nextInstant(lead) <= now;
  // The owner may have left the agreement since, whatever else is due.
  if (clockIsDue || isOwned(lead) || scoreRecheck(lead) <= now) targets.push('advance-clock');
  if (isLive(lead) && !isOwned(lead) && lead.lookAt <= now) targets.push('route-lead');
  if (noticeRecheck(lead) <= now) targets.push('alert-rep');
  return targets;
};
