import type { Rep } from '../agreement/agreement.ts';
import type { Decision } from '../lead/decision.ts';
import { isOwned, type LiveLead, type OwnedLead } from '../lead/lead.ts';
import type { Rules } from '../rules.ts';
import type { Instant } from '../time/instant.ts';
import { STEP_RULES } from '../vocabulary/steps.ts';
import { acceptLead } from './answer.ts';
import { changeOwner } from './change-owner.ts';
import { takeAndAnswer } from './claim.ts';

/** What a manager decides about a lead. `rep`: the id of whoever gets it. */
export type ManageCommand =
  | { readonly do: 'take' }
  | { readonly do: 'give'; readonly rep: string }
  | { readonly do: 'leave' };

/** How the lead stood on the page that the manager has answered: what has changed since makes the answer void. */
export interface SeenLead {
  readonly attempt: number;
  /** Absent where nobody owned it. */
  readonly owner?: string;
}

export interface Managing {
  readonly command: ManageCommand;
  readonly seen: SeenLead;
}

/** Why nothing was changed. */
export type ManageRefusal = 'owner-changed' | 'no-such-rep';

export const seenOf = (lead: LiveLead): SeenLead => ({
  attempt: lead.attempt,
  ...(isOwned(lead) ? { owner: lead.owner.rep } : {}),
});

const isAsSeen = (lead: LiveLead, seen: SeenLead): boolean => {
  const { attempt, owner } = seenOf(lead);
  return attempt === seen.attempt && owner === seen.owner;
};

/** The same form has come twice: its rep has the lead by it. */
const isDone = (lead: LiveLead, rep: Rep, seen: SeenLead): boolean =>
  isOwned(lead) && lead.owner.rep === rep.id && lead.owner.attempt === seen.attempt + 1;

/** For the running clause: reminders stay, and what would take the lead away or tell a manager does not come. */
const leaveWithOwner = (lead: OwnedLead, manager: Rep): Decision => {
  const { clause, owner } = lead;
  if (clause === undefined || clause.leftBy !== undefined) return { lead, facts: [] };
  const steps = clause.steps.filter((step) => STEP_RULES[step.do].staysWhenLeft);
  const { rep, attempt } = owner;
  return {
    lead: { ...lead, clause: { ...clause, steps, leftBy: manager.id } },
    facts: [{ type: 'LeadLeftWithOwner', data: { clause: clause.name, attempt, rep, by: manager.id } }],
  };
};

/**
 * A manager takes a lead, gives it to a rep or leaves it with its owner. Whoever takes it has accepted it by that. It
 * is refused where the lead has had another owner since the manager looked.
 */
export const manageLead = (
  lead: LiveLead,
  { command, seen }: Managing,
  manager: Rep,
  { rules, now }: { readonly rules: Rules; readonly now: Instant },
): Decision | { readonly refused: ManageRefusal } => {
  const { agreement } = rules;
  if (command.do === 'leave') {
    return isOwned(lead) && isAsSeen(lead, seen) ? leaveWithOwner(lead, manager) : { refused: 'owner-changed' };
  }
  const id = command.do === 'take' ? manager.id : command.rep;
  const rep = Object.hasOwn(agreement.reps, id) ? agreement.reps[id] : undefined;
  if (rep === undefined) return { refused: 'no-such-rep' };
  if (isDone(lead, rep, seen)) return { lead, facts: [] };
  if (!isAsSeen(lead, seen)) return { refused: 'owner-changed' };
  const taken = changeOwner(lead, { rep, changedBy: manager.id, occurredAt: now }, rules, now);
  if (rep.id !== manager.id || taken.lead.stage !== 'assigned') return taken;
  return takeAndAnswer(lead, taken, (theirs) => acceptLead(theirs, { rep: rep.id }, agreement, now));
};
