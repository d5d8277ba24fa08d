import { repsOnDuty } from '../duty/on-duty.ts';
import type { Lead } from '../lead/lead.ts';
import type { Rules } from '../rules.ts';
import { dutyOf, teamsFor } from '../territory/teams.ts';
import type { Instant } from '../time/instant.ts';
import { type Account, accountOwner } from './account.ts';
import { assignLead } from './assign-lead.ts';
import type { Choice } from './choice.ts';
import { chooseOwner } from './choose-owner.ts';
import { keepOwner } from './keep-owner.ts';
import { whoMayAct } from './others-at-work.ts';
import type { Routing } from './routing.ts';
import type { RoutableLead, RoutingCase } from './routing-case.ts';
import type { RoutingKeys, RoutingState } from './routing-state.ts';
import { joinWaitlist, waitForRep } from './wait-for-rep.ts';

/** What a lead is routed by, and how. */
export interface RoutingCommand {
  readonly state: RoutingState;
  readonly rules: Rules;
  readonly now: Instant;
  /** Other leads stand before this one on its territory's waitlist. */
  readonly behindOthers?: boolean;
  /** Only if it goes to a manager or stays with its last owner: that takes no rep whom others wait for. */
  readonly lastResortOnly?: boolean;
}

/** What must be loaded to route a lead, once its account is. */
export const keysToRoute = (
  lead: RoutableLead,
  account: Account | undefined,
  { rules, now }: { readonly rules: Rules; readonly now: Instant },
): RoutingKeys => {
  const territory = rules.territoryOf(lead.fields);
  const teams = territory === undefined ? [] : teamsFor(territory, rules.agreement.territories);
  const members = teams.flatMap(({ team }) => team.map(({ rep }) => rep));
  const duty = territory && dutyOf(territory, rules.agreement);
  const onCall = duty === undefined ? [] : repsOnDuty(duty);
  const others = [accountOwner(account), lead.previous?.owner.rep].filter((rep) => rep !== undefined);
  const mayAct = territory === undefined ? [] : whoMayAct({ lead, territory, rules, now });
  const loads = [...new Set([...members, ...onCall, ...others, ...mayAct])];
  return { ledgers: teams.map(({ name }) => name), loads, accounts: [] };
};

const isLastResort = ({ kind }: Choice): boolean => kind === 'manager' || kind === 'keep';

const carryOut = (asked: RoutingCase, choice: Choice): Routing => {
  const { lead, state } = asked;
  switch (choice.kind) {
    case 'rep':
    case 'on-call':
    case 'manager':
      return assignLead(asked, choice);
    case 'keep':
      return lead.previous === undefined ? { lead, facts: [], state } : keepOwner(asked, lead.previous);
    case 'wait':
      return waitForRep(asked, choice);
  }
};

/** Routes a lead that has no owner and needs one; any other is left alone. */
export const routeLead = (lead: Lead, command: RoutingCommand): Routing => {
  const { state, rules, now, behindOthers = false, lastResortOnly = false } = command;
  const unchanged: Routing = { lead, facts: [], state };
  if (lead.stage !== 'qualified' && lead.stage !== 'waiting') return unchanged;
  const territory = rules.territoryOf(lead.fields);
  if (territory === undefined) {
    if (lastResortOnly) return unchanged;
    const record = { matched: [], reps: [], others: {}, agreement: rules.agreement.hash };
    return { ...joinWaitlist(lead, '', { kind: 'wait', why: 'nobody-left', record }, now), state };
  }
  const asked: RoutingCase = { lead, territory, state, rules, now, behindOthers };
  const choice = chooseOwner(asked);
  return lastResortOnly && !isLastResort(choice) ? unchanged : carryOut(asked, choice);
};
