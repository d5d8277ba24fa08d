import type { Agreement, Territory } from '../agreement/agreement.ts';
import { DAY_MS } from '../clock/next-recheck.ts';
import { firstInstant, runClause } from '../clock/run-clause.ts';
import type { Fact } from '../lead/facts.ts';
import type { Decision, Lead, Owner } from '../lead/lead.ts';
import { baseOf } from '../lead/leave-owner.ts';
import type { Notice } from '../lead/notice.ts';
import type { Rules } from '../rules.ts';
import { chargeOf, chargeOutOfTurn, serve } from '../sharing/fair-share.ts';
import { teamsFor, territoryNamed } from '../territory/teams.ts';
import { type Instant, toIso } from '../time/instant.ts';
import { type Account, accountOwner, withLead, withWaiting } from './account.ts';
import { type Choice, chooseOwner, type RoutableLead } from './choose-owner.ts';
import { addLead, awaitIn } from './rep-load.ts';
import { accountDomain, accountOf, ledgerOf, loadOf, type RoutingKeys, type RoutingState } from './routing-state.ts';

export interface Routing extends Decision {
  readonly state: RoutingState;
}

/** What must be loaded to route a lead, once its account is. */
export const keysToRoute = (lead: RoutableLead, rules: Rules, account: Account | undefined): RoutingKeys => {
  const territory = rules.territoryOf(lead.fields);
  const teams = territory === undefined ? [] : teamsFor(territory, rules.agreement.territories);
  const owner = accountOwner(account);
  const members = teams.flatMap(({ team }) => team.map(({ rep }) => rep));
  const others = [owner, lead.previous?.owner.rep].filter((rep) => rep !== undefined);
  return { ledgers: teams.map(({ name }) => name), loads: [...new Set([...members, ...others])], accounts: [] };
};

const charge = (
  lead: RoutableLead,
  turn: Extract<Choice, { kind: 'rep' }>['turn'],
  state: RoutingState,
  territories: readonly Territory[],
  now: Instant,
): { readonly state: RoutingState; readonly charge: NonNullable<Owner['charge']> } => {
  const byScore = territoryNamed(territories, turn.territory)?.share === 'score';
  const paid = chargeOf(turn.member, byScore ? Math.max(0, lead.qualification.score) : 1);
  const ledger = ledgerOf(state, turn.territory);
  const after = turn.inTurn
    ? serve(ledger, paid, turn.eligible, turn.excluded, now)
    : chargeOutOfTurn(ledger, paid, now);
  return {
    state: { ...state, ledgers: { ...state.ledgers, [turn.territory]: after } },
    charge: { territory: turn.territory, amount: paid.amount, value: paid.value },
  };
};

/** The past owner hears of it, unless the rep gave the lead back or is no longer there to hear. */
const noticesFor = (lead: RoutableLead, owner: Owner, sequence: number, now: Instant): readonly Notice[] => {
  const notice = { sequence, at: now, deliveries: [] };
  const alert: Notice = { ...notice, purpose: 'alert', rep: owner.rep, attempt: owner.attempt };
  const { previous } = lead;
  if (previous === undefined || previous.why !== 'silent') return [alert];
  return [alert, { ...notice, purpose: 'taken-away', rep: previous.owner.rep, attempt: previous.owner.attempt }];
};

const assign = (
  lead: RoutableLead,
  choice: Extract<Choice, { kind: 'rep' | 'manager' }>,
  territory: Territory,
  state: RoutingState,
  rules: Rules,
  now: Instant,
): Routing => {
  const { agreement } = rules;
  const asManager = choice.kind === 'manager';
  const paid = choice.kind === 'rep' ? charge(lead, choice.turn, state, agreement.territories, now) : undefined;
  // A manager's leads do not make the account the manager's.
  const domain = asManager ? undefined : accountDomain(lead, agreement);
  const owner: Owner = {
    rep: choice.rep.id,
    attempt: lead.attempt + 1,
    at: now,
    by: choice.record.by,
    territory: territory.name,
    ...(choice.rep.manager === undefined ? {} : { manager: choice.rep.manager }),
    ...(domain === undefined ? {} : { account: domain }),
    ...(paid === undefined ? {} : { charge: paid.charge }),
  };
  const agreed = asManager ? agreement.sla.contact : agreement.sla.accept;
  const clause =
    agreed === undefined ? undefined : runClause(asManager ? 'contact' : 'accept', agreed, choice.rep, now, asManager);
  const facts: Fact[] = [
    {
      type: 'LeadAssigned',
      data: { rep: owner.rep, territory: territory.name, attempt: owner.attempt, decision: choice.record },
    },
  ];
  if (clause !== undefined) {
    const dueAt = toIso(firstInstant(clause));
    facts.push({ type: 'ClockStarted', data: { clause: clause.name, attempt: owner.attempt, dueAt } });
  }
  const charged = paid?.state ?? state;
  return {
    lead: {
      ...baseOf(lead),
      pastOwners: asManager ? lead.pastOwners : [...lead.pastOwners, owner.rep],
      attempt: owner.attempt,
      notices: [...lead.notices, ...noticesFor(lead, owner, lead.sequence + 1, now)],
      stage: asManager ? 'accepted' : 'assigned',
      qualification: lead.qualification,
      owner,
      lookAt: now + DAY_MS,
      ...(clause === undefined ? {} : { clause }),
    },
    facts,
    // A manager's leads are outside capacity.
    state: asManager
      ? charged
      : {
          ...charged,
          loads: { ...charged.loads, [owner.rep]: addLead(loadOf(charged, owner.rep), choice.rep, now) },
          accounts:
            domain === undefined
              ? charged.accounts
              : { ...charged.accounts, [domain]: withLead(accountOf(charged, domain), lead.id, owner.rep) },
        },
  };
};

