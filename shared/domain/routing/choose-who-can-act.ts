import type { UndecidedRecord } from '../lead/decision-record.ts';
import { isManager, managersInOrder } from '../territory/managers.ts';
import { teamsFor } from '../territory/teams.ts';
import { availability } from './availability.ts';
import type { ManagerChoice, RepChoice } from './choice.ts';
import { chooseByShare } from './choose-by-share.ts';
import { type Candidate, repsInRecord, withExcluded } from './make-record.ts';
import { othersAtWork } from './others-at-work.ts';
import { type RoutingCase, repOf, withoutLanguageWish } from './routing-case.ts';
import { ledgerOf, loadOf } from './routing-state.ts';

/** Whether somebody can act now: at work, with room, by some channel, and no past owner. Their language does not matter. */
const candidateOf = (asked: RoutingCase, id: string): Candidate => {
  const { lead, now, state } = asked;
  const question = { lead, now, horizon: now };
  return {
    member: { rep: id, weight: 1 },
    availability: availability(repOf(asked, id), loadOf(state, id), question),
  };
};

/** Everybody of the territory's teams. */
export const teamCandidates = (asked: RoutingCase): readonly Candidate[] =>
  teamsFor(asked.territory, asked.rules.agreement.territories).flatMap(({ team }) =>
    team.map(({ rep }) => candidateOf(asked, rep)),
  );

const canAct = ({ availability: { can } }: Candidate): boolean => can === 'now';

const giveTo = (asked: RoutingCase, id: string | undefined, choice: Omit<ManagerChoice, 'kind' | 'rep'>) => {
  const rep = repOf(asked, id);
  return rep && ({ kind: 'manager', rep, ...choice } satisfies ManagerChoice);
};

/** A rep of the teams by fair share, at work now; one who speaks the lead's language, if there is one. */
const chooseOfTeams = (asked: RoutingCase, record: UndecidedRecord): RepChoice | undefined => {
  const now: RoutingCase = { ...asked, behindOthers: true };
  const withoutWish = withoutLanguageWish(now);
  return chooseByShare(now, record).chosen ?? (withoutWish && chooseByShare(withoutWish, record).chosen);
};

/** Of those of no team that was asked, a manager; else the one with the fewest open leads. */
const chooseOfOthers = (
  asked: RoutingCase,
  others: readonly Candidate[],
  record: UndecidedRecord,
): ManagerChoice | RepChoice | undefined => {
  const able = others.filter(canAct);
  const manager = able.find(({ member }) => isManager(member.rep, asked.rules.agreement));
  if (manager !== undefined)
    return giveTo(asked, manager.member.rep, { canAct: true, record: { ...record, by: 'manager' } });
  const openOf = ({ member }: Candidate): number => loadOf(asked.state, member.rep).open;
  const [chosen] = able.sort((a, b) => openOf(a) - openOf(b));
  const rep = repOf(asked, chosen?.member.rep);
  if (chosen === undefined || rep === undefined) return undefined;
  const { name } = asked.territory;
  return {
    kind: 'rep',
    rep,
    turn: { territory: name, member: chosen.member, inTurn: false, eligible: [], excluded: [] },
    record: { ...record, by: 'last-resort', ...repsInRecord([], [chosen], chosen, ledgerOf(asked.state, name)) },
  };
};

/**
 * Who gets a lead that no rep may or can have in the ordinary way; the first who can act now:
 *
 * 1. `first`, the manager of whoever had the lead, then that manager's manager, and so on up.
 * 2. Another manager of the territory's teams.
 * 3. A rep of these teams who has not had it, by fair share; then a manager of others, then any other rep.
 * 4. Nobody can: `first` all the same. Undefined where there is none.
 *
 * The record says who was passed over, and why.
 */
export const chooseWhoCanAct = (
  asked: RoutingCase,
  first: string | undefined,
  record: UndecidedRecord,
): ManagerChoice | RepChoice | undefined => {
  const { agreement } = asked.rules;
  const managers = managersInOrder(asked.territory, first, agreement).map((id) => candidateOf(asked, id));
  const at = managers.findIndex(canAct);
  if (at !== -1) {
    const told = withExcluded(record, managers.slice(0, at));
    return giveTo(asked, managers[at]?.member.rep, { canAct: true, record: { ...told, by: 'manager' } });
  }
  const others = othersAtWork(asked).map((id) => candidateOf(asked, id));
  const found = chooseOfTeams(asked, record) ?? chooseOfOthers(asked, others, record);
  if (found !== undefined) return { ...found, record: withExcluded(found.record, managers) };
  const told = withExcluded(record, [...managers, ...teamCandidates(asked), ...others]);
  return giveTo(asked, first, { canAct: false, record: { ...told, by: 'manager' } });
};
