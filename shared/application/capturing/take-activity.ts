import type { InboundOf } from '../../contracts/events/read-inbound.ts';
import { recordActivity, recordAnonymousActivity } from '../../domain/capture/record-behaviour.ts';
import { activityOccurred } from '../../domain/capture/watched-event.ts';
import type { Activity } from '../../domain/lead/lead.ts';
import type { DecisionPorts } from '../../ports/ports.ts';
import { commitDecision } from '../documents/commit-decision.ts';
import { findOrCreateLead } from '../documents/find-lead.ts';
import { findLeadOf, findVisitor } from '../documents/find-visitor.ts';
import type { Applied, Arrival } from '../receive-inbound.ts';
import { withWatchers } from './with-watchers.ts';

/** What a person did becomes part of the lead; what nobody is known for is kept with the visitor until a capture. */
export const takeActivity = async (
  event: InboundOf<'LeadActivityRecorded'>,
  { receipt, now }: Arrival,
  ports: DecisionPorts,
): Promise<Applied> => {
  const { email } = event;
  const { visitorId = '', ...what } = event.data;
  const done: Activity = { at: event.occurredAt, ...what };
  const visitor = email === undefined ? await findVisitor(ports.store, visitorId) : undefined;
  const known = await findLeadOf(ports.store, visitor);
  if (visitor !== undefined && known === undefined) {
    return ports.store.commit([visitor.did(recordAnonymousActivity(visitor.anonymous, done, now), now), receipt]);
  }
  const { identity, ...before } = known ? { identity: [], ...known } : await findOrCreateLead(ports, email ?? '');
  const recorded = recordActivity(before.lead, done, ports.rules, now);
  const happened = { before: before.lead, decision: recorded, occurred: activityOccurred(done) };
  const decision = await withWatchers(happened, now, ports);
  return commitDecision(ports.store, { before, decision, cause: event, now }, [receipt, ...identity]);
};
