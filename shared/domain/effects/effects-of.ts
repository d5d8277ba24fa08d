import { withdrawnFrom } from '../alert/delivery/withdraw.ts';
import type { Decision } from '../lead/decision.ts';
import type { Effect, OwnerAnswered, OwnerReleased } from '../lead/effect.ts';
import type { Fact } from '../lead/facts.ts';
import { isOwned, type Lead } from '../lead/lead.ts';
import { isRefundedFor } from '../lead/refund.ts';
import { AWAY } from '../vocabulary/reject-actions.ts';

const isRefund = (fact: Fact): boolean =>
  fact.type === 'LeadRejected'
    ? isRefundedFor(fact.data.reason)
    : fact.type === 'LeadForgotten' || (fact.type === 'LeadAssigned' && fact.data.from !== undefined);

/** Whether the past owner gets the charge back: by a rejection, because a person took the lead, whose owner pays now, or because it was erased. */
export const isRefunded = (facts: readonly Fact[]): boolean => facts.some(isRefund);

const releaseOf = (before: Lead, { lead, facts }: Decision): readonly OwnerReleased[] => {
  if (!isOwned(before) || (isOwned(lead) && lead.owner.attempt === before.owner.attempt)) return [];
  return [{ effect: 'owner-released', leadId: before.id, owner: before.owner, isRefunded: isRefunded(facts) }];
};

/** Who has answered by this, whichever way it came; a lead that is given back for an absence is no answer. */
const answererOf = (fact: Fact): string | undefined => {
  switch (fact.type) {
    case 'LeadAccepted':
    case 'LeadRecycled':
    case 'ContentSent':
      return fact.data.rep;
    case 'LeadRejected':
      return fact.data.reason === AWAY ? undefined : fact.data.rep;
    case 'ContactRecorded':
    case 'ContactAttemptRecorded':
    case 'OutcomeRecorded':
      return fact.data.applied ? fact.data.rep : undefined;
    default:
      return undefined;
  }
};

/** The owner whose lead waits for their acceptance no more, though it stays theirs. */
const accepterOf = (before: Lead, after: Lead): string | undefined =>
  before.stage === 'assigned' &&
  isOwned(after) &&
  after.stage !== 'assigned' &&
  after.owner.attempt === before.owner.attempt
    ? after.owner.rep
    : undefined;

const answersOf = (before: Lead, { lead, facts }: Decision): readonly OwnerAnswered[] => {
  const reps = [accepterOf(before, lead), ...facts.map(answererOf)].filter((rep) => rep !== undefined);
  if (reps.length === 0) return [];
  return [...new Set(reps)].map((rep) => ({ effect: 'owner-answered', leadId: before.id, rep }));
};

/** Everything beside the lead that a decision changes. */
export const effectsOf = (before: Lead, decision: Decision): readonly Effect[] => [
  ...releaseOf(before, decision),
  ...withdrawnFrom(before, decision.lead).map(
    (notice): Effect => ({ effect: 'notice-withdrawn', leadId: before.id, notice }),
  ),
  ...(decision.effects ?? []),
  // After whoever has taken the lead is known to have it unanswered.
  ...answersOf(before, decision),
];
