import { answerByEvent, refuseData } from '../../shared/application/answering/answer-by-event.ts';
import { commitDecision } from '../../shared/application/documents/commit-decision.ts';
import { findLead, findLeadByEmail } from '../../shared/application/documents/find-lead.ts';
import { receiveInbound } from '../../shared/application/receive-inbound.ts';
import { sqsHandler } from '../../shared/application/sqs-handler.ts';
import type { DecisionPorts } from '../../shared/ports/ports.ts';

/** RepAnswered, LeadContacted and LeadClosed, as a CRM reports them. */
export const recordAnswer = sqsHandler<DecisionPorts>((message, ports) =>
  receiveInbound(message, ports, async (event, { receipt, now }) => {
    const leadId = 'leadId' in event.data ? event.data.leadId : undefined;
    const found =
      leadId === undefined
        ? await findLeadByEmail(ports.store, event.email ?? '')
        : await findLead(ports.store, leadId);
    if (found === undefined || found.lead.stage === 'uncaptured') {
      return refuseData(leadId === undefined ? 'email' : 'leadId', 'no lead is known by it');
    }
    const decision = answerByEvent(event, found.lead, ports.rules.agreement, now);
    if ('refused' in decision) return decision;
    return commitDecision(ports.store, { before: found, decision, cause: event, now }, [receipt]);
  }),
);
