import { changeByEvent } from '../../shared/application/absence/change-by-event.ts';
import { answerByEvent, refuseData } from '../../shared/application/answering/answer-by-event.ts';
import { keepForCapture } from '../../shared/application/answering/early-answers.ts';
import { NO_LEAD } from '../../shared/application/answering/waited-in-vain.ts';
import { commitDecision } from '../../shared/application/documents/commit-decision.ts';
import { findLead, findLeadByEmail } from '../../shared/application/documents/find-lead.ts';
import { receiveInbound } from '../../shared/application/receive-inbound.ts';
import { sqsHandler } from '../../shared/application/sqs-handler.ts';
import type { DecisionPorts } from '../../shared/ports/ports.ts';

/**
 * RepAnswered, LeadContacted, LeadClosed, LeadOwnerChanged and RepAvailabilityChanged, as a CRM or a calendar reports
 * them. What overtakes the capture of its lead waits for it.
 */
export const recordAnswer = sqsHandler<DecisionPorts>((message, ports) =>
  receiveInbound(message, ports, async (event, arrival) => {
    const { receipt, now } = arrival;
    if (event.type === 'RepAvailabilityChanged') return changeByEvent(event, arrival, ports);
    const leadId = 'leadId' in event.data ? event.data.leadId : undefined;
    const { id, email = '' } = event;
    const found =
      leadId === undefined ? await findLeadByEmail(ports.store, email) : await findLead(ports.store, leadId);
    if (found === undefined || found.lead.stage === 'uncaptured') {
      // Nobody knows the id of a lead that was not captured: nothing can have been overtaken.
      return leadId === undefined ? keepForCapture({ id, email }, arrival, ports) : refuseData('leadId', NO_LEAD);
    }
    const decision = answerByEvent(event, found.lead, ports.rules, now);
    if ('refused' in decision) return decision;
    return commitDecision(ports.store, { before: found, decision, cause: event, now }, [receipt]);
  }),
);
