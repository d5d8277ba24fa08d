import type { Agreement } from '../agreement/agreement.ts';
import { companyDomain } from '../lead/email-address.ts';
import type { Fact } from '../lead/facts.ts';
import { isOwned, type Lead, type Owner } from '../lead/lead.ts';
import { NEW_LEDGER, refund } from '../sharing/fair-share.ts';
import type { Ledger } from '../sharing/ledger.ts';
import { type Account, NEW_ACCOUNT, withoutLead } from './account.ts';
import { dropLead, NO_LOAD, type RepLoad } from './rep-load.ts';

/** What is decided together with leads: who received how much, who has how much, whose account it is. */
export interface RoutingState {
  readonly ledgers: Readonly<Record<string, Ledger>>;
  readonly loads: Readonly<Record<string, RepLoad>>;
  readonly accounts: Readonly<Record<string, Account>>;
}

/** Which documents of the desk a decision needs. */
export interface RoutingKeys {
  readonly ledgers: readonly string[];
  readonly loads: readonly string[];
  readonly accounts: readonly string[];
}

export const EMPTY_ROUTING_STATE: RoutingState = { ledgers: {}, loads: {}, accounts: {} };

export const ledgerOf = (state: RoutingState, territory: string): Ledger => state.ledgers[territory] ?? NEW_LEDGER;
export const loadOf = (state: RoutingState, rep: string): RepLoad => state.loads[rep] ?? NO_LOAD;
export const accountOf = (state: RoutingState, domain: string): Account => state.accounts[domain] ?? NEW_ACCOUNT;

export const withLedger = (state: RoutingState, territory: string, ledger: Ledger): RoutingState => ({
  ...state,
  ledgers: { ...state.ledgers, [territory]: ledger },
});

/** The same object where nothing changes, so that nothing is written. */
export const withLoad = (state: RoutingState, rep: string, load: RepLoad): RoutingState =>
  load === loadOf(state, rep) ? state : { ...state, loads: { ...state.loads, [rep]: load } };

/** The same object where nothing changes, so that nothing is written. */
export const withAccount = (state: RoutingState, domain: string, account: Account): RoutingState =>
  account === accountOf(state, domain) ? state : { ...state, accounts: { ...state.accounts, [domain]: account } };

/** The company of a lead, as accounts are known by; undefined for free mail. */
export const accountDomain = (lead: Lead, agreement: Agreement): string | undefined => {
  const given = lead.fields['company.domain'];
  return companyDomain(lead.email, typeof given === 'string' ? given : undefined, agreement.scoring.freeMail);
};

/** The owner whom a decision took the lead from, if it did. */
export const ownerLost = (before: Lead, after: Lead): Owner | undefined =>
  isOwned(before) && !(isOwned(after) && after.owner.attempt === before.owner.attempt) ? before.owner : undefined;

/** A rep who has no time could have said so by capacity or absence; every other reason lies with the lead. */
const AT_FAULT = new Set(['no-time']);

export const refunds = (facts: readonly Fact[]): boolean =>
  facts.some((fact) => fact.type === 'LeadRejected' && !AT_FAULT.has(fact.data.reason));

export const keysToRelease = (before: Lead, after: Lead, facts: readonly Fact[]): RoutingKeys => {
  const owner = ownerLost(before, after);
  if (owner === undefined || owner.by === 'manager') return { ledgers: [], loads: [], accounts: [] };
  const domain = owner.account;
  return {
    ledgers: refunds(facts) && owner.charge !== undefined ? [owner.charge.territory] : [],
    loads: [owner.rep],
    accounts: domain === undefined ? [] : [domain],
  };
};

/** The desk once the owner has lost the lead: a place is free, the account is not theirs by this lead, a share comes back. */
export const releaseOwner = (state: RoutingState, before: Lead, after: Lead, facts: readonly Fact[]): RoutingState => {
  const owner = ownerLost(before, after);
  if (owner === undefined || owner.by === 'manager') return state;
  const { rep, account, charge } = owner;
  const loaded = withLoad(state, rep, dropLead(loadOf(state, rep)));
  const closed =
    account === undefined ? loaded : withAccount(loaded, account, withoutLead(accountOf(loaded, account), before.id));
  if (charge === undefined || !refunds(facts)) return closed;
  return withLedger(closed, charge.territory, refund(ledgerOf(closed, charge.territory), { ...charge, rep }));
};
