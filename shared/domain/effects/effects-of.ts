import { withdrawnFrom } from '../alert/delivery/withdraw.ts';
import type { Decision } from '../lead/decision.ts';
import type { Effect, OwnerReleased } from '../lead/effect.ts';
import type { Fact } from '../lead/facts.ts';
import { isOwned, type Lead } from '../lead/lead.ts';

/** A rep who has no time could have said so by capacity or absence; every other reason lies with the lead. */
const AT_FAULT = new Set(['no-time']);

const isRefund = (fact: Fact): boolean =>
  fact.type === 'LeadRejected'
    ? !AT_FAULT.has(fact.data.reason)
    : fact.type === 'LeadAssigned' && fact.data.from !== undefined;

/** Whether the past owner gets the charge back: by a rejection, or because a person took the lead, whose owner pays now. */
export const isRefunded = (facts: readonly Fact[]): boolean => facts.some(isRefund);

const releaseOf = (before: Lead, { lead, facts }: Decision): readonly OwnerReleased[] => {
  if (!isOwned(before) || (isOwned(lead) && lead.owner.attempt === before.owner.attempt)) return [];
  return [{ effect: 'owner-released', leadId: before.id, owner: before.owner, isRefunded: isRefunded(facts) }];
};

/** Everything beside the lead that a decision changes. */
export const effectsOf = (before: Lead, decision: Decision): readonly Effect[] => [
  ...releaseOf(before, decision),
  ...withdrawnFrom(before, decision.lead).map(
    (notice): Effect => ({ effect: 'notice-withdrawn', leadId: before.id, notice }),
  ),
  ...(decision.effects ?? []),
];
