import type { InboundOf } from '../../contracts/events/read-inbound.ts';
import { flatten } from '../../domain/capture/capture-fields.ts';
import { captureLead } from '../../domain/capture/record-behaviour.ts';
import type { DecisionPorts } from '../../ports/ports.ts';
import { commitDecision } from '../documents/commit-decision.ts';
import { findOrCreateLead } from '../documents/find-lead.ts';
import { findVisitor } from '../documents/find-visitor.ts';
import type { Applied, Arrival } from '../receive-inbound.ts';

/** Who a person is becomes part of the lead; what the person's browser did before joins it. */
export const takeCapture = async (
  event: InboundOf<'LeadCaptured'>,
  { receipt, now }: Arrival,
  ports: DecisionPorts,
): Promise<Applied> => {
  const { visitorId } = event.data;
  const { identity, ...before } = await findOrCreateLead(ports, event.email ?? '');
  const visitor = visitorId === undefined ? undefined : await findVisitor(ports.store, visitorId);
  const { id, occurredAt } = event;
  const captured = { id, occurredAt, fields: flatten(event.data), anonymous: visitor?.anonymous };
  const decision = captureLead(before.lead, captured, ports.rules, now);
  const browser = visitor?.belongsTo(before.lead.id) ?? [];
  return commitDecision(ports.store, { before, decision, cause: event, now }, [receipt, ...identity, ...browser]);
};
