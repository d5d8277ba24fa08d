import type { Choice } from './choice.ts';
import { chooseAccountOwner, findAccountOwner, withPassedOver } from './choose-account-owner.ts';
import { chooseByShare } from './choose-by-share.ts';
import { chooseLastOwnerSide, chooseTeamManager, isOutOfOwners } from './choose-last-resort.ts';
import { chooseToWait } from './choose-to-wait.ts';
import { repsInRecord } from './make-record.ts';
import { emptyRecord, type RoutingCase } from './routing-case.ts';
import { ledgerOf } from './routing-state.ts';

/**
 * Who takes the lead, or that it waits. The steps, in order; the first that has an answer ends it:
 *
 * 1. The agreed number of owners is used up: the last owner's manager, or the last owner.
 * 2. The owner of the lead's account, if they can take it.
 * 3. The fair share of the territory's team, then of its overflow, among those who can take it.
 * 4. Somebody can take it later: it waits.
 * 5. Nobody can ever take it: the last owner's manager or the last owner; where nobody has had it, the team's manager.
 * 6. It waits for a change of the agreement.
 */
export const chooseOwner = (asked: RoutingCase): Choice => {
  const empty = emptyRecord(asked);
  const usedUp = isOutOfOwners(asked) ? chooseLastOwnerSide(asked, empty) : undefined;
  if (usedUp !== undefined) return usedUp;

  const account = findAccountOwner(asked);
  const ofAccount = chooseAccountOwner(asked, account, empty);
  if (ofAccount !== undefined) return ofAccount;

  const known = withPassedOver(empty, account);
  const { chosen, passedOver } = chooseByShare(asked, known);
  if (chosen !== undefined) return chosen;

  const ledger = ledgerOf(asked.state, asked.territory.name);
  const record = { ...known, ...repsInRecord(passedOver, [], undefined, ledger) };
  return (
    chooseToWait(passedOver, account, record) ??
    chooseLastOwnerSide(asked, record) ??
    chooseTeamManager(asked, passedOver, record) ?? { kind: 'wait', why: 'nobody-left', record }
  );
};
