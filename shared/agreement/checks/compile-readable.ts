import type { Rep, Territory } from '../../domain/agreement/agreement.ts';
import { DAY_MINUTES, type Schedule } from '../../domain/time/schedule.ts';
import { UTC } from '../../domain/time/zone.ts';
import type { Almanac } from '../almanac.ts';
import { compileRep, compileTerritory } from '../compile-agreement.ts';
import type { ParsedFiles } from '../files/files.ts';
import type { RepsFile, WrittenRep } from '../files/reps.ts';
import type { TerritoriesFile } from '../files/territories.ts';

/** What is concluded from a field of a rep. */
const SAYS: Readonly<Record<keyof WrittenRep, 'who' | 'when' | 'how' | 'nothing'>> = {
  id: 'who',
  name: 'nothing',
  email: 'nothing',
  phone: 'how',
  slack: 'how',
  manager: 'nothing',
  timeZone: 'when',
  languages: 'who',
  hours: 'when',
  calendar: 'when',
  holidays: 'when',
  overrides: 'when',
  away: 'when',
  ical: 'when',
  // Read as no limit where it cannot be read, which rules nothing out.
  capacity: 'nothing',
  alerts: 'how',
  quiet: 'how',
};

const ALWAYS: Schedule = {
  zone: UTC,
  week: Array.from({ length: 7 }, () => [{ from: 0, to: DAY_MINUTES }]),
  holidays: [],
  dateHours: {},
  breaks: {},
  away: [],
};

/** By id, the reps of whom it could be read who they are. One whose hours could not be read may work at any. */
export const readableReps = (
  { reps }: RepsFile,
  { isReadWhole }: ParsedFiles,
  almanac: Almanac,
): ReadonlyMap<string, Rep> => {
  const isKnown = (i: number, what: 'who' | 'when' | 'how'): boolean =>
    Object.entries(SAYS).every(([key, says]) => says !== what || isReadWhole('reps', ['reps', i, key]));
  return new Map(
    reps.flatMap((written, i): [string, Rep][] => {
      if (!isKnown(i, 'who')) return [];
      const { quiet, ...rep } = compileRep(written, almanac);
      const schedule = isKnown(i, 'when') ? rep.schedule : ALWAYS;
      if (!isKnown(i, 'how')) return [[rep.id, { ...rep, schedule, channels: ['email'] }]];
      return [[rep.id, { ...rep, schedule, ...(quiet === undefined ? {} : { quiet }) }]];
    }),
  );
};

/** No id that could be written: of a team in which somebody is not known nothing is concluded. */
const SOMEBODY = { rep: '', weight: 1 };

/**
 * The territories in their places. One whose condition could not be read takes nothing. Where it is not known which
 * leads a territory takes or who helps it out, somebody who is not known is in its team.
 */
export const readableTerritories = (
  { territories }: TerritoriesFile,
  { isRead, isReadWhole }: ParsedFiles,
): readonly Territory[] => {
  const isIn = (i: number, ...path: readonly (string | number)[]) => ['territories', i, ...path];
  const named = new Set(territories.flatMap(({ name }, i) => (isRead('territories', isIn(i, 'name')) ? [name] : [])));
  return territories.map((written, i) => {
    const { team, overflow } = written;
    const isConditionRead = isReadWhole('territories', isIn(i, 'when'));
    const isTeamRead =
      isRead('territories', isIn(i, 'team')) &&
      team.every((_, at) => isRead('territories', isIn(i, 'team', at, 'rep')));
    const isOverflowKnown =
      isRead('territories', isIn(i, 'overflow')) && (overflow === undefined || named.has(overflow));
    const territory = compileTerritory(written);
    return {
      ...territory,
      ...(isConditionRead ? {} : { when: { any: [] } }),
      team: isConditionRead && isTeamRead && isOverflowKnown ? territory.team : [...territory.team, SOMEBODY],
    };
  });
};
