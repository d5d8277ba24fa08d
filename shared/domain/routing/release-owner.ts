import type { OwnerReleased } from '../lead/effect.ts';
import { refund } from '../sharing/fair-share.ts';
import { isByFairShare } from '../vocabulary/decided-by.ts';
import { withoutLead } from './account.ts';
import { dropLead } from './rep-load.ts';
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

/** What must be loaded to release an owner. A manager's leads are outside capacity, account and ledger. */
export const keysToRelease = ({ owner, isRefunded }: OwnerReleased): RoutingKeys => {
  const { rep, by, account, charge } = owner;
  if (by === 'manager') return { ledgers: [], loads: [], accounts: [] };
  return {
    ledgers: isRefunded && charge !== undefined ? [charge.territory] : [],
    loads: [rep],
    accounts: account === undefined ? [] : [account],
  };
};

/** A place is free, the account is not the rep's by this lead any more, and a refund goes back into the ledger. */
export const releaseOwner = (state: RoutingState, { leadId, owner, isRefunded }: OwnerReleased): RoutingState => {
  const { rep, by, account, charge } = owner;
  if (by === 'manager') return state;
  const unloaded = withLoad(state, rep, dropLead(loadOf(state, rep), leadId));
  const closed =
    account === undefined
      ? unloaded
      : withAccount(unloaded, account, withoutLead(accountOf(unloaded, account), leadId));
  if (charge === undefined || !isRefunded) return closed;
  const refunded = refund(ledgerOf(closed, charge.territory), { ...charge, rep }, isByFairShare(by));
  return withLedger(closed, charge.territory, refunded);
};
