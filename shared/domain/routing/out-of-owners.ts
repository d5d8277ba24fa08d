import type { RoutingCase } from './routing-case.ts';

/** No other rep may have the lead: the agreed number of owners is used up, or an accepted lead's owner has left. */
export const isOutOfOwners = ({ lead, rules }: Pick<RoutingCase, 'lead' | 'rules'>): boolean => {
  const { previous, pastOwners } = lead;
  if (previous === undefined) return false;
  const leftAfterAccepting = previous.why === 'left' && previous.stage !== 'assigned';
  return leftAfterAccepting || pastOwners.length >= rules.agreement.sla.maxOwners;
};

/** Whether the last owner had the lead on call: it is too late to let it wait for hours. */
export const wasOnCall = ({ lead }: Pick<RoutingCase, 'lead'>): boolean => lead.previous?.owner.by === 'on-call';
