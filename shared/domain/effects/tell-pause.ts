import type { Decision } from '../lead/decision.ts';
import { isOwned, type Lead } from '../lead/lead.ts';
import type { RepNotice } from '../lead/notice.ts';
import { loadOf, type RoutingState } from '../routing/routing-state.ts';
import type { Instant } from '../time/instant.ts';

/** The routing state before and after the effects of a decision. */
interface Change {
  readonly was: RoutingState;
  readonly is: RoutingState;
}

/** A rep whom a decision on their lead has paused is told, and so is their manager. The lead that lapsed owes it. */
export const tellPause = (before: Lead, decision: Decision, { was, is }: Change, now: Instant): Decision => {
  if (!isOwned(before)) return decision;
  const { rep, manager, attempt } = before.owner;
  const { absence } = loadOf(is, rep);
  if (absence?.why !== 'paused' || absence === loadOf(was, rep).absence) return decision;
  const sequence = before.sequence + decision.facts.length;
  const owed = { sequence, attempt, at: now, deliveries: [] };
  const told: readonly RepNotice[] = [
    { ...owed, purpose: 'paused', rep },
    ...(manager === undefined ? [] : [{ ...owed, purpose: 'rep-paused' as const, rep: manager, about: rep }]),
  ];
  return { ...decision, lead: { ...decision.lead, notices: [...decision.lead.notices, ...told] } };
};
