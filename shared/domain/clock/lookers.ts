import { isLive, isOwned, type Lead } from '../lead/lead.ts';
import { nextInstant, nextLook, noticeLook } from './next-look.ts';

export type Looker = 'route-lead' | 'alert-rep' | 'advance-clock';

/** Who must look at a lead that is past due: whatever an event or a clock should have done, and has not. */
export const lookersOf = (lead: Lead, now: number): readonly Looker[] => {
  const lookers: Looker[] = [];
  const look = nextLook(lead);
  if (look === undefined || look.at > now) return lookers;
  const clockIsDue = nextInstant(lead) <= now;
  // Whatever a lead that is owned is looked at for, its owner may have left the agreement since.
  if (clockIsDue || isOwned(lead)) lookers.push('advance-clock');
  if (isLive(lead) && !isOwned(lead) && lead.lookAt <= now) lookers.push('route-lead');
  if (noticeLook(lead) <= now) lookers.push('alert-rep');
  return lookers;
};
