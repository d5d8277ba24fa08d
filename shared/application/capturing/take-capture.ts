import type { InboundOf } from '../../contracts/events/read-inbound.ts';
import { flatten } from '../../domain/capture/capture-fields.ts';
import { captureLead } from '../../domain/capture/record-behaviour.ts';
import { splitEarly } from '../../domain/lead/early-answers.ts';
import type { DecisionPorts } from '../../ports/ports.ts';
import { waitedInVain, withEarly } from '../answering/early-answers.ts';
import { commitDecision } from '../documents/commit-decision.ts';
import { findOrCreateLead } from '../documents/find-lead.ts';
import { findVisitor } from '../documents/find-visitor.ts';
import type { Applied, Arrival } from '../receive-inbound.ts';
import { refusalWrites } from '../refuse.ts';
import { saidFields } from './said-fields.ts';

/** Who a person is becomes part of the lead; what the person's browser did before joins it, and what overtook it. */
export const takeCapture = async (
  event: InboundOf<'LeadCaptured'>,
  { receipt, now }: Arrival,
  ports: DecisionPorts,
): Promise<Applied> => {
  const { visitorId } = event.data;
  const { identity, ...before } = await findOrCreateLead(ports, event.email ?? '');
  const visitor = visitorId === undefined ? undefined : await findVisitor(ports.store, visitorId);
  const { id, occurredAt } = event;
  const captured = { id, occurredAt, fields: saidFields(flatten(event.data)), anonymous: visitor?.anonymous };
  const { inTime, tooLong } = splitEarly(before.lead, now);
  const { decision, refusals } = withEarly(
    captureLead(before.lead, captured, ports.rules, now),
    inTime,
    ports.rules.agreement,
    now,
  );
  const browser = visitor?.belongsTo(before.lead.id) ?? [];
  const refused = await refusalWrites([...refusals, ...tooLong.map(waitedInVain)], now, ports.store);
  const along = [receipt, ...identity, ...browser, ...refused];
  return commitDecision(ports.store, { before, decision, cause: event, now }, along);
};
