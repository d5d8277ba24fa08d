import { askReps } from './ask-reps.ts';
import type { Choice } from './choice.ts';
import { chooseLastOwnerSide, chooseTeamManager, isOutOfOwners } from './choose-last-resort.ts';
import { emptyRecord, type RoutingCase } from './routing-case.ts';

/** Whether the lead was on duty before: it is too late to let it wait for hours. */
const wasOnCall = ({ lead }: RoutingCase): boolean => lead.previous?.owner.by === 'on-call';

/**
 * Who takes the lead, or that it waits. The steps, in order; the first that has an answer ends it:
 *
 * 1. The agreed number of owners is used up: the last owner's manager, or the last owner.
 * 2. The owner of the lead's account, if they can take it.
 * 3. The fair share of the territory's team, then of its overflow, among those who can take it.
 * 4. Whoever is on duty now and has not had it.
 * 5. The last owner had it on call and nobody else is on duty: that owner's manager.
 * 6. Somebody can take it later: it waits.
 * 7. Nobody who speaks its language can ever take it: steps 2 to 6 without that wish, the overflow before the team.
 * 8. Nobody can ever take it: the last owner's manager or the last owner; where nobody has had it, the team's manager.
 * 9. It waits for a change of the agreement.
 */
export const chooseOwner = (asked: RoutingCase): Choice => {
  const usedUp = isOutOfOwners(asked) ? chooseLastOwnerSide(asked, emptyRecord(asked)) : undefined;
  if (usedUp !== undefined) return usedUp;
  const { choice, passedOver, record } = askReps(asked);
  const unanswered = choice?.kind === 'wait' && wasOnCall(asked) ? chooseLastOwnerSide(asked, record) : undefined;
  if (unanswered?.kind === 'manager') return unanswered;
  return (
    choice ??
    chooseLastOwnerSide(asked, record) ??
    chooseTeamManager(asked, passedOver, record) ?? { kind: 'wait', why: 'nobody-left', record }
  );
};
