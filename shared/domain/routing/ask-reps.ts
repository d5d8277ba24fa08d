import type { UndecidedRecord } from '../lead/decision-record.ts';
import type { OnCallChoice, RepChoice, WaitChoice } from './choice.ts';
import { chooseAccountOwner, findAccountOwner, withPassedOver } from './choose-account-owner.ts';
import { chooseByShare } from './choose-by-share.ts';
import { chooseOnCall } from './choose-on-call.ts';
import { chooseToWait } from './choose-to-wait.ts';
import { type Candidate, repsInRecord } from './make-record.ts';
import { emptyRecord, type RoutingCase, withoutLanguageWish } from './routing-case.ts';
import { ledgerOf } from './routing-state.ts';

/** Who takes the lead or can take it later, if anybody; and who was asked. */
export interface RepsAnswer {
  readonly choice?: RepChoice | OnCallChoice | WaitChoice | undefined;
  readonly passedOver: readonly Candidate[];
  readonly record: UndecidedRecord;
}

const askOnce = (asked: RoutingCase): RepsAnswer => {
  const empty = emptyRecord(asked);
  const account = findAccountOwner(asked);
  const ofAccount = chooseAccountOwner(asked, account, empty);
  if (ofAccount !== undefined) return { choice: ofAccount, passedOver: [], record: empty };
  const known = withPassedOver(empty, account);
  const { chosen, passedOver } = chooseByShare(asked, known);
  if (chosen !== undefined) return { choice: chosen, passedOver, record: known };
  const asking = { ...known, ...repsInRecord(passedOver, [], undefined, ledgerOf(asked.state, asked.territory.name)) };
  const onCall = chooseOnCall(asked, asking);
  const { record } = onCall;
  return { choice: onCall.choice ?? chooseToWait(passedOver, { account, onCall }, record), passedOver, record };
};

/**
 * Asks the owner of the account, then the teams, then whoever is on duty. If nobody can ever take the lead, and its
 * language is why, they are asked again without the wish for it: a rep who speaks another language in time is better
 * than none.
 */
export const askReps = (asked: RoutingCase): RepsAnswer => {
  const answer = askOnce(asked);
  if (answer.choice !== undefined) return answer;
  const withoutWish = withoutLanguageWish(asked);
  if (withoutWish === undefined) return answer;
  const { choice } = askOnce(withoutWish);
  return choice === undefined ? answer : { ...answer, choice };
};
