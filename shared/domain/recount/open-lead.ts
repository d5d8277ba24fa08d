import { isOwned, type Lead } from '../lead/lead.ts';
import type { Instant } from '../time/instant.ts';

/** A lead that takes a place under its owner's capacity: what the documents beside the leads count. */
export interface OpenLead {
  readonly leadId: string;
  readonly rep: string;
  /** When it was assigned. */
  readonly at: Instant;
  /** Whether it waits for the rep's acceptance. */
  readonly isUnanswered: boolean;
  /** Domain of the account that it is counted to. */
  readonly account?: string;
}

/** Undefined of a lead that no document counts: nobody has it, or a manager who has stepped in. */
export const openLeadOf = (lead: Lead): OpenLead | undefined => {
  if (!isOwned(lead) || lead.owner.by === 'manager') return undefined;
  const { rep, at, account } = lead.owner;
  return {
    leadId: lead.id,
    rep,
    at,
    isUnanswered: lead.stage === 'assigned',
    ...(account === undefined ? {} : { account }),
  };
};

export const byAssignment = (a: OpenLead, b: OpenLead): number => a.at - b.at || (a.leadId < b.leadId ? -1 : 1);
