import type { Rep } from '../agreement/agreement.ts';
import type { UndecidedRecord } from '../lead/decision-record.ts';
import { accountOwner } from './account.ts';
import type { Availability } from './availability.ts';
import type { RepChoice } from './choice.ts';
import { excludedRecord, exclusionOf, repsInRecord, startOf } from './make-record.ts';
import { availabilityIn, isOutOfRules, type RoutingCase, repOf } from './routing-case.ts';
import { accountDomain, accountOf, ledgerOf } from './routing-state.ts';

/** The owner of the lead's account, as one who could take the lead or could not. */
export interface AccountOwner {
  readonly rep: Rep;
  readonly availability: Availability;
}

/** Undefined where the company is no account, its owner is no rep any more, or the lead is held out from such rules. */
export const findAccountOwner = (asked: RoutingCase): AccountOwner | undefined => {
  if (isOutOfRules(asked)) return undefined;
  const domain = accountDomain(asked.lead, asked.rules.agreement);
  const rep = domain === undefined ? undefined : repOf(asked, accountOwner(accountOf(asked.state, domain)));
  return rep && { rep, availability: availabilityIn(asked, rep.id) };
};

/** The account's owner gets the lead if they can take it; they pay out of turn, of the territory's team or not. */
export const chooseAccountOwner = (
  { territory, state }: RoutingCase,
  account: AccountOwner | undefined,
  record: UndecidedRecord,
): RepChoice | undefined => {
  if (account === undefined || (account.availability.can !== 'now' && account.availability.can !== 'soon')) return;
  const { rep, availability } = account;
  const member = territory.team.find((one) => one.rep === rep.id) ?? { rep: rep.id, weight: 1 };
  const candidate = { member, availability };
  const ledger = ledgerOf(state, territory.name);
  return {
    kind: 'rep',
    rep,
    turn: { territory: territory.name, member, inTurn: false, eligible: [], excluded: [] },
    record: { ...record, by: 'account', ...repsInRecord([], [candidate], candidate, ledger), ...startOf(availability) },
  };
};

/** The record says so when the account's owner was passed over. */
export const withPassedOver = (record: UndecidedRecord, account: AccountOwner | undefined): UndecidedRecord => {
  const excluding = account && exclusionOf(account.availability);
  return account === undefined || excluding === undefined
    ? record
    : { ...record, account: excludedRecord(account.rep.id, excluding) };
};
