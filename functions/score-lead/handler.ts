import { commitDecision } from '../../shared/application/documents/commit-decision.ts';
import { findLead, findOrCreateLead } from '../../shared/application/documents/find-lead.ts';
import { findVisitor } from '../../shared/application/documents/find-visitor.ts';
import { type Applied, receiveInbound } from '../../shared/application/receive-inbound.ts';
import { sqsHandler } from '../../shared/application/sqs-handler.ts';
import type { InboundOf } from '../../shared/contracts/events/read-inbound.ts';
import { flatten } from '../../shared/domain/capture/capture-fields.ts';
import { captureLead, recordActivity, recordAnonymousActivity } from '../../shared/domain/capture/record-behaviour.ts';
import type { Activity } from '../../shared/domain/lead/lead.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { DecisionPorts } from '../../shared/ports/ports.ts';
import type { Write } from '../../shared/ports/store.ts';

/** What goes with every decision: the receipt of its event, and when it is taken. */
interface Commit {
  readonly receipt: Write;
  readonly now: Instant;
}

const capture = async (
  event: InboundOf<'LeadCaptured'>,
  { receipt, now }: Commit,
  ports: DecisionPorts,
): Promise<Applied> => {
  const { visitorId } = event.data;
  const { identity, ...before } = await findOrCreateLead(ports, event.email ?? '');
  const visitor = visitorId === undefined ? undefined : await findVisitor(ports.store, visitorId);
  const decision = captureLead(before.lead, flatten(event.data), event, visitor?.anonymous, ports.rules, now);
  const browser = visitor?.belongsTo(before.lead.id) ?? [];
  return commitDecision(ports, before, decision, event, now, [receipt, ...identity, ...browser]);
};

const activity = async (
  event: InboundOf<'LeadActivityRecorded'>,
  { receipt, now }: Commit,
  ports: DecisionPorts,
): Promise<Applied> => {
  const { email, visitorId = '', ...what } = event.data;
  const done: Activity = { ...what, at: event.occurredAt };
  const visitor = email === undefined ? await findVisitor(ports.store, visitorId) : undefined;
  const known = visitor?.leadId === undefined ? undefined : await findLead(ports.store, visitor.leadId);
  if (visitor !== undefined && known === undefined) {
    return ports.store.commit([visitor.did(recordAnonymousActivity(visitor.anonymous, done, now), now), receipt]);
  }
  const { identity, ...before } = known ? { ...known, identity: [] } : await findOrCreateLead(ports, event.email ?? '');
  const decision = recordActivity(before.lead, done, ports.rules, now);
  return commitDecision(ports, before, decision, event, now, [receipt, ...identity]);
};

/** LeadCaptured and LeadActivityRecorded become a scored, perhaps a qualified lead; all else that comes here is refused. */
export const scoreLead = sqsHandler<DecisionPorts>((message, ports) =>
  receiveInbound(message, ports, async (event, receipt, now) => {
    if (event.type === 'LeadCaptured') return capture(event, { receipt, now }, ports);
    if (event.type === 'LeadActivityRecorded') return activity(event, { receipt, now }, ports);
    return { refused: [{ path: 'detail-type', message: `${event.type} is not for score-lead` }] };
  }),
);
