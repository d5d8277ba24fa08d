import type { Inbound } from '../../contracts/events/read-inbound.ts';
import { agreedReason } from '../../domain/answer/agreed-reason.ts';
import { acceptLead, closeLead, recordContact, rejectLead } from '../../domain/answer/answer.ts';
import type { Answerer } from '../../domain/answer/answerer.ts';
import { changeOwner } from '../../domain/answer/change-owner.ts';
import { claimAndAnswer } from '../../domain/answer/claim.ts';
import { recordAttempt } from '../../domain/answer/record-attempt.ts';
import type { Decision } from '../../domain/lead/decision.ts';
import type { Problem } from '../../domain/lead/facts.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Rules } from '../../domain/rules.ts';
import type { Instant } from '../../domain/time/instant.ts';

type Refused = { readonly refused: readonly Problem[] };

export const refuseData = (name: string, message: string): Refused => ({
  refused: [{ path: `detail.data.${name}`, message }],
});

const answererOf = (rep: string | undefined, occurredAt: Instant): Answerer => ({
  occurredAt,
  ...(rep === undefined ? {} : { rep }),
});

/** What an answer from the bus, such as a CRM's, makes of a lead: the same decisions as by the rep's link. */
export const answerByEvent = (event: Inbound, lead: Lead, rules: Rules, now: Instant): Decision | Refused => {
  const { agreement } = rules;
  switch (event.type) {
    case 'RepAnswered': {
      const { repId, answer, reason = '', note } = event.data;
      const who = answererOf(repId, event.occurredAt);
      if (answer === 'accept')
        return claimAndAnswer(lead, who, { rules, now }, (theirs) => acceptLead(theirs, who, agreement, now));
      const agreed = agreedReason(agreement.sla, reason);
      if (agreed === undefined) return refuseData('reason', 'not one of the agreed reasons');
      const why = { ...agreed, ...(note === undefined ? {} : { note }) };
      return rejectLead(lead, { who, why }, agreement, now);
    }
    case 'LeadContacted': {
      const { leadId: _, repId, ...contact } = event.data;
      const who = answererOf(repId, event.occurredAt);
      return claimAndAnswer(lead, who, { rules, now }, (theirs) =>
        recordContact(theirs, { ...contact, who }, agreement, now),
      );
    }
    case 'ContactAttempted': {
      const { leadId: _, repId, ...attempted } = event.data;
      const who = answererOf(repId, event.occurredAt);
      return claimAndAnswer(lead, who, { rules, now }, (theirs) =>
        recordAttempt(theirs, { who, attempted }, agreement, now),
      );
    }
    case 'LeadClosed': {
      const { leadId: _, repId, ...closing } = event.data;
      return closeLead(lead, { who: answererOf(repId, event.occurredAt), ...closing }, now);
    }
    case 'LeadOwnerChanged': {
      const { repId, by: changedBy } = event.data;
      const rep = Object.hasOwn(agreement.reps, repId) ? agreement.reps[repId] : undefined;
      if (rep === undefined) return refuseData('repId', 'no rep of the agreement');
      const { occurredAt } = event;
      const change = { rep, occurredAt, ...(changedBy === undefined ? {} : { changedBy }) };
      return changeOwner(lead, change, rules, now);
    }
    default:
      return { refused: [{ path: 'detail-type', message: `${event.type} is not for record-answer` }] };
  }
};
