import type { Inbound } from '../../contracts/events/read-inbound.ts';
import type { Agreement } from '../../domain/agreement/agreement.ts';
import { acceptLead, closeLead, recordContact, rejectLead } from '../../domain/answer/answer.ts';
import { recordAttempt } from '../../domain/answer/record-attempt.ts';
import type { Decision } from '../../domain/lead/decision.ts';
import type { Problem } from '../../domain/lead/facts.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Instant } from '../../domain/time/instant.ts';

type Refused = { readonly refused: readonly Problem[] };

export const refuseData = (name: string, message: string): Refused => ({
  refused: [{ path: `detail.data.${name}`, message }],
});

/** What an answer from the bus, such as a CRM's, makes of a lead: the same decisions as by the rep's link. */
export const answerByEvent = (event: Inbound, lead: Lead, agreement: Agreement, now: Instant): Decision | Refused => {
  switch (event.type) {
    case 'RepAnswered': {
      const { repId, answer, reason = '', note } = event.data;
      const who = repId === undefined ? { occurredAt: event.occurredAt } : { rep: repId };
      if (answer === 'accept') return acceptLead(lead, who, agreement, now);
      const { rejectReasons } = agreement.sla;
      const action = Object.hasOwn(rejectReasons, reason) ? rejectReasons[reason] : undefined;
      if (action === undefined) return refuseData('reason', 'not one of the agreed reasons');
      const why = { reason, action, ...(note === undefined ? {} : { note }) };
      return rejectLead(lead, { who, why }, agreement, now);
    }
    case 'LeadContacted': {
      const { channel } = event.data;
      return recordContact(lead, channel === undefined ? {} : { channel }, agreement, now);
    }
    case 'ContactAttempted': {
      const { leadId: _, repId, ...attempted } = event.data;
      const who = repId === undefined ? { occurredAt: event.occurredAt } : { rep: repId };
      return recordAttempt(lead, { who, attempted }, agreement, now);
    }
    case 'LeadClosed': {
      const { leadId: _, ...closing } = event.data;
      return closeLead(lead, closing, now);
    }
    default:
      return { refused: [{ path: 'detail-type', message: `${event.type} is not for record-answer` }] };
  }
};
