import type { Agreement } from '../agreement/agreement.ts';
import type { Lead } from '../lead/lead.ts';
import { NEW_LEDGER } from '../sharing/fair-share.ts';
import type { Ledger } from '../sharing/ledger.ts';
import { type Account, NEW_ACCOUNT } from './account.ts';
import { NO_LOAD, type RepLoad } from './rep-load.ts';

/** What is decided together with leads: who received how much, who has how much, whose account it is. */
export interface RoutingState {
  readonly ledgers: Readonly<Record<string, Ledger>>;
  readonly loads: Readonly<Record<string, RepLoad>>;
  readonly accounts: Readonly<Record<string, Account>>;
}

/** Which documents of the routing state a decision needs. */
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
export const accountDomain = ({ fields }: Pick<Lead, 'fields'>, agreement: Agreement): string | undefined => {
  const domain = fields['company.domain'];
  return typeof domain === 'string' && !agreement.scoring.freeMail.includes(domain) ? domain : undefined;
};