/** In line. It is published once, when the lead joins the line. */
const wait = (
  lead: RoutableLead,
  territory: string,
  choice: Extract<Choice, { kind: 'wait' }>,
  now: Instant,
): Decision => {
  const daily = choice.until === undefined;
  const lookAt = choice.until ?? now + DAY_MS;
  const joined = lead.stage !== 'waiting' || lead.territory !== territory;
  const known = !joined && lead.why === choice.why && lead.daily === daily && (daily || lead.lookAt === lookAt);
  if (known && lead.lookAt > now) return { lead, facts: [] };
  const dueAt = toIso(lookAt);
  return {
    lead: {
      ...baseOf(lead),
      stage: 'waiting',
      qualification: lead.qualification,
      territory,
      why: choice.why,
      lookAt,
      daily,
      ...(lead.previous === undefined ? {} : { previous: lead.previous }),
    },
    facts: joined
      ? [{ type: 'LeadWaiting', data: { why: choice.why, dueAt, territory, decision: choice.record } }]
      : [],
  };
};

const reowed = ({ deliveries }: Notice, now: Instant): Notice['deliveries'] =>
  deliveries.map((d) => (d.state === 'held' ? { channel: d.channel, state: 'waiting', until: now } : d));

/**
 * Nobody else can have it: the last owner keeps it, and no step of the clause is left to take. A lead that was
 * given back has had its share refunded; from then on it is as outside the ledger as a manager's.
 */
const keep = (lead: RoutableLead, previous: NonNullable<RoutableLead['previous']>, now: Instant): Lead => {
  const { charge: _, ...uncharged } = previous.owner;
  return {
    ...baseOf(lead),
    stage: previous.stage,
    qualification: lead.qualification,
    owner: previous.why === 'rejected' ? uncharged : previous.owner,
    // What was in an inbox has been taken out of it: it is owed anew.
    notices: [
      ...lead.notices,
      ...(previous.owed ?? []).map((notice) => ({ ...notice, deliveries: reowed(notice, now) })),
    ],
    lookAt: now + DAY_MS,
    ...(previous.clause === undefined ? {} : { clause: { ...previous.clause, steps: [] } }),
  };
};

/** How a lead is to be routed. */
export interface RoutingOptions {
  /** Others wait in its line before it. */
  readonly ahead?: boolean;
  /** Only if it goes to the manager or stays with its last owner: that takes no hand that others wait for. */
  readonly lastResort?: boolean;
}

/** Routes a lead that is in line; anything else is left alone. */
export const routeLead = (
  lead: Lead,
  state: RoutingState,
  rules: Rules,
  now: Instant,
  { ahead = false, lastResort = false }: RoutingOptions = {},
): Routing => {
  if (lead.stage !== 'qualified' && lead.stage !== 'waiting') return { lead, facts: [], state };
  const territory = rules.territoryOf(lead.fields);
  if (territory === undefined) {
    if (lastResort) return { lead, facts: [], state };
    const record = { matched: [], reps: [], others: {}, agreement: rules.agreement.hash };
    return { ...wait(lead, '', { kind: 'wait', why: 'nobody-left', record }, now), state };
  }
  const { agreement } = rules;
  const choice = chooseOwner(lead, territory, state, rules, now, ahead);
  if (lastResort && choice.kind !== 'manager' && choice.kind !== 'keep') return { lead, facts: [], state };
  switch (choice.kind) {
    case 'rep':
    case 'manager':
      return assign(lead, choice, territory, state, rules, now);
    case 'keep':
      return lead.previous === undefined
        ? { lead, facts: [], state }
        : { lead: keep(lead, lead.previous, now), facts: [], state: keepPlace(lead, lead.previous.owner, state) };
    case 'wait':
      return {
        ...wait(lead, territory.name, choice, now),
        state: waitWithCompany(lead, awaitRep(choice.awaits, territory, state), agreement),
      };
  }
};

const waitWithCompany = (lead: Lead, state: RoutingState, agreement: Agreement): RoutingState => {
  const domain = accountDomain(lead, agreement);
  if (domain === undefined) return state;
  const before = accountOf(state, domain);
  const after = withWaiting(before, lead.id);
  return after === before ? state : { ...state, accounts: { ...state.accounts, [domain]: after } };
};

const awaitRep = (rep: string | undefined, { name }: Territory, state: RoutingState): RoutingState => {
  if (rep === undefined) return state;
  const before = loadOf(state, rep);
  const after = awaitIn(before, name);
  return after === before ? state : { ...state, loads: { ...state.loads, [rep]: after } };
};

/** The place on the desk that the last owner had left is taken again. */
const keepPlace = (lead: RoutableLead, owner: Owner, state: RoutingState): RoutingState => {
  const load = loadOf(state, owner.rep);
  return {
    ...state,
    loads: { ...state.loads, [owner.rep]: { ...load, open: load.open + 1 } },
    accounts:
      owner.account === undefined
        ? state.accounts
        : { ...state.accounts, [owner.account]: withLead(accountOf(state, owner.account), lead.id, owner.rep) },
  };
};
