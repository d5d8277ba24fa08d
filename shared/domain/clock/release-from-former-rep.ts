import type { Decision } from '../lead/decision.ts';
import type { OwnedLead } from '../lead/lead.ts';
import { returnToRouting } from '../lead/leave-owner.ts';
import type { Instant } from '../time/instant.ts';

/**
 * A rep who is no longer in the agreement is away for ever. An unanswered lead is routed again; an accepted one
 * goes to the manager, whom the lead still knows.
 */
export const releaseFromFormerRep = (lead: OwnedLead, now: Instant): Decision => ({
  lead: returnToRouting(lead, 'left', now),
  facts: [
    {
      type: 'LeadEscalated',
      data: {
        clause: lead.clause?.name ?? (lead.stage === 'assigned' ? 'accept' : 'contact'),
        step: 'reassign',
        attempt: lead.owner.attempt,
        rep: lead.owner.rep,
      },
    },
  ],
});
