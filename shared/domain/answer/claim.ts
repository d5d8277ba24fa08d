import type { Rep } from '../agreement/agreement.ts';
import type { Decision } from '../lead/decision.ts';
import { isOwned, type Lead, type LiveLead } from '../lead/lead.ts';
import { takeLead } from '../routing/take-lead.ts';
import type { Rules } from '../rules.ts';
import type { Instant } from '../time/instant.ts';
import type { Answerer } from './answerer.ts';

/** Nobody has accepted it yet. */
const isOpenToClaims = (lead: Lead): lead is LiveLead =>
  lead.stage === 'qualified' || lead.stage === 'waiting' || lead.stage === 'assigned';

/** Whoever has had the lead in this cycle: their answer may be a late one. */
const hadIt = (lead: LiveLead, rep: string): boolean =>
  isOwned(lead)
    ? lead.owner.rep === rep || lead.pastOwners.includes(rep)
    : lead.previous?.owner.rep === rep || lead.pastOwners.includes(rep);

/** Who claims the lead by acting on it, if anybody does. What occurred before the cycle belongs to an earlier one. */
const claimerOf = (lead: LiveLead, { rep: id, occurredAt }: Answerer, { agreement }: Rules): Rep | undefined => {
  if (id === undefined || hadIt(lead, id)) return undefined;
  if (occurredAt !== undefined && occurredAt < lead.cycleFrom) return undefined;
  return Object.hasOwn(agreement.reps, id) ? agreement.reps[id] : undefined;
};

/**
 * The answer of whoever has just become the owner. The clause that started with it is met in the same instant: no clock
 * needs to wake for it.
 */
export const takeAndAnswer = (before: Lead, taken: Decision, answer: (lead: Lead) => Decision): Decision => {
  const facts = taken.facts.filter(({ type }) => type !== 'ClockStarted');
  const answered = answer({ ...taken.lead, sequence: before.sequence + facts.length });
  return {
    lead: answered.lead,
    facts: [...facts, ...answered.facts],
    effects: [...(taken.effects ?? []), ...(answered.effects ?? [])],
  };
};

/**
 * Whoever acts on a lead that nobody has accepted claims it by that, and then the answer is its owner's.
 */
export const claimAndAnswer = (
  lead: Lead,
  who: Answerer,
  { rules, now }: { readonly rules: Rules; readonly now: Instant },
  answer: (lead: Lead) => Decision,
): Decision => {
  const rep = isOpenToClaims(lead) ? claimerOf(lead, who, rules) : undefined;
  if (!isOpenToClaims(lead) || rep === undefined) return answer(lead);
  const saidAt = Math.min(who.occurredAt ?? now, now);
  return takeAndAnswer(lead, takeLead(lead, { rep, by: 'claim', saidAt }, rules, now), answer);
};
