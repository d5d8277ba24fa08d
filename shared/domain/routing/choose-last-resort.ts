import type { UndecidedRecord } from '../lead/decision-record.ts';
import { managerOfTerritory } from '../territory/managers.ts';
import type { KeepChoice, ManagerChoice, RepChoice } from './choice.ts';
import { chooseWhoCanAct, teamCandidates } from './choose-who-can-act.ts';
import { type Candidate, withExcluded } from './make-record.ts';
import { emptyRecord, type RoutingCase, repOf } from './routing-case.ts';

/** The last owner's manager, or whoever can act; without a manager the last owner keeps the lead, unless that rep has left. */
export const chooseLastOwnerSide = (
  asked: RoutingCase,
  record: UndecidedRecord,
): ManagerChoice | RepChoice | KeepChoice | undefined => {
  const { previous } = asked.lead;
  const manager = repOf(asked, previous?.owner.manager);
  if (manager !== undefined) return chooseWhoCanAct(asked, manager.id, record);
  return previous === undefined || previous.why === 'left' ? undefined : { kind: 'keep' };
};

/** For a lead that nobody has had: the territory's manager or the first of those who were asked, or whoever can act. */
export const chooseTeamManager = (
  asked: RoutingCase,
  passedOver: readonly Candidate[],
  record: UndecidedRecord,
): ManagerChoice | RepChoice | undefined => {
  const ofTeam = passedOver.map(({ member }) => repOf(asked, member.rep)?.manager);
  const first = [asked.territory.manager, ...ofTeam].find((id) => repOf(asked, id) !== undefined);
  return first === undefined ? undefined : chooseWhoCanAct(asked, first, record);
};

/** For a lead whose step `assign-manager` has come: the territory's manager, or whoever can act. */
export const chooseByStep = (asked: RoutingCase): ManagerChoice | RepChoice | undefined => {
  if (!asked.lead.forManager) return undefined;
  const manager = managerOfTerritory(asked.territory, asked.rules.agreement);
  return chooseWhoCanAct(asked, manager, withExcluded(emptyRecord(asked), teamCandidates(asked)));
};
