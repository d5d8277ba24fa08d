import type { OwnerTaken } from '../lead/effect.ts';
import { chargeOutOfTurn } from '../sharing/fair-share.ts';
import { withLead } from './account.ts';
import { addLeadOn } from './rep-load.ts';
import {
  accountOf,
  ledgerOf,
  loadOf,
  type RoutingKeys,
  type RoutingState,
  withAccount,
  withLedger,
  withLoad,
} from './routing-state.ts';

/** What must be loaded for an owner whom a person chose. */
export const keysToTake = ({ owner: { rep, account, charge } }: OwnerTaken): RoutingKeys => ({
  ledgers: charge === undefined ? [] : [charge.territory],
  loads: [rep],
  accounts: account === undefined ? [] : [account],
});

/** The lead is charged out of turn, counts against the rep's capacity, and makes its company the rep's account. */
export const takePlace = (state: RoutingState, { leadId, owner, day }: OwnerTaken): RoutingState => {
  const { rep, at, account, charge } = owner;
  const loaded = withLoad(state, rep, addLeadOn(loadOf(state, rep), day));
  const owned =
    account === undefined ? loaded : withAccount(loaded, account, withLead(accountOf(loaded, account), leadId, rep));
  if (charge === undefined) return owned;
  const ledger = ledgerOf(owned, charge.territory);
  return withLedger(owned, charge.territory, chargeOutOfTurn(ledger, { ...charge, rep }, at));
};
