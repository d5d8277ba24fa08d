import type { Territory } from '../../domain/agreement/agreement.ts';
import { quote } from '../../domain/language/quote.ts';
import { type Reach, reachOf } from '../analysis/reach.ts';
import type { TerritoriesFile } from '../files/territories.ts';
import { checkContradictions, isPlain } from './check-contradictions.ts';
import type { Complaint, Path } from './finding.ts';
import { listNames } from './list-names.ts';

const checkTaken = (place: number, reach: Reach, territories: readonly Territory[]): readonly Complaint[] => {
  if (typeof reach !== 'object') return [];
  const names = listNames(reach.takenBy.map((above) => territories[above]?.name ?? ''));
  const take = reach.takenBy.length === 1 ? 'takes every lead' : 'take every lead';
  const message = `${quote(territories[place]?.name)} can never match: ${names} above ${take} that it would`;
  return [{ path: ['territories', place], message }];
};

/** Territories that no lead ever comes to, by what stands above or by their own condition, if that could be read. */
export const checkUnreached = (
  written: TerritoriesFile['territories'],
  territories: readonly Territory[],
  isReadWhole: (path: Path) => boolean,
): readonly Complaint[] => {
  const reached = reachOf(territories);
  // The last has to be there, even where those above leave it nothing.
  const first = territories.findIndex(({ when }) => when === undefined);
  const demanded = first === territories.length - 1 ? first : undefined;
  return written.flatMap(({ when }, place): readonly Complaint[] => {
    const reach = reached[place] ?? 'uncertain';
    const path = ['territories', place, 'when'];
    const taken = place === demanded || !isReadWhole(path) ? [] : checkTaken(place, reach, territories);
    if (when === undefined || (reach === 'reached' && isPlain(when))) return taken;
    return [...taken, ...checkContradictions('lead', when, path).filter((found) => isReadWhole(found.path))];
  });
};
