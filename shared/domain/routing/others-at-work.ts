import { managersInOrder } from '../territory/managers.ts';
import { teamsFor } from '../territory/teams.ts';
import { availability } from './availability.ts';
import { isOutOfOwners, wasOnCall } from './out-of-owners.ts';
import { NO_LOAD } from './rep-load.ts';
import type { UnloadedCase } from './routing-case.ts';

/** So many beyond the territory's teams are thought of. */
const OTHERS = 20;

const membersOf = ({ territory, rules }: UnloadedCase): readonly string[] =>
  teamsFor(territory, rules.agreement.territories).flatMap(({ team }) => team.map(({ rep }) => rep));

/** Whoever else could act now, but for their load: in the order of reps.yaml, the first `OTHERS`. */
export const othersAtWork = (asked: UnloadedCase): readonly string[] => {
  const { lead, now, territory, rules } = asked;
  const { reps } = rules.agreement;
  const known = new Set(membersOf(asked));
  for (const manager of managersInOrder(territory, undefined, rules.agreement)) known.add(manager);
  const others: string[] = [];
  for (const [id, rep] of Object.entries(reps)) {
    if (others.length === OTHERS) break;
    if (known.has(id)) continue;
    if (availability(rep, NO_LOAD, { lead, now, horizon: now }).can === 'now') others.push(id);
  }
  return others;
};

/**
 * Whether the lead may go to a manager now: for want of owners, by its step, because whoever was on duty let it lapse,
 * or because no rep can ever take it.
 */
const mayNeedManager = (asked: UnloadedCase): boolean => {
  const { lead, now, rules } = asked;
  if (lead.forManager || isOutOfOwners(asked) || wasOnCall(asked)) return true;
  const { reps } = rules.agreement;
  return membersOf(asked).every((id) => availability(reps[id], NO_LOAD, { lead, now, horizon: now }).can === 'never');
};

/** Whose loads must be known beside those of the teams, should the lead go to whoever can act. */
export const whoMayAct = (asked: UnloadedCase): readonly string[] => {
  if (!mayNeedManager(asked)) return [];
  const { territory, lead, rules } = asked;
  return [...managersInOrder(territory, lead.previous?.owner.manager, rules.agreement), ...othersAtWork(asked)];
};
