import { recipientOf } from '../domain/alert/claim.ts';
import { withdraw, withdrawnFrom } from '../domain/alert/withdraw.ts';
import { type Cause, factEvents } from '../domain/lead/fact-event.ts';
import type { Decision, Lead } from '../domain/lead/lead.ts';
import { keysToLeave, leaveDesk, ownerLost } from '../domain/routing/desk.ts';
import type { Ports } from '../ports/ports.ts';
import type { Write, WriteOf } from '../ports/store.ts';
import { loadDesk } from './load-desk.ts';
import { loadInboxes } from './load-inboxes.ts';

/** A lead with what a decision made of it, as one write: the facts take their places in its sequence. */
export const leadWrite = (
  version: number,
  before: Lead,
  decision: Decision,
  cause: Cause,
  now: number,
): WriteOf<'lead'> => ({
  key: { type: 'lead', id: before.id },
  expectedVersion: version,
  value: { ...decision.lead, sequence: before.sequence + decision.facts.length },
  events: factEvents(before.id, before.sequence, decision.facts, cause, now),
});

/** What the lead no longer owes leaves the inboxes where it was held back, unless `extra` writes those anyway. */
const inboxWrites = async (
  { store }: Pick<Ports, 'store'>,
  before: Lead,
  after: Lead,
  now: number,
  extra: readonly Write[],
): Promise<readonly Write[]> => {
  const written = new Set(extra.flatMap(({ key }) => (key.type === 'inbox' ? [key.id] : [])));
  const notices = withdrawnFrom(before, after).filter((notice) => !written.has(recipientOf(notice)));
  if (notices.length === 0) return [];
  const { inboxes, writes } = await loadInboxes(store, notices.map(recipientOf));
  return writes(withdraw(before.id, notices, inboxes), now);
};

/**
 * Saves a decision on one lead in one commit: the lead, its facts, `extra` documents, what leaves
 * an inbox, and, where the owner lost the lead, that rep's load, the account and the refund. A decision that changed nothing saves only
 * the extras.
 */
export const commitDecision = async (
  ports: Pick<Ports, 'store'>,
  before: { readonly version: number; readonly lead: Lead },
  decision: Decision,
  cause: Cause,
  now: number,
  extra: readonly Write[] = [],
): Promise<'ok' | 'conflict'> => {
  const unchanged = decision.lead === before.lead && decision.facts.length === 0;
  if (unchanged) return extra.length === 0 ? 'ok' : ports.store.commit(extra);
  const lead = leadWrite(before.version, before.lead, decision, cause, now);
  const inboxes = await inboxWrites(ports, before.lead, decision.lead, now, extra);
  if (ownerLost(before.lead, decision.lead) === undefined) return ports.store.commit([lead, ...inboxes, ...extra]);
  const wanted = keysToLeave(before.lead, decision.lead, decision.facts);
  const { desk, writes } = await loadDesk(ports.store, [wanted]);
  const after = leaveDesk(desk, before.lead, decision.lead, decision.facts);
  return ports.store.commit([lead, ...writes(after), ...inboxes, ...extra]);
};
