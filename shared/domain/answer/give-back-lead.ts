import type { Agreement } from '../agreement/agreement.ts';
import type { Decision } from '../lead/decision.ts';
import type { Lead } from '../lead/lead.ts';
import type { Instant } from '../time/instant.ts';
import { AWAY } from '../vocabulary/reject-actions.ts';
import { rejectLead } from './answer.ts';

/** Who goes away, and when that was decided. */
interface Leaver {
  readonly rep: string;
  readonly at: Instant;
}

/**
 * A rep who goes away gives back a lead that they have not answered: as by a rejection that goes to somebody else, but
 * nobody is asked for a reason and marketing hears of none. A lead that came to them later is another matter.
 */
export const giveBackLead = (lead: Lead, { rep, at }: Leaver, agreement: Agreement, now: Instant): Decision => {
  if (lead.stage !== 'assigned' || lead.owner.rep !== rep || lead.owner.at > at) return { lead, facts: [] };
  const why = { reason: AWAY, action: 'reassign' } as const;
  return rejectLead(lead, { who: lead.owner, why, tellsMarketing: false }, agreement, now);
};
