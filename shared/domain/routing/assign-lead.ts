import type { Rep, Territory } from '../agreement/agreement.ts';
import { firstInstant, startClause } from '../clock/run-clause.ts';
import type { Fact } from '../lead/facts.ts';
import type { Lead, Owner, RunningClause } from '../lead/lead.ts';
import { baseOf, withoutActionable } from '../lead/leave-owner.ts';
import type { Notice } from '../lead/notice.ts';
import { chargeOutOfTurn, serve } from '../sharing/fair-share.ts';
import { territoryNamed } from '../territory/teams.ts';
import { DAY_MS } from '../time/durations.ts';
import { toIso } from '../time/instant.ts';
import type { OwnedStage } from '../vocabulary/stages.ts';
import { withLead } from './account.ts';
import type { ManagerChoice, OnCallChoice, RepChoice } from './choice.ts';
import { priceOf } from './price-of.ts';
import { addLead } from './rep-load.ts';
import type { Routing } from './routing.ts';
import type { RoutingCase } from './routing-case.ts';
import {
  accountDomain,
  accountOf,
  ledgerOf,
  loadOf,
  type RoutingState,
  withAccount,
  withLedger,
  withLoad,
} from './routing-state.ts';

type OwnerChoice = RepChoice | OnCallChoice | ManagerChoice;

interface Paid {
  readonly state: RoutingState;
  readonly charge: NonNullable<Owner['charge']>;
}

/** The lead is charged to the rep in the ledger of the team that gave it. */
const payFor = ({ lead, state, rules, now }: RoutingCase, { turn }: RepChoice): Paid => {
  const { share = 'count' } = territoryNamed(rules.agreement.territories, turn.territory) ?? {};
  const charge = priceOf(lead.qualification, { name: turn.territory, share }, turn.member);
  const paid = { rep: turn.member.rep, ...charge };
  const ledger = ledgerOf(state, turn.territory);
  const after = turn.inTurn ? serve(ledger, paid, turn, now) : chargeOutOfTurn(ledger, paid, now);
  return { state: withLedger(state, turn.territory, after), charge };
};

/** The lead counts against the rep's capacity, and makes its company the rep's account. */
const takePlace = ({ lead, now }: RoutingCase, rep: Rep, owner: Owner, state: RoutingState): RoutingState => {
  const loaded = withLoad(state, rep.id, addLead(loadOf(state, rep.id), rep, lead.id, now));
  const domain = owner.account;
  return domain === undefined
    ? loaded
    : withAccount(loaded, domain, withLead(accountOf(loaded, domain), lead.id, rep.id));
};

/** A rep without a manager of their own has the territory's. */
const managerOf = ({ kind, rep }: OwnerChoice, { manager }: Territory): string | undefined =>
  rep.manager ?? (kind === 'manager' || manager === rep.id ? undefined : manager);

const ownerOf = ({ lead, territory, rules, now }: RoutingCase, choice: OwnerChoice, paid: Paid | undefined): Owner => {
  // A manager's leads do not make the account the manager's.
  const account = choice.kind === 'manager' ? undefined : accountDomain(lead, rules.agreement);
  const manager = managerOf(choice, territory);
  return {
    rep: choice.rep.id,
    attempt: lead.attempt + 1,
    at: now,
    by: choice.record.by,
    territory: territory.name,
    ...(manager === undefined ? {} : { manager }),
    ...(account === undefined ? {} : { account }),
    ...(paid === undefined ? {} : { charge: paid.charge }),
  };
};

/** A rep has to accept; a manager has accepted by stepping in. */
const stageOf = ({ kind }: OwnerChoice): OwnedStage => (kind === 'manager' ? 'accepted' : 'assigned');

const clauseOf = ({ rules, now }: RoutingCase, choice: OwnerChoice): RunningClause | undefined => {
  const { schedule } = choice.kind === 'on-call' ? choice.duty : choice.rep;
  const asManager = choice.kind === 'manager';
  // The hours of a manager who cannot act may be far off.
  const owner = { schedule, asManager, byWallClock: asManager && !choice.canAct };
  return startClause({ stage: stageOf(choice) }, rules.agreement.sla, owner, now);
};

/** The past owner hears of it, unless the rep gave the lead back or is no longer there to hear. */
const noticesFor = ({ lead, now }: RoutingCase, owner: Owner): readonly Notice[] => {
  const notice = { sequence: lead.sequence + 1, at: now, deliveries: [] };
  const alert: Notice = { purpose: 'alert', rep: owner.rep, attempt: owner.attempt, ...notice };
  const { previous } = lead;
  if (previous === undefined || previous.why !== 'silent') return [alert];
  return [alert, { purpose: 'taken-away', rep: previous.owner.rep, attempt: previous.owner.attempt, ...notice }];
};

const factsOf = (choice: OwnerChoice, owner: Owner, clause: RunningClause | undefined): readonly Fact[] => {
  const { rep, territory, attempt } = owner;
  const assigned: Fact = { type: 'LeadAssigned', data: { rep, territory, attempt, decision: choice.record } };
  if (clause === undefined) return [assigned];
  const dueAt = toIso(firstInstant(clause));
  return [assigned, { type: 'ClockStarted', data: { clause: clause.name, attempt, dueAt } }];
};

const ownedLead = (asked: RoutingCase, choice: OwnerChoice, owner: Owner, clause: RunningClause | undefined): Lead => {
  const { lead, now } = asked;
  const isManager = choice.kind === 'manager';
  return {
    stage: stageOf(choice),
    ...baseOf(lead),
    pastOwners: isManager ? lead.pastOwners : [...lead.pastOwners, owner.rep],
    attempt: owner.attempt,
    // Whoever was told that nobody owns it need not act any more.
    notices: [...withoutActionable(lead.notices), ...noticesFor(asked, owner)],
    qualification: lead.qualification,
    owner,
    lookAt: now + DAY_MS,
    ...(clause === undefined ? {} : { clause }),
  };
};

/**
 * Gives the lead to the chosen rep; to whoever is on duty, outside the ledgers; or to the manager, outside capacity,
 * account and ledger.
 */
export const assignLead = (asked: RoutingCase, choice: OwnerChoice): Routing => {
  const paid = choice.kind === 'rep' ? payFor(asked, choice) : undefined;
  const owner = ownerOf(asked, choice, paid);
  const clause = clauseOf(asked, choice);
  const charged = paid?.state ?? asked.state;
  return {
    lead: ownedLead(asked, choice, owner, clause),
    facts: factsOf(choice, owner, clause),
    state: choice.kind === 'manager' ? charged : takePlace(asked, choice.rep, owner, charged),
  };
};
