import { recipientOf } from '../../domain/alert/delivery/claim.ts';
import { withdraw, withdrawnFrom } from '../../domain/alert/delivery/withdraw.ts';
import { type Cause, factEvents } from '../../domain/lead/fact-event.ts';
import type { Decision, Lead } from '../../domain/lead/lead.ts';
import { keysToRelease, ownerLost, releaseOwner } from '../../domain/routing/routing-state.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Write, WriteOf } from '../../ports/store.ts';
import { loadInboxes } from './load-inboxes.ts';
import { loadRoutingState } from './load-routing-state.ts';

/** A lead with what a decision made of it, as one write: the facts take their places in its sequence. */
export const leadWrite = (
  version: number,
  before: Lead,
  decision: Decision,
  cause: Cause,
  now: Instant,
): WriteOf<'lead'> => ({
  key: { type: 'lead', id: before.id },
  expectedVersion: version,
  value: { ...decision.lead, sequence: before.sequence + decision.facts.length },
  events: factEvents(before.id, before.sequence, decision.facts, cause, now),
});

/** `extra`, and what the lead no longer owes taken out of the inboxes where it was held back. */
const withInboxes = async (
  { store }: Pick<Ports, 'store'>,
  before: Lead,
  after: Lead,
  now: Instant,
  extra: readonly Write[],
): Promise<readonly Write[]> => {
  const notices = withdrawnFrom(before, after);
  if (notices.length === 0) return extra;
  const written = extra.map((write): Write => {
    if (write.key.type !== 'inbox' || !('held' in write.value)) return write;
    const { id } = write.key;
    return { ...write, key: write.key, value: withdraw(before.id, notices, { [id]: write.value })[id] ?? write.value };
  });
  const others = notices.filter((one) => !extra.some(({ key }) => key.type === 'inbox' && key.id === recipientOf(one)));
  const { inboxes, writes } = await loadInboxes(store, others.map(recipientOf));
  return [...written, ...writes(withdraw(before.id, others, inboxes), now)];
};

/**
 * Saves a decision on one lead in one commit: the lead, its facts, `extra` documents, what leaves an inbox,
 * and, where the owner lost the lead, that rep's load, the account and the refund. A decision that changed
 * nothing saves only the extras.
 */
export const commitDecision = async (
  ports: Pick<Ports, 'store'>,
  before: { readonly version: number; readonly lead: Lead },
  decision: Decision,
  cause: Cause,
  now: Instant,
  extra: readonly Write[] = [],
): Promise<'ok' | 'conflict'> => {
  const unchanged = decision.lead === before.lead && decision.facts.length === 0;
  if (unchanged) return extra.length === 0 ? 'ok' : ports.store.commit(extra);
  const lead = leadWrite(before.version, before.lead, decision, cause, now);
  const others = await withInboxes(ports, before.lead, decision.lead, now, extra);
  if (ownerLost(before.lead, decision.lead) === undefined) return ports.store.commit([lead, ...others]);
  const wanted = keysToRelease(before.lead, decision.lead, decision.facts);
  const { state, writes } = await loadRoutingState(ports.store, [wanted]);
  const after = releaseOwner(state, before.lead, decision.lead, decision.facts);
  return ports.store.commit([lead, ...writes(after), ...others]);
};
