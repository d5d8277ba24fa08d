import { isOwned, type Lead, type OwnedLead, type Owner, ownerOf, ownsFrom } from '../lead/lead.ts';
import type { Instant } from '../time/instant.ts';

/** Who answers: a rep, or by a link good for one attempt; neither means whoever owned the lead when it was answered. */
export interface Answerer {
  readonly rep?: string;
  readonly attempt?: number;
  /** When the answer was given, where it may arrive late. */
  readonly occurredAt?: Instant;
}

/**
 * A first owner has nobody before, whatever the clock of the producer says; what occurred before the cycle was another's.
 */
const isOfPastOwner = (lead: Lead, owner: Owner, occurredAt: Instant): boolean =>
  occurredAt < ownsFrom(owner) && (owner.attempt > 1 || occurredAt < lead.cycleFrom);

/** Whether an answer that names nobody was given when somebody else owned the lead, or nobody did. */
const isLate = (lead: Lead, owner: Owner, { rep, attempt, occurredAt }: Answerer): boolean =>
  rep === undefined && attempt === undefined && occurredAt !== undefined && isOfPastOwner(lead, owner, occurredAt);

export const isTheirs = (lead: Lead, who: Answerer): lead is OwnedLead =>
  isOwned(lead) &&
  (who.rep === undefined || who.rep === lead.owner.rep) &&
  (who.attempt === undefined || who.attempt === lead.owner.attempt) &&
  !isLate(lead, lead.owner, who);

/** Whether the answer is this owner's and in this stage; a late or repeated one is not, and changes nothing. */
export const mayAnswer = (lead: Lead, who: Answerer): lead is OwnedLead =>
  lead.stage === 'assigned' && isTheirs(lead, who);

/** The first owner of the cycle, if that is still known. */
const firstOf = (lead: Lead): string | undefined => {
  const ofCycle = (lead.tenures ?? []).filter(({ from }) => from >= lead.cycleFrom);
  const known = ofCycle.length + (ownerOf(lead) === undefined ? 0 : 1);
  return known < lead.attempt ? undefined : ofCycle.at(-1)?.rep;
};

/** Who had the lead when something occurred that is told now; absent where nobody had, and where nobody knows any more. */
const repAt = (lead: Lead, occurredAt: Instant | undefined): string | undefined => {
  const owner = ownerOf(lead);
  if (occurredAt === undefined) return owner?.rep;
  if (owner !== undefined && !isOfPastOwner(lead, owner, occurredAt)) return owner.rep;
  const last = lead.tenures?.find(({ from }) => from <= occurredAt);
  if (occurredAt >= lead.cycleFrom && (last === undefined || last.from < lead.cycleFrom)) return firstOf(lead);
  return last !== undefined && occurredAt < last.until ? last.rep : undefined;
};

/** Who did what is told: whoever it names, or else whoever had the lead. */
export const doerOf = (lead: Lead, { rep, occurredAt }: Answerer): { readonly rep?: string } => {
  const doer = rep ?? repAt(lead, occurredAt);
  return doer === undefined ? {} : { rep: doer };
};

/** Whose merit an outcome is, and whose the lead was then, where that is somebody else; nobody's, where nobody ever had it. */
export const creditOf = (lead: Lead, who: Answerer): { readonly rep?: string; readonly owner?: string } => {
  const doer = doerOf(lead, who);
  const owner = repAt(lead, who.occurredAt) ?? ownerOf(lead)?.rep;
  if (owner === undefined) return lead.tenures === undefined ? {} : doer;
  return owner === doer.rep ? doer : { ...doer, owner };
};
