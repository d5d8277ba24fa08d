import type { UndecidedRecord } from '../lead/decision-record.ts';
import type { OnCallChoice, RepChoice, WaitChoice } from './choice.ts';
import { type AccountOwner, chooseAccountOwner, findAccountOwner, withPassedOver } from './choose-account-owner.ts';
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

interface TeamsAnswer {
  readonly account: AccountOwner | undefined;
  readonly choice: RepChoice | undefined;
  readonly passedOver: readonly Candidate[];
  readonly record: UndecidedRecord;
}

/** The owner of the account, then the fair share of the teams. */
const askTeams = (asked: RoutingCase): TeamsAnswer => {
  const empty = emptyRecord(asked);
  const account = findAccountOwner(asked);
  const ofAccount = chooseAccountOwner(asked, account, empty);
  if (ofAccount !== undefined) return { account, choice: ofAccount, passedOver: [], record: empty };
  const record = withPassedOver(empty, account);
  const { chosen, passedOver } = chooseByShare(asked, record);
  return { account, choice: chosen, passedOver, record };
};

const canLater = ({ account, passedOver }: TeamsAnswer): boolean =>
  [...passedOver.map(({ availability }) => availability), account?.availability].some((one) => one?.can === 'later');

/** Where nobody who speaks the lead's language can ever take it: whoever of the teams can take it now all the same. */
const askAnyLanguage = (asked: RoutingCase, wished: TeamsAnswer): RepChoice | undefined => {
  const withoutWish = canLater(wished) ? undefined : withoutLanguageWish(asked);
  return withoutWish === undefined ? undefined : askTeams(withoutWish).choice;
};

const askOnce = (asked: RoutingCase): RepsAnswer => {
  const teams = askTeams(asked);
  const { account, passedOver, record: known } = teams;
  const choice = teams.choice ?? askAnyLanguage(asked, teams);
  if (choice !== undefined) return { choice, passedOver, record: known };
  const asking = { ...known, ...repsInRecord(passedOver, [], undefined, ledgerOf(asked.state, asked.territory.name)) };
  const onCall = chooseOnCall(asked, asking);
  const { record } = onCall;
  return { choice: onCall.choice ?? chooseToWait(passedOver, { account, onCall }, record), passedOver, record };
};

/**
 * Asks the owner of the account, then the teams, then whoever is on duty. If nobody can ever take the lead, and its
 * language is why, they are asked again without the wish for it, the teams before the duty: a rep who speaks another
 * language in time is better than none, and one who is at work better than one who is woken.
 */
export const askReps = (asked: RoutingCase): RepsAnswer => {
  const answer = askOnce(asked);
  if (answer.choice !== undefined) return answer;
  const withoutWish = withoutLanguageWish(asked);
  if (withoutWish === undefined) return answer;
  const { choice } = askOnce(withoutWish);
  return choice === undefined ? answer : { ...answer, choice };
};
