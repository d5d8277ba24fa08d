import type { Rep, Territory } from '../../domain/agreement/agreement.ts';
import type { Condition } from '../../domain/condition/condition.ts';
import { quote } from '../../domain/language/quote.ts';
import { teamsFor } from '../../domain/territory/teams.ts';
import { DAY_MS } from '../../domain/time/durations.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Interval } from '../../domain/time/interval.ts';
import { dateOf } from '../../domain/time/zone.ts';
import { canHold } from '../analysis/can-hold.ts';
import { couldTakeLead, isEverAtWork } from '../analysis/hours.ts';
import { LEADS } from '../analysis/universe.ts';
import type { Complaint } from './finding.ts';

type Reps = ReadonlyMap<string, Rep>;

const dateAt = (instant: Instant): string => dateOf(Math.floor(instant / DAY_MS));

/** Everybody of these teams; undefined where somebody is unknown, who might do anything. */
const membersOf = (teams: readonly Territory[], reps: Reps): readonly Rep[] | undefined => {
  const members = teams.flatMap(({ team }) => team.map(({ rep }) => reps.get(rep)));
  const known = members.filter((rep) => rep !== undefined);
  return known.length === members.length ? known : undefined;
};

/** The leads that one of these could speak with, as far as the agreement asks: by the first part of the tag. */
const spokenWith = (reps: readonly Rep[]): Condition => {
  const spoken = new Set(reps.flatMap(({ languages }) => languages));
  const tests = [...spoken].flatMap((tag) => [{ in: [tag] }, { startsWith: `${tag}-` }]);
  return { any: [{ exists: false }, ...tests].map((test) => ({ field: 'language', test })) };
};

const asks = (condition: Condition, field: string): boolean => {
  if ('field' in condition) return condition.field === field;
  if ('not' in condition) return asks(condition.not, field);
  return ('all' in condition ? condition.all : condition.any).some((part) => asks(part, field));
};

const languageComplaint = (
  territory: Territory,
  helpers: () => readonly Territory[],
  reps: Reps,
): string | undefined => {
  const { matchLanguage, when, name } = territory;
  // Where a condition leaves the language open there are leads in none, which everybody understands.
  if (!matchLanguage || when === undefined || !asks(when, 'language') || !canHold(when, LEADS)) return undefined;
  const understood = (members: readonly Rep[] | undefined): boolean =>
    members === undefined || canHold({ all: [when, spokenWith(members)] }, LEADS);
  if (understood(membersOf([territory], reps)) || understood(membersOf(helpers(), reps))) return undefined;
  return `nobody who takes the leads of ${quote(name)} speaks a language that they are in`;
};

/** Territories whose leads nobody could take: a team that is never at work, no room, no common language. */
export const checkTakers = (territories: readonly Territory[], reps: Reps, time: Interval): readonly Complaint[] => {
  const atWork = new Map([...reps].map(([id, { schedule }]) => [id, isEverAtWork(schedule, time)]));
  const could = new Map([...reps].map(([id, rep]) => [id, couldTakeLead(rep, time)]));
  return territories.flatMap((territory, i): readonly Complaint[] => {
    const { name, team } = territory;
    const path = ['territories', i];
    const members = membersOf([territory], reps);
    if (team.length === 0 || members === undefined) return [];
    const helpers = () => teamsFor(territory, territories);
    const spoken = languageComplaint(territory, helpers, reps);
    const ofLanguage: readonly Complaint[] =
      spoken === undefined ? [] : [{ path: [...path, 'language'], at: 'key', message: spoken }];
    if (!members.some(({ id }) => atWork.get(id))) {
      const message = `the team of ${quote(name)} is never at work from ${dateAt(time.from)} to ${dateAt(time.to)}`;
      return [{ path: [...path, 'team'], at: 'key', message }, ...ofLanguage];
    }
    // Whoever is on call takes leads whatever their capacity.
    if (
      territory.onCall === undefined &&
      !members.some(({ id }) => could.get(id)) &&
      membersOf(helpers(), reps)?.some(({ id }) => could.get(id)) === false
    ) {
      const message = `nobody who takes the leads of ${quote(name)} has room for one: their capacity is 0`;
      return [{ path: [...path, 'team'], at: 'key', message }, ...ofLanguage];
    }
    return ofLanguage;
  });
};
