import { isOwned, type Lead, type OwnedLead, type Owner } from '../lead/lead.ts';
import type { Instant } from '../time/instant.ts';

/** Who answers: a rep, or by a link good for one attempt; neither means whoever owned the lead when it was answered. */
export interface Answerer {
  readonly rep?: string;
  readonly attempt?: number;
  /** When the answer was given, where it may arrive late. */
  readonly occurredAt?: Instant;
}

/** By the clock of whoever made the rep the owner, where that was a person. */
export const ownsFrom = ({ saidAt, at }: Owner): Instant => saidAt ?? at;

/** A first owner has nobody before, whatever the clock of the producer says. */
const isOfPastOwner = (owner: Owner, { rep, attempt, occurredAt }: Answerer): boolean =>
  rep === undefined &&
  attempt === undefined &&
  occurredAt !== undefined &&
  owner.attempt > 1 &&
  occurredAt < ownsFrom(owner);

export const isTheirs = (lead: Lead, who: Answerer): lead is OwnedLead =>
  isOwned(lead) &&
  (who.rep === undefined || who.rep === lead.owner.rep) &&
  (who.attempt === undefined || who.attempt === lead.owner.attempt) &&
  !isOfPastOwner(lead.owner, who);

/** Whether the answer is this owner's and in this stage; a late or repeated one is not, and changes nothing. */
export const mayAnswer = (lead: Lead, who: Answerer): lead is OwnedLead =>
  lead.stage === 'assigned' && isTheirs(lead, who);

/** Whose merit the outcome of an owned lead is: nobody's, where an owner before this one may have reached it. */
export const creditOf = (owner: Owner, who: Answerer): { readonly rep?: string; readonly owner?: string } => {
  const rep = who.rep ?? (isOfPastOwner(owner, who) ? undefined : owner.rep);
  if (rep === owner.rep) return { rep };
  return { ...(rep === undefined ? {} : { rep }), owner: owner.rep };
};
