import type { UndecidedRecord } from '../lead/decision-record.ts';
import type { KeepChoice, ManagerChoice } from './choice.ts';
import type { Candidate } from './make-record.ts';
import { type RoutingCase, repOf } from './routing-case.ts';

/** No other rep may have the lead: the agreed number of owners is used up, or an accepted lead's owner has left. */
export const isOutOfOwners = ({ lead, rules }: RoutingCase): boolean => {
  const { previous, pastOwners } = lead;
  if (previous === undefined) return false;
  const leftAfterAccepting = previous.why === 'left' && previous.stage !== 'assigned';
  return leftAfterAccepting || pastOwners.length >= rules.agreement.sla.maxOwners;
};

/** The last owner's manager; without one the last owner keeps the lead, unless that rep has left. */
export const chooseLastOwnerSide = (
  asked: RoutingCase,
  record: UndecidedRecord,
): ManagerChoice | KeepChoice | undefined => {
  const { previous } = asked.lead;
  const rep = repOf(asked, previous?.owner.manager);
  if (rep !== undefined) return { kind: 'manager', rep, record: { ...record, by: 'manager' } };
  return previous === undefined || previous.why === 'left' ? undefined : { kind: 'keep' };
};

/** For a lead that nobody has had: the first manager of those who were asked and could never take it. */
export const chooseTeamManager = (
  asked: RoutingCase,
  passedOver: readonly Candidate[],
  record: UndecidedRecord,
): ManagerChoice | undefined => {
  const managers = passedOver.map(({ member }) => repOf(asked, repOf(asked, member.rep)?.manager));
  const rep = managers.find((manager) => manager !== undefined);
  return rep && { kind: 'manager', rep, record: { ...record, by: 'manager' } };
};
