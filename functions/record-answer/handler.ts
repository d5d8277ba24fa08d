import type { Inbound } from '../../shared/contracts/events/read-inbound.ts';
import { acceptLead, closeLead, recordContact, rejectLead } from '../../shared/domain/lead/answer.ts';
import type { Problem } from '../../shared/domain/lead/facts.ts';
import type { Decision, Lead } from '../../shared/domain/lead/lead.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import { commitDecision } from '../../shared/runtime/commit-decision.ts';
import { findLead, findLeadByEmail } from '../../shared/runtime/find-lead.ts';
import { queueFunction, type Surroundings } from '../../shared/runtime/pipeline.ts';
import { receiveInbound } from '../../shared/runtime/receive-inbound.ts';

type Needs = Pick<Ports, 'store' | 'rules' | 'time' | 'ids' | 'observer'> & Surroundings;

const refused = (path: string, message: string): { readonly refused: readonly Problem[] } => ({
  refused: [{ path: `detail.data.${path}`, message }],
});

const decide = (
  event: Inbound,
  lead: Lead,
  { rules: { agreement } }: Needs,
  now: number,
): Decision | ReturnType<typeof refused> => {
  switch (event.type) {
    case 'RepAnswered': {
      const who = event.data.repId === undefined ? {} : { rep: event.data.repId };
      if (event.data.answer === 'accept') return acceptLead(lead, who, agreement, now);
      const { reason = '', note } = event.data;
      const action = Object.hasOwn(agreement.sla.rejectReasons, reason)
        ? agreement.sla.rejectReasons[reason]
        : undefined;
      if (action === undefined) return refused('reason', 'not one of the agreed reasons');
      return rejectLead(lead, who, { reason, action, ...(note === undefined ? {} : { note }) }, now);
    }
    case 'LeadContacted':
      return recordContact(
        lead,
        event.data.channel === undefined ? {} : { channel: event.data.channel },
        agreement,
        now,
      );
    case 'LeadClosed': {
      const { email: _, leadId: __, ...closing } = event.data;
      return closeLead(lead, closing, now);
    }
    default:
      return { refused: [{ path: 'detail-type', message: `${event.type} is not for record-answer` }] };
  }
};

/** RepAnswered, LeadContacted and LeadClosed, as a CRM reports them: the same decisions as by the rep's link. */
export const recordAnswer = queueFunction<Needs>((message, ports) =>
  receiveInbound(message, ports, async (event, receipt, now) => {
    const leadId = 'leadId' in event.data ? event.data.leadId : undefined;
    const found =
      leadId === undefined
        ? await findLeadByEmail(ports.store, event.email ?? '')
        : await findLead(ports.store, leadId);
    if (found === undefined || found.lead.stage === 'uncaptured') {
      return refused(leadId === undefined ? 'email' : 'leadId', 'no lead is known by it');
    }
    const decision = decide(event, found.lead, ports, now);
    if ('refused' in decision) return decision;
    return commitDecision(ports, found, decision, event, now, [receipt]);
  }),
);
