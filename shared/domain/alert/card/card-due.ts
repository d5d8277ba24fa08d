import { isLive, isOwned, type Lead } from '../../lead/lead.ts';
import { maySee, type SightRules } from '../../lead/may-see.ts';
import type { CardPurpose } from '../../vocabulary/purposes.ts';

/** A message that has reached a rep by a channel, as its fact tells. */
export interface ReachedRep {
  readonly rep: string;
  readonly purpose: CardPurpose;
  readonly attempt: number;
}

/** Whether there still is something to do about it: facts come late, and a card may have waited for days. */
export const isCardDue = (lead: Lead, { rep, purpose, attempt }: ReachedRep, rules: SightRules): boolean => {
  if (lead.attempt !== attempt || !maySee(lead, rep, rules)) return false;
  switch (purpose) {
    case 'alert':
      return lead.stage === 'assigned';
    case 'remind':
      return isOwned(lead);
    case 'tell-manager':
      return isLive(lead);
  }
};
