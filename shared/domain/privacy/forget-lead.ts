import type { Decision } from '../lead/decision.ts';
import { isForgotten, type Lead, ownerOf } from '../lead/lead.ts';
import type { Instant } from '../time/instant.ts';

/**
 * Nothing of the person is left: only the id, which means nothing by itself, and the place in the sequence, so that what
 * is under way about the lead ends there. The owner gets the place and the charge back. Again, it changes nothing.
 */
export const forgetLead = (lead: Lead, now: Instant): Decision => {
  if (isForgotten(lead)) return { lead, facts: [] };
  const owner = ownerOf(lead);
  return {
    lead: {
      id: lead.id,
      email: '',
      cycle: lead.cycle,
      cycleFrom: lead.cycleFrom,
      sequence: lead.sequence,
      fields: {},
      stamps: {},
      behaviour: { tallies: {}, handRaised: false },
      timeline: [],
      pastOwners: [],
      attempt: lead.attempt,
      notices: [],
      stage: 'ended',
      end: 'forgotten',
      endedAt: now,
    },
    facts: [{ type: 'LeadForgotten', data: owner === undefined ? {} : { rep: owner.rep } }],
  };
};
