import { leadFieldType } from '../../domain/condition/condition-fields.ts';
import type { RepsFile } from '../files/reps.ts';
import type { TerritoriesFile } from '../files/territories.ts';
import { checkCondition } from './check-conditions.ts';
import { checkUnique } from './check-unique.ts';
import { type Complaint, quote } from './finding.ts';

type Territories = TerritoriesFile['territories'];

const checkOrder = (territories: Territories): readonly Complaint[] => {
  if (territories.length === 0) return [{ path: ['territories'], message: 'no territory: no lead would be taken' }];
  return territories.flatMap(({ name, when }, i): readonly Complaint[] => {
    const last = i === territories.length - 1;
    if (last && when !== undefined) {
      const message = `the last territory must take every lead that those above leave: ${quote(name)} must have no "when"`;
      return [{ path: ['territories', i, 'when'], at: 'key', message }];
    }
    if (last || when !== undefined) return [];
    const message = `${quote(name)} has no "when" and takes every lead: those below it can never match`;
    return [{ path: ['territories', i], message }];
  });
};

/** One finding for each circle, at the first of its territories. */
const checkOverflow = (territories: Territories): readonly Complaint[] => {
  const positions = new Map(territories.map(({ name }, i) => [name, i]));
  const settled = new Set<number>();
  return territories.flatMap(({ overflow }, first): readonly Complaint[] => {
    if (overflow !== undefined && !positions.has(overflow)) {
      return [{ path: ['territories', first, 'overflow'], message: `unknown territory ${quote(overflow)}` }];
    }
    const way: number[] = [];
    let at: number | undefined = first;
    while (at !== undefined && !settled.has(at)) {
      settled.add(at);
      way.push(at);
      const next: string | undefined = territories[at]?.overflow;
      at = next === undefined ? undefined : positions.get(next);
    }
    const circle = at === undefined || !way.includes(at) ? [] : way.slice(way.indexOf(at));
    const start = circle.length === 0 ? undefined : Math.min(...circle);
    if (start === undefined) return [];
    const names = circle.map((i) => quote(territories[i]?.name)).join(' → ');
    return [{ path: ['territories', start, 'overflow'], message: `overflow runs in a circle: ${names}` }];
  });
};

const checkTeams = (territories: Territories, reps: RepsFile | undefined): readonly Complaint[] => {
  const known = new Set(reps?.reps.map(({ id }) => id));
  return territories.flatMap(({ name, team }, i) => {
    const path = ['territories', i, 'team'];
    if (team.length === 0) return [{ path, message: `${quote(name)} has an empty team` }];
    const ids = team.map(({ rep }) => rep);
    return [
      ...checkUnique(ids, 'rep', (at) => [...path, at, 'rep']),
      ...(reps === undefined
        ? []
        : ids.flatMap((rep, at) =>
            known.has(rep) ? [] : [{ path: [...path, at, 'rep'], message: `unknown rep ${quote(rep)}` }],
          )),
    ];
  });
};

/** Reps are looked up where reps.yaml could be read. */
export const checkTerritories = (
  { territories }: TerritoriesFile,
  reps: RepsFile | undefined,
): readonly Complaint[] => [
  ...checkUnique(
    territories.map(({ name }) => name),
    'territory',
    (i) => ['territories', i, 'name'],
  ),
  ...territories.flatMap(({ when }, i) =>
    when === undefined ? [] : checkCondition(when, leadFieldType, ['territories', i, 'when']),
  ),
  ...checkTeams(territories, reps),
  ...checkOverflow(territories),
  ...checkOrder(territories),
];
