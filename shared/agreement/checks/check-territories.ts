import { leadFieldType } from '../../domain/condition/condition-fields.ts';
import { quote } from '../../domain/language/quote.ts';
import type { TerritoriesFile } from '../files/territories.ts';
import { checkCondition } from './check-conditions.ts';
import { checkUnique } from './check-unique.ts';
import type { Complaint, IsRead } from './finding.ts';

type Territories = TerritoriesFile['territories'];

const checkOrder = (territories: Territories, isRead: IsRead): readonly Complaint[] => {
  if (territories.length === 0) return [{ path: ['territories'], message: 'no territory: no lead would be taken' }];
  return territories.flatMap(({ name, when }, i): readonly Complaint[] => {
    if (!isRead(['territories', i, 'when'])) return [];
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
const checkOverflow = (territories: Territories, isRead: IsRead): readonly Complaint[] => {
  const named = territories.map((_, i) => isRead(['territories', i, 'name']));
  const positions = new Map(territories.map(({ name }, i): [string, number] => [name, i]).filter(([, i]) => named[i]));
  const overflows = territories.map(({ overflow }, i) =>
    isRead(['territories', i, 'overflow']) ? overflow : undefined,
  );
  const settled = new Set<number>();
  return overflows.flatMap((overflow, first): readonly Complaint[] => {
    if (overflow !== undefined && !positions.has(overflow)) {
      // It may be the one whose name could not be read.
      if (!named.every(Boolean)) return [];
      return [{ path: ['territories', first, 'overflow'], message: `unknown territory ${quote(overflow)}` }];
    }
    const way: number[] = [];
    let at: number | undefined = first;
    while (at !== undefined && !settled.has(at)) {
      settled.add(at);
      way.push(at);
      const next: string | undefined = overflows[at];
      at = next === undefined ? undefined : positions.get(next);
    }
    const circle = at === undefined || !way.includes(at) ? [] : way.slice(way.indexOf(at));
    const start = circle.length === 0 ? undefined : Math.min(...circle);
    if (start === undefined) return [];
    const names = circle.map((i) => quote(territories[i]?.name)).join(' → ');
    return [{ path: ['territories', start, 'overflow'], message: `overflow runs in a circle: ${names}` }];
  });
};

const checkTeams = (
  territories: Territories,
  known: ReadonlySet<string> | undefined,
  isRead: IsRead,
): readonly Complaint[] =>
  territories.flatMap(({ name, team }, i) => {
    const path = ['territories', i, 'team'];
    if (team.length === 0) return [{ path, message: `${quote(name)} has an empty team` }];
    const ids = team.map(({ rep }) => rep);
    return [
      ...checkUnique({ of: 'rep', names: ids, pathOf: (at) => [...path, at, 'rep'], isRead }),
      ...(known === undefined
        ? []
        : ids.flatMap((rep, at) =>
            known.has(rep) ? [] : [{ path: [...path, at, 'rep'], message: `unknown rep ${quote(rep)}` }],
          )),
    ];
  });

const checkManagers = (
  territories: Territories,
  known: ReadonlySet<string> | undefined,
  isRead: IsRead,
): readonly Complaint[] =>
  territories.flatMap(({ manager }, i): readonly Complaint[] => {
    const path = ['territories', i, 'manager'];
    if (manager === undefined || known === undefined || known.has(manager) || !isRead(path)) return [];
    return [{ path, message: `unknown manager ${quote(manager)}` }];
  });

const checkOnCall = (
  territories: Territories,
  known: ReadonlySet<string> | undefined,
  isRead: IsRead,
): readonly Complaint[] =>
  territories.flatMap(({ onCall }, i): readonly Complaint[] => {
    const path = ['territories', i, 'onCall'];
    if (onCall === undefined || known === undefined || known.has(onCall) || !isRead(path)) return [];
    return [{ path, message: `unknown duty ${quote(onCall)}` }];
  });

/** What reps.yaml names; absent where not all of it could be read. */
export interface KnownNames {
  readonly reps: ReadonlySet<string> | undefined;
  readonly duties: ReadonlySet<string> | undefined;
}

export const checkTerritories = (
  { territories }: TerritoriesFile,
  known: KnownNames,
  isRead: IsRead,
): readonly Complaint[] => [
  ...checkUnique({
    of: 'territory',
    names: territories.map(({ name }) => name),
    pathOf: (i) => ['territories', i, 'name'],
    isRead,
  }),
  ...territories.flatMap(({ when }, i) =>
    when === undefined ? [] : checkCondition(when, leadFieldType, ['territories', i, 'when']),
  ),
  ...checkTeams(territories, known.reps, isRead),
  ...checkManagers(territories, known.reps, isRead),
  ...checkOnCall(territories, known.duties, isRead),
  ...checkOverflow(territories, isRead),
  ...checkOrder(territories, isRead),
];
