import { withdrawnFrom } from '../alert/delivery/withdraw.ts';
import type { Decision } from '../lead/decision.ts';
import type { Effect, OwnerAnswered, OwnerReleased } from '../lead/effect.ts';
import type { Fact } from '../lead/facts.ts';
import { isOwned, type Lead } from '../lead/lead.ts';
import { AWAY } from '../vocabulary/reject-actions.ts';

/** A rep who has no time could have said so by capacity or absence; every other reason lies with the lead. */
const AT_FAULT = new Set(['no-time']);

/** Whether a rejection gives the rep's charge back. */
export const isRefunded = (facts: readonly Fact[]): boolean =>
  facts.some((fact) => fact.type === 'LeadRejected' && !AT_FAULT.has(fact.data.reason));

const releaseOf = (before: Lead, { lead, facts }: Decision): readonly OwnerReleased[] => {
  if (!isOwned(before) || (isOwned(lead) && lead.owner.attempt === before.owner.attempt)) return [];
  return [{ effect: 'owner-released', leadId: before.id, owner: before.owner, isRefunded: isRefunded(facts) }];
};

/** An answer of the owner, whichever way it came; a lead that is given back for an absence is none. */
const isAnswer = (fact: Fact): boolean => {
  switch (fact.type) {
    case 'LeadAccepted':
      return true;
    case 'LeadRejected':
      return fact.data.reason !== AWAY;
    case 'ContactRecorded':
    case 'ContactAttemptRecorded':
    case 'OutcomeRecorded':
      return fact.data.applied && fact.data.rep !== undefined;
    case 'LeadRecycled':
      return fact.data.rep !== undefined;
    default:
      return false;
  }
};

const answerOf = (before: Lead, { facts }: Decision): readonly OwnerAnswered[] =>
  isOwned(before) && before.owner.by !== 'manager' && facts.some(isAnswer)
    ? [{ effect: 'owner-answered', leadId: before.id, rep: before.owner.rep }]
    : [];

/** Everything beside the lead that a decision changes. */
export const effectsOf = (before: Lead, decision: Decision): readonly Effect[] => [
  ...releaseOf(before, decision),
  ...answerOf(before, decision),
  ...withdrawnFrom(before, decision.lead).map(
    (notice): Effect => ({ effect: 'notice-withdrawn', leadId: before.id, notice }),
  ),
  ...(decision.effects ?? []),
];
