import type { InboundOf } from '../../shared/contracts/events/read-inbound.ts';
import { flatten } from '../../shared/domain/lead/capture-fields.ts';
import type { Activity } from '../../shared/domain/lead/lead.ts';
import { captureLead, recordActivity, recordAnonymousActivity } from '../../shared/domain/lead/record-behaviour.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import type { Stored, Write } from '../../shared/ports/store.ts';
import { commitDecision } from '../../shared/runtime/commit-decision.ts';
import { findLead, findOrCreateLead } from '../../shared/runtime/find-lead.ts';
import { queueFunction, type Surroundings } from '../../shared/runtime/pipeline.ts';
import { type Applied, receiveInbound } from '../../shared/runtime/receive-inbound.ts';

type Needs = Pick<Ports, 'store' | 'rules' | 'time' | 'ids' | 'observer'> & Surroundings;

/** How long what an unknown visitor did is kept for a capture to join it. */
const VISITOR_MS = 90 * 86_400_000;

const loadVisitor = async (ports: Needs, id: string | undefined): Promise<Stored<'visitor'> | undefined> =>
  id === undefined ? undefined : (await ports.store.load([{ type: 'visitor', id }])).get({ type: 'visitor', id });

const capture = async (
  event: InboundOf<'LeadCaptured'>,
  email: string,
  receipt: Write,
  now: number,
  ports: Needs,
): Promise<Applied> => {
  const { visitorId } = event.data;
  const { identity, ...before } = await findOrCreateLead(ports, email);
  const visitor = await loadVisitor(ports, visitorId);
  const anonymous = visitor?.value.known === false ? visitor.value : undefined;
  const decision = captureLead(before.lead, flatten(event.data), event, anonymous, ports.rules, now);
  const whose: readonly Write[] =
    visitorId === undefined || (visitor?.value.known && visitor.value.leadId === before.lead.id)
      ? []
      : [
          {
            key: { type: 'visitor', id: visitorId },
            expectedVersion: visitor?.version ?? 0,
            value: { known: true, leadId: before.lead.id },
          },
        ];
  return commitDecision(ports, before, decision, event, now, [receipt, ...identity, ...whose]);
};

const activity = async (
  event: InboundOf<'LeadActivityRecorded'>,
  receipt: Write,
  now: number,
  ports: Needs,
): Promise<Applied> => {
  const { email: _, visitorId, ...what } = event.data;
  const done: Activity = { ...what, at: event.occurredAt };
  const visitor = event.email === undefined ? await loadVisitor(ports, visitorId) : undefined;
  const known = visitor?.value.known ? await findLead(ports.store, visitor.value.leadId) : undefined;
  if (event.email === undefined && known === undefined) {
    const anonymous = visitor?.value.known === false ? visitor.value : undefined;
    const value = recordAnonymousActivity(anonymous, done, now);
    const key = { type: 'visitor', id: visitorId ?? '' } as const;
    return ports.store.commit([
      { key, expectedVersion: visitor?.version ?? 0, value, expiresAt: now + VISITOR_MS },
      receipt,
    ]);
  }
  const { identity, ...before } = known ? { ...known, identity: [] } : await findOrCreateLead(ports, event.email ?? '');
  return commitDecision(ports, before, recordActivity(before.lead, done, ports.rules, now), event, now, [
    receipt,
    ...identity,
  ]);
};

/** LeadCaptured and LeadActivityRecorded become a scored, perhaps a qualified lead; all else that comes here is refused. */
export const scoreLead = queueFunction<Needs>((message, ports) =>
  receiveInbound(message, ports, async (event, receipt, now) => {
    if (event.type === 'LeadCaptured') return capture(event, event.email ?? '', receipt, now, ports);
    if (event.type === 'LeadActivityRecorded') return activity(event, receipt, now, ports);
    return { refused: [{ path: 'detail-type', message: `${event.type} is not for score-lead` }] };
  }),
);
