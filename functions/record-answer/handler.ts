import type { Ports } from '../../shared/ports/ports.ts';
import { answerByEvent, refuseData } from '../../shared/runtime/answer-by-event.ts';
import { commitDecision } from '../../shared/runtime/commit-decision.ts';
import { findLead, findLeadByEmail } from '../../shared/runtime/find-lead.ts';
import { queueFunction, type Surroundings } from '../../shared/runtime/pipeline.ts';
import { receiveInbound } from '../../shared/runtime/receive-inbound.ts';

type Needs = Pick<Ports, 'store' | 'rules' | 'time' | 'ids' | 'observer'> & Surroundings;

/** RepAnswered, LeadContacted and LeadClosed, as a CRM reports them. */
export const recordAnswer = queueFunction<Needs>((message, ports) =>
  receiveInbound(message, ports, async (event, receipt, now) => {
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
    return commitDecision(ports, found, decision, event, now, [receipt]);
  }),
);
