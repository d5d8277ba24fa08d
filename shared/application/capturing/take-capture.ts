import type { InboundOf } from '../../contracts/events/read-inbound.ts';
import { captureLead, recordAnonymousCapture } from '../../domain/capture/record-behaviour.ts';
import { captureOccurred } from '../../domain/capture/watched-event.ts';
import { effectsOf } from '../../domain/effects/effects-of.ts';
import { splitEarly } from '../../domain/lead/early-answers.ts';
import type { DecisionPorts } from '../../ports/ports.ts';
import { withEarly } from '../answering/early-answers.ts';
import { waitedInVain } from '../answering/waited-in-vain.ts';
import { commitDecision } from '../documents/commit-decision.ts';
import { findOrCreateLead } from '../documents/find-lead.ts';
import { findLeadOf, findVisitor } from '../documents/find-visitor.ts';
import type { Applied, Arrival } from '../receive-inbound.ts';
import { refusalWrites } from '../refuse.ts';
import { readTogether } from './read-together.ts';
import { withWatchers } from './with-watchers.ts';

const countCapture = (ignored: Arrival['ignored'], { observer }: DecisionPorts): void => {
  observer.count('LeadCaptured');
  // Of each capture, so that the average is the share.
  observer.count('LeadFieldsIgnored', ignored.length > 0 ? 1 : 0);
};

/**
 * Who a person is becomes part of the lead; what the person's browser did before joins it, and what overtook it. Without
 * an address it is the lead whose browser it is; where nobody knows that, it is kept with the visitor until a capture.
 */
export const takeCapture = async (
  event: InboundOf<'LeadCaptured'>,
  { receipt, ignored, now }: Arrival,
  ports: DecisionPorts,
): Promise<Applied> => {
  const { visitorId, fields, addressDomain } = event.data;
  const { id, occurredAt, email } = event;
  const visitor = visitorId === undefined ? undefined : await findVisitor(ports.store, visitorId);
  const known = email === undefined ? await findLeadOf(ports.store, visitor) : undefined;
  if (email === undefined && known === undefined && visitor !== undefined) {
    const read = readTogether({ fields, ignored }, visitor);
    const held = recordAnonymousCapture(read.anonymous, { id, occurredAt, fields: read.fields }, now);
    const result = await ports.store.commit([visitor.did(held, now), receipt]);
    if (result === 'ok') countCapture(read.ignored, ports);
    return result;
  }
  const { identity, ...before } = known ? { identity: [], ...known } : await findOrCreateLead(ports, email ?? '');
  const read = readTogether({ fields, ignored }, { lead: before.lead, anonymous: visitor?.anonymous });
  const captured = { id, occurredAt, addressDomain, ...read };
  const { inTime, tooLong } = splitEarly(before.lead, now);
  const taken = captureLead(before.lead, captured, ports.rules, now);
  const { decision: decided, effects: answered, refusals } = withEarly(taken, inTime, ports.rules, now);
  const occurred = captureOccurred(before.lead, visitor?.anonymous);
  const decision = await withWatchers({ before: before.lead, decision: decided, occurred }, now, ports);
  const effects = [...effectsOf(before.lead, taken), ...answered];
  const browser = visitor?.belongsTo(before.lead.id) ?? [];
  const refused = await refusalWrites([...refusals, ...tooLong.map(waitedInVain)], now, ports.store);
  const along = [receipt, ...identity, ...browser, ...refused];
  const result = await commitDecision(ports.store, { before, decision, effects, cause: event, now }, along);
  if (result === 'ok') countCapture(read.ignored, ports);
  return result;
};
