import { askReps } from './ask-reps.ts';
import type { Choice } from './choice.ts';
import { chooseByStep, chooseLastOwnerSide, chooseTeamManager } from './choose-last-resort.ts';
import { isOutOfOwners, wasOnCall } from './out-of-owners.ts';
import { emptyRecord, type RoutingCase } from './routing-case.ts';

/**
 * Who takes the lead, or that it waits. The steps, in order; the first that has an answer ends it:
 *
 * 0. The step `assign-manager` has come: the territory's manager, or whoever can act.
 * 1. The agreed number of owners is used up: the last owner's manager or whoever can act; without one the last owner.
 * 2. The owner of the lead's account, if they can take it.
 * 3. The fair share of the territory's team, then of its overflow, among those who can take it. Where nobody who speaks
 *    its language ever can: among the others, the overflow before the team.
 * 4. Whoever is on duty now and has not had it.
 * 5. The last owner had it on call and nobody else is on duty: that owner's manager or whoever can act.
 * 6. Somebody can take it later: it waits.
 * 7. Nobody who speaks its language can ever take it: steps 2 to 6 without that wish.
 * 8. Nobody can ever take it: as in step 1; where nobody has had it, the team's manager or whoever can act.
 * 9. It waits for a change of the agreement.
 */
export const chooseOwner = (asked: RoutingCase): Choice => {
  const byStep = chooseByStep(asked);
  if (byStep !== undefined) return byStep;
  const usedUp = isOutOfOwners(asked) ? chooseLastOwnerSide(asked, emptyRecord(asked)) : undefined;
  if (usedUp !== undefined) return usedUp;
  const { choice, passedOver, record } = askReps(asked);
  const unanswered = choice?.kind === 'wait' && wasOnCall(asked) ? chooseLastOwnerSide(asked, record) : undefined;
  if (unanswered !== undefined && unanswered.kind !== 'keep') return unanswered;
  return (
    choice ??
    chooseLastOwnerSide(asked, record) ??
    chooseTeamManager(asked, passedOver, record) ?? { kind: 'wait', why: 'nobody-left', record }
  );
};
